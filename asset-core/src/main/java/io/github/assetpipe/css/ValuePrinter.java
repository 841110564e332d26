package io.github.assetpipe.css;

import java.util.List;

/** Prints component values with white space only where the tokens would otherwise run together or change. */
final class ValuePrinter {
    private ValuePrinter() {}

    static String print(List<Part> parts) {
        if (parts.size() == 1) {
            return parts.get(0).toString();
        }
        StringBuilder out = new StringBuilder(32);
        print(parts, out);
        return out.toString();
    }

    static void print(List<Part> parts, StringBuilder out) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (i > 0 && needsSpace(parts.get(i - 1), part)) {
                out.append(' ');
            }
            part.print(out);
        }
    }

    private static boolean needsSpace(Part before, Part after) {
        if (isSpacedSign(before) || isSpacedSign(after)) {
            return !before.isSign(',') && !before.isSign('(');
        }
        if (before instanceof Part.Sign || after instanceof Part.Sign) {
            return false;
        }
        if (endsClosed(before)) {
            return false;
        }
        if (after instanceof Part.Hash || after instanceof Part.Text) {
            return false;
        }
        return !(after instanceof Part.Block block && block.open == '[');
    }

    private static boolean isSpacedSign(Part part) {
        return part.isSign('+') || part.isSign('-');
    }

    private static boolean endsClosed(Part part) {
        if (part instanceof Part.Raw raw) {
            return raw.text.endsWith(")");
        }
        return part instanceof Part.Func
                || part instanceof Part.Block
                || part instanceof Part.Text
                || part instanceof Part.Link;
    }
}
