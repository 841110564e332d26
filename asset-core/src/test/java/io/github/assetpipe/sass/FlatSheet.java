package io.github.assetpipe.sass;

import io.github.assetpipe.css.AtRule;
import io.github.assetpipe.css.ComplexSelector;
import io.github.assetpipe.css.Declaration;
import io.github.assetpipe.css.Node;
import io.github.assetpipe.css.StyleRule;
import io.github.assetpipe.css.Stylesheet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a stylesheet says of each single selector, whatever rules say it: {@code @media print|.a|color} to {@code red}. */
final class FlatSheet {
    private static final Pattern ESCAPE_BEFORE_BRACKET = Pattern.compile("(\\\\[0-9a-f]{1,6}) \\)");
    private static final List<String> BOXES = List.of("margin", "padding");
    private static final List<String> SIDES = List.of("-top", "-right", "-bottom", "-left");

    private final Stylesheet sheet;
    private final Map<String, String> facts = new TreeMap<>();

    private FlatSheet(Stylesheet sheet) {
        this.sheet = sheet;
    }

    /** Returns the facts of a stylesheet; of values that stand one after the other all are listed. */
    static Map<String, String> of(String css) {
        FlatSheet flat = new FlatSheet(Stylesheet.parse(css));
        flat.addAll(flat.sheet.children(), "", "");
        return flat.facts;
    }

    private void addAll(List<Node> nodes, String around, String selector) {
        for (Node node : nodes) {
            if (node instanceof AtRule rule) {
                String prelude = "@" + rule.name() + " " + alike(sheet.text(rule.firstToken(), rule.limitToken()));
                if (rule.children() == null) {
                    add(around + prelude, "", "", "");
                } else {
                    addAll(rule.children(), around + prelude + " ", "");
                }
            } else if (node instanceof StyleRule rule && rule.selectors() != null) {
                for (ComplexSelector one : rule.selectors().selectors()) {
                    addAll(rule.children(), around, sheet.source().substring(one.start(), one.end()));
                }
            } else if (node instanceof Declaration declaration) {
                String text = sheet.text(declaration);
                declare(around + "|" + selector + "|", declaration.name(), text.substring(text.indexOf(':') + 1));
            } else {
                add(around, "", sheet.text(node), "");
            }
        }
    }

    /** The space that ends an escape says nothing before a bracket (CSS Syntax Level 3, 4.3.7). */
    private static String alike(String prelude) {
        return ESCAPE_BEFORE_BRACKET.matcher(prelude).replaceAll("$1)").strip();
    }

    /** One engine's rules may be merged where the other's are not: a box counts by its sides, the last word on each. */
    private void declare(String place, String property, String value) {
        String[] sides = value.split(" ");
        boolean plain = sides.length <= 4 && value.indexOf('(') < 0 && value.indexOf('!') < 0;
        if (BOXES.contains(property) && plain) {
            for (int i = 0; i < SIDES.size(); i++) {
                int from = i < sides.length ? i : i == 3 && sides.length > 1 ? 1 : 0;
                facts.put(place + property + SIDES.get(i), sides[from]);
            }
        } else if (SIDES.stream().anyMatch(side -> BOXES.stream().anyMatch(box -> property.equals(box + side)))) {
            facts.put(place + property, value);
        } else {
            add(place, property, value);
        }
    }

    private void add(String around, String selector, String property, String value) {
        add(around + "|" + selector + "|", property, value);
    }

    private void add(String place, String property, String value) {
        facts.merge(place + property, value, (first, second) -> first.equals(second) ? first : first + "; " + second);
    }
}
