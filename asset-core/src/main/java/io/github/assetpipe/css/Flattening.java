package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Writes a rule that only holds one nested rule as one rule (CSS Nesting Level 1). */
final class Flattening {
    private Flattening() {}

    /** Returns {@code rule}, or the only rule in it with the selectors that it has outside. */
    static Item.Rule flatten(Item.Rule rule) {
        boolean single = rule.declarations.isEmpty()
                && rule.nested().size() == 1
                && rule.selectors.size() == 1
                && rule.nested().get(0) instanceof Item.Rule;
        if (!single) {
            return rule;
        }
        Selector parent = rule.selectors.get(0);
        if (!parent.known() || parent.specificity() < 0 || parent.text().indexOf(':') >= 0) {
            return rule;
        }
        Item.Rule inner = (Item.Rule) rule.nested().get(0);
        List<Selector> joined = new ArrayList<>(inner.selectors.size());
        for (Selector child : inner.selectors) {
            String text = join(parent.text(), child.text());
            SelectorList list = text.isEmpty() ? null : SelectorList.parse(text);
            if (list == null) {
                return rule;
            }
            joined.addAll(new SelectorMinifier(Tokens.of(text)).minify(list, false));
        }
        return new Item.Rule(rule.source, joined, inner.declarations, inner.nested(), false);
    }

    private static String join(String parent, String child) {
        char first = child.charAt(0);
        if (first == '&') {
            String rest = child.substring(1);
            boolean fine = !rest.isEmpty() && rest.indexOf('&') < 0 && !Chars.isName(rest.charAt(0));
            return fine ? parent.concat(rest) : "";
        }
        if (child.indexOf('&') >= 0) {
            return "";
        }
        boolean combinator = first == '>' || first == '+' || first == '~';
        return combinator ? parent.concat(child) : parent.concat(" ").concat(child);
    }
}
