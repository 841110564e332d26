package io.github.assetpipe.css;

import java.util.Map;
import java.util.Set;

/** The units of CSS Values and Units Level 4, and what they are in their canonical unit. */
final class Units {
    private static final Set<String> LENGTHS = Set.of(
            "px", "em", "rem", "ex", "ch", "vw", "vh", "vmin", "vmax", "cm", "mm", "in", "pt", "pc", "q", "cap", "ic",
            "lh", "rlh", "vi", "vb", "svw", "svh", "svi", "svb", "svmin", "svmax", "lvw", "lvh", "lvi", "lvb", "lvmin",
            "lvmax", "dvw", "dvh", "dvi", "dvb", "dvmin", "dvmax", "cqw", "cqh", "cqi", "cqb", "cqmin", "cqmax", "rex",
            "rch", "rcap", "ric");
    private static final Map<String, Double> PIXELS =
            Map.of("px", 1d, "in", 96d, "cm", 96 / 2.54, "mm", 96 / 25.4, "q", 96 / 101.6, "pt", 96 / 72d, "pc", 16d);
    private static final Map<String, Double> DEGREES =
            Map.of("deg", 1d, "grad", 0.9, "rad", 180 / Math.PI, "turn", 360d);

    private Units() {}

    static boolean isLength(String unit) {
        return !unit.isEmpty() && LENGTHS.contains(unit);
    }

    static boolean isAngle(String unit) {
        return DEGREES.containsKey(unit);
    }

    static boolean isTime(String unit) {
        return unit.equals("s") || unit.equals("ms");
    }

    static boolean isResolution(String unit) {
        return unit.equals("dpi") || unit.equals("dpcm") || unit.equals("dppx") || unit.equals("x");
    }

    /** Returns how many of the canonical unit of its kind one {@code unit} is, or NaN when that is not fixed. */
    static double factor(String unit) {
        Double pixels = PIXELS.get(unit);
        if (pixels != null) {
            return pixels;
        }
        Double degrees = DEGREES.get(unit);
        if (degrees != null) {
            return degrees;
        }
        return switch (unit) {
            case "s" -> 1;
            case "ms" -> 0.001;
            default -> Double.NaN;
        };
    }

    /** Returns the canonical unit of the kind of {@code unit}, or {@code unit} itself. */
    static String canonical(String unit) {
        if (PIXELS.containsKey(unit)) {
            return "px";
        }
        if (DEGREES.containsKey(unit)) {
            return "deg";
        }
        return isTime(unit) ? "s" : unit;
    }
}
