package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/**
 * Positions of backgrounds and origins: keywords become percentages where that is shorter.
 *
 * <p>A zero in per cent stays one. It shows what a zero length shows, but its computed value is another, and scripts read it.
 */
final class Positions {
    private static final Part START = new Part.Num("0", "%");
    private static final Part FULL = new Part.Num("100", "%");
    private static final Part HALF = new Part.Num("50", "%");

    private Positions() {}

    static List<Part> list(List<Part> parts) {
        if (!Lists.contains(parts, ',')) {
            return one(parts);
        }
        List<List<Part>> out = new ArrayList<>(4);
        for (List<Part> group : Lists.split(parts, ',')) {
            out.add(one(group));
        }
        return Lists.join(out, ',');
    }

    /** Shortens a position of one or two values; longer ones, where keywords name an edge, stay. */
    static List<Part> one(List<Part> parts) {
        if (parts.size() == 1) {
            Part part = parts.get(0);
            return part.isWord("top") || part.isWord("bottom") ? parts : List.of(percent(part));
        }
        if (parts.size() != 2) {
            return parts;
        }
        Part x = parts.get(0);
        Part y = parts.get(1);
        if (isVertical(x) || isHorizontal(y)) {
            if (!isKeyword(x) || !isKeyword(y)) {
                return parts;
            }
            Part swap = x;
            x = y;
            y = swap;
        }
        if (isVertical(x) || isHorizontal(y)) {
            return parts;
        }
        return write(percent(x), percent(y));
    }

    private static List<Part> write(Part x, Part y) {
        boolean centered = x.equals(HALF);
        if (y.equals(HALF)) {
            return List.of(x);
        }
        if (centered && y.equals(START)) {
            return List.of(new Part.Word("top"));
        }
        return centered && y.equals(FULL) ? List.of(new Part.Word("bottom")) : List.of(x, y);
    }

    private static Part percent(Part part) {
        if (part instanceof Part.Word word) {
            return switch (word.lower) {
                case "left", "top" -> START;
                case "right", "bottom" -> FULL;
                case "center" -> HALF;
                default -> part;
            };
        }
        if (!(part instanceof Part.Num number) || !number.isZero()) {
            return part;
        }
        return number.isPercent() ? START : number.isNumber() || number.isLength() ? ValueMinifier.ZERO : part;
    }

    static boolean isKeyword(Part part) {
        return isVertical(part) || isHorizontal(part) || part.isWord("center");
    }

    private static boolean isVertical(Part part) {
        return part.isWord("top") || part.isWord("bottom");
    }

    private static boolean isHorizontal(Part part) {
        return part.isWord("left") || part.isWord("right");
    }
}
