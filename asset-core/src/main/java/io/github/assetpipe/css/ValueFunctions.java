package io.github.assetpipe.css;

/** The functions that values are made of, by what they give. Names are in lower case. */
final class ValueFunctions {
    private ValueFunctions() {}

    /** Tells whether the arguments of a function are values like any others; what is in others is kept as written. */
    static boolean isKnown(String name) {
        return isMath(name) || isColor(name) || isTransform(name) || isOther(name);
    }

    /** Tells whether a function computes a number (CSS Values and Units Level 4, section 10). */
    static boolean isMath(String name) {
        return switch (name) {
            case "calc",
                    "min",
                    "max",
                    "clamp",
                    "round",
                    "mod",
                    "rem",
                    "sin",
                    "cos",
                    "tan",
                    "asin",
                    "acos",
                    "atan",
                    "atan2",
                    "pow",
                    "sqrt",
                    "hypot",
                    "log",
                    "exp",
                    "abs",
                    "sign" -> true;
            default -> false;
        };
    }

    /** Tells whether a function gives a colour. */
    static boolean isColor(String name) {
        return switch (name) {
            case "rgb",
                    "rgba",
                    "hsl",
                    "hsla",
                    "hwb",
                    "lab",
                    "lch",
                    "oklab",
                    "oklch",
                    "color",
                    "color-mix",
                    "light-dark" -> true;
            default -> false;
        };
    }

    /** Tells whether a function is one of {@code transform}. */
    static boolean isTransform(String name) {
        return switch (name) {
            case "matrix",
                    "matrix3d",
                    "translate",
                    "translatex",
                    "translatey",
                    "translatez",
                    "translate3d",
                    "scale",
                    "scalex",
                    "scaley",
                    "scalez",
                    "scale3d",
                    "rotate",
                    "rotatex",
                    "rotatey",
                    "rotatez",
                    "rotate3d",
                    "skew",
                    "skewx",
                    "skewy",
                    "perspective" -> true;
            default -> false;
        };
    }

    /** Tells whether a function gives an image, a shape, a filter, a list of tracks or the like. */
    private static boolean isOther(String name) {
        return switch (name) {
            case "-webkit-calc",
                    "-moz-calc",
                    "linear-gradient",
                    "radial-gradient",
                    "conic-gradient",
                    "repeating-linear-gradient",
                    "repeating-radial-gradient",
                    "repeating-conic-gradient",
                    "-webkit-linear-gradient",
                    "-moz-linear-gradient",
                    "-o-linear-gradient",
                    "-webkit-radial-gradient",
                    "-moz-radial-gradient",
                    "-o-radial-gradient",
                    "-webkit-repeating-linear-gradient",
                    "-moz-repeating-linear-gradient",
                    "-o-repeating-linear-gradient",
                    "-webkit-gradient",
                    "blur",
                    "brightness",
                    "contrast",
                    "drop-shadow",
                    "grayscale",
                    "hue-rotate",
                    "invert",
                    "opacity",
                    "saturate",
                    "sepia",
                    "inset",
                    "circle",
                    "ellipse",
                    "polygon",
                    "rect",
                    "xywh",
                    "cubic-bezier",
                    "steps",
                    "linear",
                    "counter",
                    "counters",
                    "env",
                    "fit-content",
                    "minmax",
                    "repeat",
                    "format",
                    "tech",
                    "local",
                    "image-set",
                    "-webkit-image-set",
                    "cross-fade",
                    "-webkit-cross-fade",
                    "var",
                    "url",
                    "path",
                    "attr",
                    "from",
                    "to",
                    "color-stop",
                    "ray",
                    "symbols" -> true;
            default -> false;
        };
    }
}
