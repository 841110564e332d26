package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Values of the descriptors of {@code @font-face}, {@code @property}, {@code @counter-style} and their like. */
final class Descriptors {
    private Descriptors() {}

    static String minify(Tokens tokens, String rule, Declaration declaration) {
        int from = declaration.firstToken();
        int limit = declaration.limitToken();
        if (declaration.name().equals("unicode-range")) {
            String ranges = UnicodeRanges.shorten(tokens.source().substring(tokens.start(from), tokens.start(limit)));
            return ranges == null ? RawText.of(tokens, from, limit) : ranges;
        }
        if (!rule.equals("font-face")) {
            return RawText.of(tokens, from, limit);
        }
        List<Part> parts = new ValueParser(tokens).parse(from, limit);
        if (parts == null || parts.isEmpty()) {
            return RawText.of(tokens, from, limit);
        }
        return switch (declaration.name()) {
            case "font-family" -> ValuePrinter.print(FontValues.family(parts));
            case "font-weight" -> ValuePrinter.print(weights(parts));
            case "src" -> ValuePrinter.print(source(parts));
            default -> ValuePrinter.print(parts);
        };
    }

    private static List<Part> weights(List<Part> parts) {
        List<Part> out = new ArrayList<>(2);
        for (Part part : parts) {
            out.add(FontValues.weight(part));
        }
        return Boxes.pair(out);
    }

    private static List<Part> source(List<Part> parts) {
        Property property = PropertyTable.find("src");
        return property == null ? parts : ValueMinifier.minify(property, parts);
    }
}
