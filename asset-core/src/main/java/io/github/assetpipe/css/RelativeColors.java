package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Resolves {@code rgb(from red r g b)} where every channel is passed through and the origin is known. */
final class RelativeColors {
    private RelativeColors() {}

    /** Returns the colour that {@code function} is, or {@code function} with its parts shortened. */
    static Part resolve(Part.Func function) {
        List<Part> arguments = function.arguments;
        if (arguments.size() < 5 || !arguments.get(0).isWord("from")) {
            return function;
        }
        Part origin = Colors.shorten(arguments.get(1));
        List<Part> out = new ArrayList<>(arguments.size());
        out.add(arguments.get(0));
        out.add(origin);
        for (int i = 2; i < arguments.size(); i++) {
            out.add(MathSimplifier.simplifyNumber(arguments.get(i)));
        }
        Part.Func shorter = new Part.Func(function.name, out);
        Rgba color = ColorReader.read(origin);
        if (color == null || color.alpha() != 1) {
            return shorter;
        }
        int at = 2;
        String channels = channels(function.name);
        if (function.name.equals("color")) {
            if (!out.get(2).isWord("srgb")) {
                return shorter;
            }
            at = 3;
        }
        if (channels.isEmpty() || out.size() < at + 3) {
            return shorter;
        }
        for (int i = 0; i < 3; i++) {
            if (!out.get(at + i).isWord(channels.substring(i, i + 1))) {
                return shorter;
            }
        }
        if (out.size() == at + 3) {
            return color.toPart();
        }
        if (out.size() == at + 5 && out.get(at + 3).isSign('/')) {
            Part alpha = out.get(at + 4);
            if (alpha.isWord("alpha")) {
                return color.toPart();
            }
            boolean number = alpha instanceof Part.Num num && (num.isNumber() || num.isPercent());
            return number ? new Rgba(color.rgb(), ColorReader.alpha(alpha)).toPart() : shorter;
        }
        return shorter;
    }

    private static String channels(String name) {
        return switch (name) {
            case "rgb", "rgba", "color" -> "rgb";
            case "hsl", "hsla" -> "hsl";
            case "hwb" -> "hwb";
            default -> "";
        };
    }
}
