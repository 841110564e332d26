package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Rewrites the value of a known property to its shortest equal form. */
final class ValueMinifier {
    private ValueMinifier() {}

    /** Returns the shortest value of {@code property} that means the same as {@code parts}. */
    static List<Part> minify(Property property, List<Part> parts) {
        List<Part> out = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            out.add(part(property, parts.get(i)));
        }
        if (out.size() == 1 && out.get(0).isWord("initial")) {
            return Initials.shorter(property.name(), out);
        }
        return hasReference(out) ? safe(property, out) : special(property, out);
    }

    /** Tells whether a value has parts that are only known at run time, so that its structure is not known. */
    static boolean hasReference(List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part instanceof Part.Func function
                    && (function.name.equals("var")
                            || function.name.equals("env")
                            || function.name.equals("attr")
                            || hasReference(function.arguments))) {
                return true;
            }
            if (part instanceof Part.Block block && hasReference(block.content)) {
                return true;
            }
            if (part instanceof Part.Sequence sequence && hasReference(sequence.parts)) {
                return true;
            }
            if (part instanceof Part.Raw raw && raw.text.contains("var(")) {
                return true;
            }
        }
        return false;
    }

    private static List<Part> safe(Property property, List<Part> parts) {
        return switch (property.name()) {
            case "font-family" -> FontValues.family(parts);
            case "transform" -> Transforms.minify(parts);
            default -> parts;
        };
    }

    private static Part part(Property property, Part part) {
        if (part instanceof Part.Num number) {
            boolean refused = number.isNumber() && !number.integer && property.takesOnlyIntegers();
            return refused ? fraction(number) : number(number, property.takesBareZero());
        }
        if (part instanceof Part.Word word) {
            if (property.takesColor()) {
                Part color = Colors.shorten(word);
                if (color != word) {
                    return color;
                }
            }
            boolean lower = property.hasOnlyKeywords() && !word.lower.equals(word.text);
            return lower ? new Part.Word(word.lower) : word;
        }
        if (part instanceof Part.Hash && property.takesColor()) {
            return Colors.shorten(part);
        }
        if (part instanceof Part.Link link) {
            return Links.shorten(link);
        }
        if (part instanceof Part.Func function) {
            return function(property, function);
        }
        return part;
    }

    /** Keeps a number that is no integer as one, so that browsers go on refusing it. */
    private static Part fraction(Part.Num number) {
        return number.text.indexOf('.') >= 0 ? number : new Part.Raw(number.text.concat(".0"));
    }

    /** Returns {@code number} in its shortest unit. */
    static Part.Num number(Part.Num number, boolean bareZero) {
        if (number.unit.isEmpty() || number.unit.equals("%") || number.unit.equals("px")) {
            return bareZero && number.isZero() && number.unit.equals("px") ? ZERO : number;
        }
        if (number.isLength()) {
            return number.isZero() && bareZero ? ZERO : pixels(number);
        }
        return Units.isTime(number.unit) ? time(number) : number;
    }

    static final Part.Num ZERO = new Part.Num("0", "");

    private static Part.Num pixels(Part.Num number) {
        double factor = Units.factor(number.unit);
        if (Double.isNaN(factor)) {
            return number;
        }
        String text = Numbers.exact(number.value() * factor);
        boolean shorter = text != null && text.length() + 2 <= number.text.length() + number.unit.length();
        return shorter && text != null ? new Part.Num(text, "px") : number;
    }

    private static Part.Num time(Part.Num number) {
        boolean seconds = number.unit.equals("s");
        String text = Numbers.exact(seconds ? number.value() * 1000 : number.value() / 1000);
        if (text == null) {
            return number;
        }
        Part.Num other = new Part.Num(text, seconds ? "ms" : "s");
        int difference = other.text.length() + other.unit.length() - number.text.length() - number.unit.length();
        return difference < 0 || (difference == 0 && !seconds) ? other : number;
    }

    private static Part function(Property property, Part.Func function) {
        if (ValueFunctions.isMath(function.name)) {
            Part simplified = MathSimplifier.simplify(function);
            if (simplified instanceof Part.Num number) {
                boolean same = !number.isNumber() || property.takesWritten(number.value());
                return same ? number(number, property.takesBareZero()) : function;
            }
            return simplified;
        }
        if (ValueFunctions.isColor(function.name)) {
            return property.takesColor() ? Colors.shortenAlone(function) : function;
        }
        if (function.name.endsWith("gradient")) {
            return Gradients.minify(function);
        }
        return switch (function.name) {
            case "cubic-bezier", "steps" -> property.takesEasing() ? Easings.shorten(function) : function;
            case "var", "env", "attr", "local", "path" -> function;
            case "format" -> format(function);
            case "image-set", "-webkit-image-set", "counter", "counters", "linear", "symbols", "tech" -> function;
            default -> new Part.Func(function.name, arguments(function));
        };
    }

    private static Part format(Part.Func function) {
        if (function.arguments.size() == 1 && function.arguments.get(0) instanceof Part.Text text) {
            switch (text.content) {
                case "woff", "woff2", "truetype", "opentype", "collection", "svg", "embedded-opentype" -> {
                    return new Part.Func("format", List.of(new Part.Word(text.content)));
                }
                default -> {}
            }
        }
        return function;
    }

    private static List<Part> arguments(Part.Func function) {
        boolean bareZero = switch (function.name) {
            case "translate",
                    "translatex",
                    "translatey",
                    "translatez",
                    "translate3d",
                    "blur",
                    "drop-shadow",
                    "inset",
                    "circle",
                    "ellipse",
                    "polygon",
                    "rect",
                    "xywh",
                    "fit-content",
                    "minmax",
                    "repeat",
                    "perspective" -> true;
            default -> false;
        };
        List<Part> out = new ArrayList<>(function.arguments.size());
        for (Part part : function.arguments) {
            if (part instanceof Part.Num number) {
                out.add(number(number, bareZero));
            } else if (part instanceof Part.Func inner) {
                out.add(inner(inner));
            } else if (part instanceof Part.Link link) {
                out.add(Links.shorten(link));
            } else if (function.name.equals("drop-shadow")) {
                out.add(Colors.shorten(part));
            } else {
                out.add(part);
            }
        }
        return out;
    }

    private static Part inner(Part.Func function) {
        if (ValueFunctions.isMath(function.name)) {
            return MathSimplifier.simplify(function);
        }
        if (ValueFunctions.isColor(function.name)) {
            return Colors.shorten(function);
        }
        return switch (function.name) {
            case "minmax", "repeat", "fit-content" -> new Part.Func(function.name, arguments(function));
            default -> function;
        };
    }

    private static List<Part> special(Property property, List<Part> parts) {
        return switch (property.name()) {
            case "margin",
                    "padding",
                    "inset",
                    "border-width",
                    "border-style",
                    "border-color",
                    "scroll-margin",
                    "scroll-padding",
                    "border-image-width",
                    "border-image-outset" -> Boxes.four(parts);
            case "border-radius" -> Boxes.radius(parts);
            case "overflow",
                    "overscroll-behavior",
                    "gap",
                    "grid-gap",
                    "margin-block",
                    "margin-inline",
                    "padding-block",
                    "padding-inline",
                    "inset-block",
                    "inset-inline",
                    "border-spacing",
                    "scroll-margin-block",
                    "scroll-margin-inline",
                    "scroll-padding-block",
                    "scroll-padding-inline",
                    "border-block-width",
                    "border-inline-width",
                    "border-block-color",
                    "border-inline-color",
                    "border-block-style",
                    "border-inline-style",
                    "border-image-repeat",
                    "border-top-left-radius",
                    "border-top-right-radius",
                    "border-bottom-left-radius",
                    "border-bottom-right-radius" -> Boxes.pair(parts);
            case "place-content", "place-items", "place-self" -> Boxes.pair(parts);
            case "border",
                    "border-top",
                    "border-right",
                    "border-bottom",
                    "border-left",
                    "border-block",
                    "border-inline",
                    "border-block-start",
                    "border-block-end",
                    "border-inline-start",
                    "border-inline-end",
                    "outline",
                    "column-rule" -> LineValues.minify(parts);
            case "font-weight" -> FontValues.weight(parts);
            case "font-family" -> FontValues.family(parts);
            case "font" -> FontValues.shorthand(parts);
            case "transform" -> Transforms.minify(parts);
            case "scale" -> Transforms.scale(parts);
            case "transition" -> TimedLayers.transition(parts);
            case "animation" -> TimedLayers.animation(parts);
            case "background-position",
                    "mask-position",
                    "-webkit-mask-position",
                    "object-position",
                    "perspective-origin" -> Positions.list(parts);
            case "transform-origin" -> parts.size() <= 2 ? Positions.one(parts) : parts;
            case "background-size", "mask-size", "-webkit-mask-size" -> Backgrounds.sizes(parts);
            case "background-repeat", "mask-repeat", "-webkit-mask-repeat" -> Backgrounds.repeats(parts);
            case "background" -> Backgrounds.shorthand(parts);
            default -> SmallValues.minify(property.name(), parts);
        };
    }
}
