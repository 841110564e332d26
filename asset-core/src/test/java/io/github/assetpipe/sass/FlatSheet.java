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

/** What a stylesheet says of each single selector, whatever rules say it: {@code @media print|.a|color} to {@code red}. */
final class FlatSheet {
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
                String prelude = "@" + rule.name() + " " + sheet.text(rule.firstToken(), rule.limitToken());
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
                add(around, selector, declaration.name(), text.substring(text.indexOf(':') + 1));
            } else {
                add(around, "", sheet.text(node), "");
            }
        }
    }

    private void add(String around, String selector, String property, String value) {
        facts.merge(
                around + "|" + selector + "|" + property,
                value,
                (first, second) -> first.equals(second) ? first : first + "; " + second);
    }
}
