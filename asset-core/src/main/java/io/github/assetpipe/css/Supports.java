package io.github.assetpipe.css;

import java.util.List;

/** Feature queries of which the answer is known. */
final class Supports {
    private Supports() {}

    /** Tells whether every browser of the baseline answers yes to a single {@code (name:value)}. */
    static boolean isAlwaysTrue(String prelude) {
        int colon = prelude.indexOf(':');
        if (colon < 2 || prelude.charAt(0) != '(' || prelude.indexOf(')') != prelude.length() - 1) {
            return false;
        }
        Property property = PropertyTable.find(prelude.substring(1, colon));
        if (property == null) {
            return false;
        }
        Tokens tokens = Tokens.of(prelude.substring(colon + 1, prelude.length() - 1));
        List<Part> parts = new ValueParser(tokens).parse(0, tokens.size());
        return parts != null && parts.size() == 1 && isOld(property, parts);
    }

    private static boolean isOld(Property property, List<Part> parts) {
        if (property.name().equals("display")) {
            return parts.get(0).isWord("flex") || parts.get(0).isWord("grid");
        }
        return property.name().equals("position") && parts.get(0).isWord("sticky");
    }
}
