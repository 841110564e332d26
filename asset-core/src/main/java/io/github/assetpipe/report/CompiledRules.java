package io.github.assetpipe.report;

import io.github.assetpipe.css.AtRule;
import io.github.assetpipe.css.Node;
import io.github.assetpipe.css.StyleRule;
import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.css.purge.PurgedSheet;
import io.github.assetpipe.css.purge.PurgedSheet.Cut;
import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.text.SourceMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a compiled stylesheet: where each comes from, and whether purging left anything of it. */
final class CompiledRules {
    private static final java.util.Set<String> GROUPS =
            java.util.Set.of("media", "supports", "layer", "container", "document", "starting-style", "scope");

    private final PurgedSheet sheet;
    private final SourceMap map;
    private final LineMap lines;
    private final List<Rule> rules = new ArrayList<>();
    private SourceMap.@Nullable Origin last;
    private int cut;

    /**
     * A style rule, keyframes, a font, or another at-rule with a block that does not group rules.
     *
     * @param file the SCSS file that it was written in
     * @param line 1-based line there
     * @param selector its text up to the brace
     * @param bytes its size
     * @param used whether anything of it is left
     */
    record Rule(String file, int line, String selector, long bytes, boolean used) {}

    private CompiledRules(PurgedSheet sheet, SourceMap map) {
        this.sheet = sheet;
        this.map = map;
        this.lines = new LineMap(sheet.source());
    }

    /** Returns the rules in the order of the text. */
    static List<Rule> of(PurgedSheet sheet, SourceMap map) {
        CompiledRules rules = new CompiledRules(sheet, map);
        rules.collect(Stylesheet.parse(sheet.source()).children());
        return rules.rules;
    }

    private void collect(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof AtRule group && GROUPS.contains(group.plainName())) {
                collect(group.children() == null ? List.of() : group.children());
            } else if (node instanceof StyleRule || (node instanceof AtRule rule && rule.children() != null)) {
                add(node);
            }
        }
    }

    private void add(Node node) {
        int line = lines.line(node.start());
        int column = lines.column(node.start());
        SourceMap.Origin origin = map.originOf(line - 1, column - 1);
        if (origin == null) {
            origin = last;
        }
        last = origin;
        if (origin != null) {
            String text = sheet.source().substring(node.start(), node.end());
            rules.add(new Rule(
                    origin.source(),
                    origin.line() + 1,
                    text.substring(0, Math.max(0, text.indexOf('{'))).strip(),
                    text.getBytes(StandardCharsets.UTF_8).length,
                    !isGone(node)));
        }
    }

    private boolean isGone(Node node) {
        List<Cut> cuts = sheet.cuts();
        while (cut < cuts.size() && cuts.get(cut).end() <= node.start()) {
            cut++;
        }
        return cut < cuts.size()
                && cuts.get(cut).start() <= node.start()
                && cuts.get(cut).end() >= node.end();
    }
}
