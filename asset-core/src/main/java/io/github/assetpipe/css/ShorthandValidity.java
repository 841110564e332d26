package io.github.assetpipe.css;

import java.util.List;

/** Tells whether values with a grammar of their own are certain to be taken by every browser of the baseline. */
final class ShorthandValidity {
    private ShorthandValidity() {}

    static boolean isSure(Property property, List<Part> parts) {
        return switch (property.name()) {
            case "border",
                    "border-top",
                    "border-right",
                    "border-bottom",
                    "border-left",
                    "outline",
                    "column-rule",
                    "border-block-start",
                    "border-block-end",
                    "border-inline-start",
                    "border-inline-end",
                    "border-block",
                    "border-inline" -> line(parts);
            case "background" -> background(parts);
            case "flex" -> flex(parts);
            case "flex-flow", "place-content", "place-items", "place-self" -> keywords(property, parts);
            case "font" -> font(parts);
            case "font-family" -> family(parts);
            case "list-style" -> listStyle(parts);
            case "background-position", "object-position" -> positions(parts, 4);
            case "background-repeat" -> repeats(property, parts);
            case "background-size" -> positions(parts, 2);
            case "transform-origin", "perspective-origin" -> positions(parts, 3);
            case "box-shadow", "text-shadow" -> shadow(property, parts);
            case "transform" -> transform(parts);
            case "transition", "animation", "transition-timing-function", "animation-timing-function" ->
                timed(property, parts);
            case "text-decoration" -> textDecoration(parts);
            case "fill", "stroke" ->
                parts.size() == 1
                        && (Colors.isOldColor(parts.get(0)) || parts.get(0).isWord("none"));
            case "content" ->
                parts.size() == 1
                        && (parts.get(0) instanceof Part.Text
                                || parts.get(0).isWord("none")
                                || parts.get(0).isWord("normal"));
            case "cursor" -> parts.size() == 1 && parts.get(0) instanceof Part.Word word && isOldCursor(word.lower);
            default -> false;
        };
    }

    private static boolean keywords(Property property, List<Part> parts) {
        for (Part part : parts) {
            if (!(part instanceof Part.Word word) || !property.keywords().contains(word.lower)) {
                return false;
            }
        }
        return parts.size() == 1
                || (parts.size() == 2
                        && !parts.get(0).isWord("safe")
                        && !parts.get(0).isWord("unsafe"));
    }

    private static boolean line(List<Part> parts) {
        LineValues values = LineValues.read(parts);
        return values != null
                && (values.color() == null || Colors.isOldColor(values.color()))
                && !(values.width() instanceof Part.Func function && !Validity.isOldCalc(function));
    }

    private static boolean background(List<Part> parts) {
        List<List<Part>> layers = Lists.split(parts, ',');
        for (int i = 0; i < layers.size(); i++) {
            BackgroundLayer layer = BackgroundLayer.read(layers.get(i), i == layers.size() - 1);
            if (layer == null || !layer.isSure()) {
                return false;
            }
        }
        return true;
    }

    private static boolean flex(List<Part> parts) {
        if (parts.size() == 1) {
            Part part = parts.get(0);
            return part.isWord("auto") || part.isWord("none") || part instanceof Part.Num;
        }
        int numbers = 0;
        for (Part part : parts) {
            boolean number = part instanceof Part.Num num && num.isNumber();
            numbers += number ? 1 : 0;
            if (!(part instanceof Part.Num) && !part.isWord("auto")) {
                return false;
            }
        }
        return numbers > 0 && parts.size() <= 3 && parts.get(0) instanceof Part.Num first && first.isNumber();
    }

    private static boolean font(List<Part> parts) {
        int size = FontValues.sizeIndex(parts);
        if (size < 0 || !(parts.get(size) instanceof Part.Num number)) {
            return false;
        }
        if (!number.isPercent() && !Validity.isOldLength(number.unit)) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            Part part = parts.get(i);
            boolean fine = part.isWord("italic")
                    || part.isWord("oblique")
                    || part.isWord("normal")
                    || part.isWord("small-caps")
                    || part.isWord("bolder")
                    || part.isWord("lighter")
                    || (part instanceof Part.Num weight && weight.isNumber());
            if (!fine) {
                return false;
            }
        }
        int rest = parts.get(size + 1).isSign('/') ? size + 3 : size + 1;
        return rest < parts.size() && family(parts.subList(rest, parts.size()));
    }

    static boolean family(List<Part> parts) {
        for (List<Part> group : Lists.split(parts, ',')) {
            if (group.isEmpty() || (group.size() > 1 && group.get(0) instanceof Part.Text)) {
                return false;
            }
            for (Part part : group) {
                boolean text = part instanceof Part.Text && group.size() == 1;
                if (!text && !(part instanceof Part.Word word && !Validity.isWide(word))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean listStyle(List<Part> parts) {
        return parts.size() == 1
                && parts.get(0) instanceof Part.Word word
                && switch (word.lower) {
                    case "none", "disc", "circle", "square", "decimal", "inside", "outside" -> true;
                    default -> false;
                };
    }

    private static boolean positions(List<Part> parts, int limit) {
        for (List<Part> group : Lists.split(parts, ',')) {
            if (group.isEmpty() || group.size() > limit || (limit == 4 && group.size() > 2)) {
                return false;
            }
            for (Part part : group) {
                boolean number = part instanceof Part.Num num
                        && (num.isZero() || num.isPercent() || Validity.isOldLength(num.unit));
                boolean word = part instanceof Part.Word && (limit == 2 ? isSizeWord(part) : Positions.isKeyword(part));
                if (!number && !word && !(part instanceof Part.Func function && Validity.isOldCalc(function))) {
                    return false;
                }
            }
            if (limit != 2
                    && group.size() > 1
                    && Positions.one(group.subList(0, 2)) == group
                    && Positions.isKeyword(group.get(0))) {
                return false;
            }
        }
        return true;
    }

    private static boolean repeats(Property property, List<Part> parts) {
        for (List<Part> group : Lists.split(parts, ',')) {
            boolean single = group.size() == 1
                    && group.get(0) instanceof Part.Word word
                    && property.keywords().contains(word.lower);
            if (!single) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSizeWord(Part part) {
        return part.isWord("auto") || part.isWord("cover") || part.isWord("contain");
    }

    private static boolean shadow(Property property, List<Part> parts) {
        if (parts.size() == 1) {
            return parts.get(0).isWord("none");
        }
        for (List<Part> group : Lists.split(parts, ',')) {
            int lengths = 0;
            int others = 0;
            for (Part part : group) {
                boolean length =
                        part instanceof Part.Num number && (number.isZero() || Validity.isOldLength(number.unit));
                lengths += length ? 1 : 0;
                others += length ? 0 : 1;
                boolean inset = part.isWord("inset") && property.name().equals("box-shadow");
                if (!length && !inset && !Colors.isOldColor(part)) {
                    return false;
                }
            }
            if (lengths < 2 || lengths > (property.name().equals("box-shadow") ? 4 : 3) || others > 2) {
                return false;
            }
        }
        return true;
    }

    private static boolean transform(List<Part> parts) {
        if (parts.size() == 1 && parts.get(0).isWord("none")) {
            return true;
        }
        for (Part part : parts) {
            if (!(part instanceof Part.Func function) || !ValueFunctions.isTransform(Chars.lower(function.name))) {
                return false;
            }
            for (Part argument : function.arguments) {
                boolean fine = argument instanceof Part.Num
                        || argument.isSign(',')
                        || (argument instanceof Part.Func inner && Validity.isOldCalc(inner));
                if (!fine) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean timed(Property property, List<Part> parts) {
        for (List<Part> group : Lists.split(parts, ',')) {
            if (group.isEmpty() || group.size() > 8) {
                return false;
            }
            int words = 0;
            for (Part part : group) {
                words += part instanceof Part.Word ? 1 : 0;
                boolean easing = part instanceof Part.Func function
                        && (function.name.equals("cubic-bezier") || function.name.equals("steps"));
                boolean time = part instanceof Part.Num number && Units.isTime(number.unit);
                boolean count = part instanceof Part.Num number
                        && number.isNumber()
                        && property.name().equals("animation");
                if (!easing && !time && !count && !(part instanceof Part.Word)) {
                    return false;
                }
            }
            boolean transition = property.name().equals("transition");
            if (transition && words > 2) {
                return false;
            }
        }
        return true;
    }

    private static boolean textDecoration(List<Part> parts) {
        return parts.size() == 1
                && parts.get(0) instanceof Part.Word word
                && switch (word.lower) {
                    case "none", "underline", "overline", "line-through" -> true;
                    default -> false;
                };
    }

    private static boolean isOldCursor(String word) {
        return switch (word) {
            case "auto",
                    "default",
                    "none",
                    "pointer",
                    "wait",
                    "text",
                    "move",
                    "help",
                    "crosshair",
                    "not-allowed",
                    "progress",
                    "e-resize",
                    "w-resize",
                    "n-resize",
                    "s-resize",
                    "ne-resize",
                    "nw-resize",
                    "se-resize",
                    "sw-resize" -> true;
            default -> false;
        };
    }
}
