package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the colours that browsers keep as 8-bit sRGB: names, {@code #…}, {@code rgb()}, {@code hsl()}, {@code hwb()}. */
final class ColorReader {
    private ColorReader() {}

    /** Returns the colour that {@code part} is, or null when it is none, or one that is only known at run time. */
    static @Nullable Rgba read(Part part) {
        boolean missing = part instanceof Part.Func function && hasMissing(function);
        return missing ? null : readAlone(part);
    }

    /** Tells whether a channel is {@code none}: in a mix or a gradient it takes the other colour's value. */
    static boolean hasMissing(Part.Func function) {
        for (Part argument : function.arguments) {
            if (argument.isWord("none")) {
                return true;
            }
        }
        return false;
    }

    /** As {@link #read}, for a colour that stands alone, where a missing channel counts as 0. */
    static @Nullable Rgba readAlone(Part part) {
        if (part instanceof Part.Word word) {
            if (word.lower.equals("transparent")) {
                return new Rgba(0, 0);
            }
            Integer rgb = NamedColors.rgb(word.lower);
            return rgb == null ? null : new Rgba(rgb, 1);
        }
        if (part instanceof Part.Hash hash) {
            return hex(hash.text);
        }
        return part instanceof Part.Func function ? function(function) : null;
    }

    private static @Nullable Rgba hex(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (!Chars.isHex(text.charAt(i))) {
                return null;
            }
        }
        String digits = text.substring(1);
        if (digits.length() == 3 || digits.length() == 4) {
            StringBuilder doubled = new StringBuilder(8);
            for (int i = 0; i < digits.length(); i++) {
                doubled.append(digits.charAt(i)).append(digits.charAt(i));
            }
            digits = doubled.toString();
        }
        if (digits.length() == 6) {
            return new Rgba(Integer.parseInt(digits, 16), 1);
        }
        if (digits.length() == 8) {
            long value = Long.parseLong(digits, 16);
            double alpha = (value & 255) / 255d;
            double two = Math.round(alpha * 100) / 100d;
            boolean exact = Math.round(two * 255) == (value & 255);
            return new Rgba((int) (value >> 8), exact ? two : Math.round(alpha * 1000) / 1000d);
        }
        return null;
    }

    private static @Nullable Rgba function(Part.Func function) {
        switch (function.name) {
            case "rgb", "rgba", "hsl", "hsla", "hwb" -> {}
            default -> {
                return null;
            }
        }
        List<Part> channels = channels(function.arguments);
        if (channels == null) {
            return null;
        }
        double alpha = channels.size() == 4 ? alpha(channels.get(3)) : 1;
        Part first = channels.get(0);
        Part second = channels.get(1);
        Part third = channels.get(2);
        if (function.name.startsWith("rgb")) {
            if (isPercent(first) != isPercent(second) || isPercent(second) != isPercent(third)) {
                return function.arguments.contains(Part.Sign.COMMA)
                        ? null
                        : Rgba.of(level(first), level(second), level(third), alpha);
            }
            return Rgba.of(level(first), level(second), level(third), alpha);
        }
        double hue = angle(first);
        double a = ratio(second);
        double b = ratio(third);
        double[] rgb = function.name.equals("hwb") ? hwb(hue, a, b) : hsl(hue, Math.min(1, Math.max(0, a)), b);
        return Rgba.of(rgb[0] * 255, rgb[1] * 255, rgb[2] * 255, alpha);
    }

    /** Splits the arguments into three channels and, if written, alpha; null when they are not plain numbers. */
    private static @Nullable List<Part> channels(List<Part> arguments) {
        List<Part> channels = new ArrayList<>(4);
        boolean commas = arguments.size() > 1 && arguments.get(1).isSign(',');
        for (int i = 0; i < arguments.size(); i++) {
            Part part = arguments.get(i);
            boolean separator = commas ? i % 2 == 1 : i == 3;
            if (separator) {
                if (!part.isSign(commas ? ',' : '/')) {
                    return null;
                }
            } else if (part instanceof Part.Num || (!commas && part.isWord("none"))) {
                channels.add(part);
            } else {
                return null;
            }
        }
        int expected = commas ? channels.size() * 2 - 1 : channels.size() + (channels.size() == 4 ? 1 : 0);
        boolean fine = (channels.size() == 3 || channels.size() == 4) && arguments.size() == expected;
        return fine ? channels : null;
    }

    private static boolean isPercent(Part part) {
        return part instanceof Part.Num number && number.isPercent();
    }

    /** Returns 0 to 255. */
    private static double level(Part part) {
        if (!(part instanceof Part.Num number)) {
            return 0;
        }
        if (number.isPercent()) {
            return Math.max(0, Math.min(100, number.value())) * 2.55;
        }
        return number.isNumber() ? Math.max(0, Math.min(255, number.value())) : Double.NaN;
    }

    static double alpha(Part part) {
        if (!(part instanceof Part.Num number)) {
            return 0;
        }
        double value = number.isPercent() ? number.value() / 100 : number.isNumber() ? number.value() : Double.NaN;
        return Math.max(0, Math.min(1, value));
    }

    private static double angle(Part part) {
        if (!(part instanceof Part.Num number)) {
            return 0;
        }
        return number.isNumber()
                ? number.value()
                : Units.isAngle(number.unit) ? number.value() * Units.factor(number.unit) : Double.NaN;
    }

    private static double ratio(Part part) {
        if (!(part instanceof Part.Num number)) {
            return 0;
        }
        boolean fine = number.isPercent() || number.isNumber();
        return fine ? number.value() / 100 : Double.NaN;
    }

    /** Converts after CSS Color Level 4, section 7.1. */
    static double[] hsl(double hue, double saturation, double lightness) {
        double light = Math.max(0, Math.min(1, lightness));
        double a = saturation * Math.min(light, 1 - light);
        double[] out = new double[3];
        int[] offsets = {0, 8, 4};
        for (int i = 0; i < 3; i++) {
            double k = ((offsets[i] + hue / 30) % 12 + 12) % 12;
            out[i] = light - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        }
        return out;
    }

    /** Converts after CSS Color Level 4, section 8.1. */
    private static double[] hwb(double hue, double white, double black) {
        if (white + black >= 1) {
            double gray = white / (white + black);
            return new double[] {gray, gray, gray};
        }
        double[] out = hsl(hue, 1, 0.5);
        for (int i = 0; i < 3; i++) {
            out[i] = out[i] * (1 - white - black) + white;
        }
        return out;
    }
}
