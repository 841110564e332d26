package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rewrites colours to their shortest equal form. */
final class Colors {
    private Colors() {}

    /** As {@link #shorten}, for a colour that is not mixed with another. */
    static Part shortenAlone(Part part) {
        Rgba rgba = part instanceof Part.Func function && ColorReader.hasMissing(function)
                ? ColorReader.readAlone(part)
                : null;
        return rgba == null ? shorten(part) : rgba.toPart();
    }

    /** Returns the shortest form of {@code part} if it is a colour, else {@code part} itself. */
    static Part shorten(Part part) {
        Rgba rgba = ColorReader.read(part);
        if (rgba != null) {
            Part shorter = rgba.toPart();
            if (part instanceof Part.Func && shorter instanceof Part.Func) {
                return commas((Part.Func) part) ? shorter : slash((Part.Func) part);
            }
            return shorter;
        }
        if (part instanceof Part.Word word && word.lower.equals("currentcolor")) {
            return new Part.Word("currentcolor");
        }
        return part instanceof Part.Func function ? function(function) : part;
    }

    private static boolean commas(Part.Func function) {
        return function.arguments.size() > 1 && function.arguments.get(1).isSign(',');
    }

    private static Part function(Part.Func function) {
        return switch (function.name) {
            case "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color" ->
                RelativeColors.resolve(slash(function));
            case "light-dark" -> lightDark(function);
            case "color-mix" -> ColorMix.shorten(function);
            default -> function;
        };
    }

    private static Part lightDark(Part.Func function) {
        List<Part> arguments = new ArrayList<>(function.arguments.size());
        for (Part part : function.arguments) {
            arguments.add(shorten(part));
        }
        boolean same = arguments.size() == 3 && arguments.get(0).equals(arguments.get(2));
        return same ? arguments.get(0) : new Part.Func(function.name, arguments);
    }

    /** Drops an alpha of 1, and writes alpha as a number. */
    private static Part.Func slash(Part.Func function) {
        List<Part> arguments = function.arguments;
        int slash = arguments.size() - 2;
        if (slash < 1 || !arguments.get(slash).isSign('/')) {
            return function;
        }
        Part.Num alpha = number(arguments.get(slash + 1));
        if (alpha == null) {
            return function;
        }
        double value = ColorReader.alpha(alpha);
        List<Part> out = new ArrayList<>(arguments.subList(0, slash));
        if (value != 1) {
            String text = Numbers.exact(value);
            out.add(Part.Sign.SLASH);
            out.add(text == null ? alpha : new Part.Num(text, ""));
        }
        return new Part.Func(function.name, out);
    }

    private static Part.@Nullable Num number(Part part) {
        boolean fine = part instanceof Part.Num num && (num.isNumber() || num.isPercent());
        return fine ? (Part.Num) part : null;
    }

    /** Tells whether {@code part} is a colour of any kind, or a function that gives one. */
    static boolean isColor(Part part) {
        if (part instanceof Part.Hash) {
            return ColorReader.read(part) != null;
        }
        if (part instanceof Part.Word word) {
            return word.lower.equals("currentcolor")
                    || word.lower.equals("transparent")
                    || NamedColors.rgb(word.lower) != null
                    || isSystemColor(word.lower);
        }
        return part instanceof Part.Func function && ValueFunctions.isColor(function.name);
    }

    /** Tells whether every browser of the last ten years understands the colour. */
    static boolean isOldColor(Part part) {
        if (part instanceof Part.Func) {
            return ColorReader.read(part) != null;
        }
        return isColor(part);
    }

    private static boolean isSystemColor(String lower) {
        return switch (lower) {
            case "canvas",
                    "canvastext",
                    "linktext",
                    "visitedtext",
                    "activetext",
                    "buttonface",
                    "buttontext",
                    "buttonborder",
                    "field",
                    "fieldtext",
                    "highlight",
                    "highlighttext",
                    "graytext",
                    "mark",
                    "marktext",
                    "accentcolor",
                    "accentcolortext" -> true;
            default -> false;
        };
    }
}
