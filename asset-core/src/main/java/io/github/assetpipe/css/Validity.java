package io.github.assetpipe.css;

import java.util.List;

/**
 * Tells values that every browser of the baseline is certain to take from those that it may refuse.
 *
 * <p>It errs on the side of doubt: a doubtful value never makes an earlier declaration void.
 */
final class Validity {
    private Validity() {}

    static boolean isWide(Part part) {
        return part instanceof Part.Word word
                && switch (word.lower) {
                    case "inherit", "initial", "unset", "revert", "revert-layer" -> true;
                    default -> false;
                };
    }

    static boolean isSure(Property property, List<Part> parts) {
        if (parts.size() == 1 && isWide(parts.get(0))) {
            return true;
        }
        if (ValueMinifier.hasReference(parts)) {
            return hasOnlyVariables(parts);
        }
        if (property.takes('*')) {
            return ShorthandValidity.isSure(property, parts);
        }
        if (parts.size() > property.count()) {
            return false;
        }
        boolean separated = true;
        for (Part part : parts) {
            boolean sign = part instanceof Part.Sign;
            if (sign && (separated || !isAllowed(property, part))) {
                return false;
            }
            if (!sign && !isSure(property, part)) {
                return false;
            }
            boolean needed = property.takes(',') && !sign && !separated && property.count() == 99;
            if (needed) {
                return false;
            }
            separated = sign;
        }
        return !separated;
    }

    private static boolean isAllowed(Property property, Part sign) {
        return (sign.isSign(',') && property.takes(',')) || (sign.isSign('/') && property.takes('/'));
    }

    private static boolean hasOnlyVariables(List<Part> parts) {
        for (Part part : parts) {
            boolean odd = part instanceof Part.Raw
                    || (part instanceof Part.Block block && !hasOnlyVariables(block.content))
                    || (part instanceof Part.Sequence sequence && !hasOnlyVariables(sequence.parts));
            if (odd) {
                return false;
            }
            if (part instanceof Part.Func function) {
                if (function.name.equals("attr") || function.name.equals("env")) {
                    return false;
                }
                if (!function.name.equals("var") && !hasOnlyVariables(function.arguments)) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean isSure(Property property, Part part) {
        if (part instanceof Part.Num number) {
            return isNumber(property, number);
        }
        if (part instanceof Part.Word word) {
            return property.keywords().contains(word.lower)
                    || (property.takesColor() && Colors.isOldColor(word))
                    || (property.takes('x') && !isWide(word));
        }
        if (part instanceof Part.Hash) {
            return property.takesColor() && Colors.isOldColor(part);
        }
        if (part instanceof Part.Text) {
            return property.takes('s');
        }
        if (part instanceof Part.Link) {
            return property.takes('m');
        }
        if (part instanceof Part.Func function) {
            return (property.takesColor() && Colors.isOldColor(part))
                    || (property.takes('m') && isOldGradient(function))
                    || (property.takes('l') && isOldCalc(function));
        }
        return false;
    }

    private static boolean isNumber(Property property, Part.Num number) {
        boolean negative = number.text.charAt(0) == '-';
        if (negative && !takesNegative(property.name())) {
            return false;
        }
        if (number.isNumber()) {
            boolean whole = number.text.indexOf('.') < 0;
            return property.takes('n') || (property.takes('i') && whole) || (number.isZero() && property.takes('l'));
        }
        if (number.isPercent()) {
            return property.takes('p');
        }
        return (property.takes('l') && isOldLength(number.unit))
                || (property.takes('t') && Units.isTime(number.unit))
                || (property.takes('a') && Units.isAngle(number.unit));
    }

    static boolean isOldLength(String unit) {
        return switch (unit) {
            case "px", "em", "rem", "ex", "ch", "vw", "vh", "vmin", "vmax", "cm", "mm", "in", "pt", "pc" -> true;
            default -> false;
        };
    }

    private static boolean takesNegative(String name) {
        return name.startsWith("margin")
                || name.startsWith("inset")
                || name.startsWith("scroll-margin")
                || switch (name) {
                    case "top",
                            "right",
                            "bottom",
                            "left",
                            "z-index",
                            "order",
                            "letter-spacing",
                            "word-spacing",
                            "text-indent",
                            "outline-offset",
                            "transition-delay",
                            "animation-delay",
                            "background-position-x",
                            "background-position-y",
                            "vertical-align",
                            "text-underline-offset",
                            "translate",
                            "scale",
                            "stroke-dashoffset",
                            "grid-row-start",
                            "grid-row-end",
                            "grid-column-start",
                            "grid-column-end",
                            "grid-row",
                            "grid-column",
                            "grid-area" -> true;
                    default -> false;
                };
    }

    static boolean isOldGradient(Part.Func function) {
        boolean gradient = function.name.equals("linear-gradient")
                || function.name.equals("radial-gradient")
                || function.name.equals("repeating-linear-gradient")
                || function.name.equals("repeating-radial-gradient");
        if (!gradient) {
            return false;
        }
        int stops = 0;
        for (List<Part> group : Lists.split(function.arguments, ',')) {
            if (group.isEmpty()) {
                return false;
            }
            stops += Colors.isOldColor(group.get(0)) ? 1 : 0;
            for (Part part : group) {
                boolean odd = part instanceof Part.Func inner && !Colors.isOldColor(inner) && !isOldCalc(inner);
                if (odd || part instanceof Part.Raw || part instanceof Part.Block) {
                    return false;
                }
            }
        }
        return stops >= 2;
    }

    /** Tells whether {@code function} is a calculation of lengths and percentages with plus and minus, times and divided by. */
    static boolean isOldCalc(Part.Func function) {
        if (!function.name.equals("calc")) {
            return false;
        }
        for (Part part : function.arguments) {
            boolean fine = part instanceof Part.Num number
                    && (number.isPercent() || number.isNumber() || isOldLength(number.unit));
            if (!fine && !(part instanceof Part.Sign)) {
                return false;
            }
        }
        return MathSimplifier.isLengthSum(function.arguments);
    }
}
