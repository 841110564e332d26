package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code border}, {@code outline} and their like: a width, a style and a colour, each or none.
 *
 * @param width the width, or null for {@code medium}
 * @param style the style, or null for {@code none}
 * @param color the colour, or null for the current one
 */
record LineValues(
        @Nullable Part width,
        @Nullable Part style,
        @Nullable Part color) {

    /** Reads the parts; returns null when they are not a width, a style and a colour in any order. */
    static @Nullable LineValues read(List<Part> parts) {
        Part width = null;
        Part style = null;
        Part color = null;
        if (parts.isEmpty() || parts.size() > 3) {
            return null;
        }
        for (Part part : parts) {
            if (width == null && isWidth(part)) {
                width = part;
            } else if (style == null && isStyle(part)) {
                style = part;
            } else if (color == null && Colors.isColor(part)) {
                color = part;
            } else {
                return null;
            }
        }
        return new LineValues(width, style, color);
    }

    static boolean isWidth(Part part) {
        if (part instanceof Part.Num number) {
            return number.isZero() || (number.isLength() && !number.text.startsWith("-"));
        }
        if (part instanceof Part.Func function) {
            return ValueFunctions.isMath(function.name);
        }
        return part.isWord("medium") || part.isWord("thin") || part.isWord("thick");
    }

    static boolean isStyle(Part part) {
        return part instanceof Part.Word word
                && switch (word.lower) {
                    case "none",
                            "hidden",
                            "dotted",
                            "dashed",
                            "solid",
                            "double",
                            "groove",
                            "ridge",
                            "inset",
                            "outset" -> true;
                    default -> false;
                };
    }

    static List<Part> minify(List<Part> parts) {
        LineValues values = read(parts);
        return values == null ? parts : values.toParts(parts);
    }

    /** Returns the parts without those that are initial anyway. */
    private List<Part> toParts(List<Part> written) {
        List<Part> out = new ArrayList<>(3);
        for (Part part : written) {
            boolean initial = part.isWord("medium") || part.isWord("none") || part.isWord("currentcolor");
            if (!initial) {
                out.add(part);
            }
        }
        if (!out.isEmpty()) {
            return out;
        }
        return style != null ? List.of(style) : written.subList(0, 1);
    }

    /** Returns the shortest value that sets all three. */
    static List<Part> write(Part width, Part style, Part color) {
        return new LineValues(width, style, color).toParts(List.of(width, style, color));
    }
}
