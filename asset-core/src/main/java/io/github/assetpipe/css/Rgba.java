package io.github.assetpipe.css;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An sRGB colour as browsers keep it: 8 bits a channel, and alpha.
 *
 * @param rgb {@code 0xRRGGBB}
 * @param alpha 0 to 1
 */
record Rgba(int rgb, double alpha) {
    int red() {
        return rgb >> 16;
    }

    int green() {
        return (rgb >> 8) & 255;
    }

    int blue() {
        return rgb & 255;
    }

    /** Returns the colour of channels from 0 to 255, or null when one lies so near to a half that browsers may differ. */
    static @Nullable Rgba of(double r, double g, double b, double alpha) {
        if (isHalf(r) || isHalf(g) || isHalf(b) || Double.isNaN(r + g + b + alpha)) {
            return null;
        }
        return new Rgba(clamp(r) << 16 | clamp(g) << 8 | clamp(b), Math.max(0, Math.min(1, alpha)));
    }

    private static boolean isHalf(double channel) {
        double fraction = channel - Math.floor(channel);
        return Math.abs(fraction - 0.5) < 0.001 && fraction != 0.5;
    }

    private static int clamp(double channel) {
        return (int) Math.max(0, Math.min(255, Math.floor(channel + 0.5)));
    }

    /** Returns the shortest way to write the colour; a name only where it is shorter than the digits. */
    Part toPart() {
        if (alpha == 1) {
            String hex = hex(6, rgb);
            String digits = isDoubled(hex) ? halve(hex) : hex;
            String name = NamedColors.name(rgb);
            return name != null && name.length() <= digits.length() ? new Part.Word(name) : new Part.Hash("#" + digits);
        }
        int level = (int) Math.round(alpha * 255);
        if (Math.abs(shown(level) - alpha) < 1e-9) {
            String hex = hex(8, ((long) rgb << 8) | level);
            return new Part.Hash("#" + (isDoubled(hex) ? halve(hex) : hex));
        }
        String text = Numbers.exact(alpha);
        if (text == null) {
            text = Numbers.format(alpha, 6);
        }
        Part.Num alphaPart = new Part.Num(text, "");
        return new Part.Func(
                "rgba",
                List.of(
                        number(red()),
                        Part.Sign.COMMA,
                        number(green()),
                        Part.Sign.COMMA,
                        number(blue()),
                        Part.Sign.COMMA,
                        alphaPart));
    }

    /** The alpha that a browser shows for an 8-bit level (CSS Color Level 4, section 15.1). */
    private static double shown(int level) {
        double two = Math.round(level / 2.55) / 100d;
        return Math.round(two * 255) == level ? two : Math.round(level / 0.255) / 1000d;
    }

    private static Part number(int value) {
        return new Part.Num(Integer.toString(value), "");
    }

    private static String hex(int digits, long value) {
        StringBuilder out = new StringBuilder(digits);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((int) (value >> shift) & 15, 16));
        }
        return out.toString();
    }

    private static boolean isDoubled(String hex) {
        for (int i = 0; i < hex.length(); i += 2) {
            if (hex.charAt(i) != hex.charAt(i + 1)) {
                return false;
            }
        }
        return true;
    }

    private static String halve(String hex) {
        StringBuilder out = new StringBuilder(4);
        for (int i = 0; i < hex.length(); i += 2) {
            out.append(hex.charAt(i));
        }
        return out.toString();
    }
}
