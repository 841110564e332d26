package io.github.assetpipe.css;

/** Prints attribute selectors, the value without quotes where that is shorter. */
final class AttributePrinter {
    private AttributePrinter() {}

    static void print(SimpleSelector.Attribute attribute, StringBuilder out) {
        out.append('[');
        if (attribute.namespace() != null) {
            out.append(attribute.namespace().equals("*") ? "*" : Escapes.identifier(attribute.namespace()))
                    .append('|');
        }
        out.append(Escapes.identifier(attribute.name()));
        if (!attribute.operator().isEmpty()) {
            out.append(attribute.operator());
            String quoted = Escapes.string(attribute.value());
            String bare = attribute.value().isEmpty() ? quoted : Escapes.identifier(attribute.value());
            boolean unquoted = bare.length() < quoted.length();
            out.append(unquoted ? bare : quoted);
            if (attribute.flag() != 0) {
                out.append(unquoted ? " " : "").append(attribute.flag());
            }
        }
        out.append(']');
    }
}
