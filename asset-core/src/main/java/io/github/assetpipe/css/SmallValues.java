package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Values of properties whose rules are too short for a class of their own. */
final class SmallValues {
    private SmallValues() {}

    static List<Part> minify(String property, List<Part> parts) {
        return switch (property) {
            case "flex" -> flex(parts);
            case "flex-flow" -> flexFlow(parts);
            case "display" -> display(parts);
            case "position-area" -> parts.size() == 2 ? positionArea(parts) : parts;
            case "list-style" -> listStyle(parts);
            case "text-decoration" -> textDecoration(parts);
            case "aspect-ratio" -> ratio(parts);
            case "columns" -> columns(parts);
            default -> parts;
        };
    }

    /** Shortens {@code flex}; a bare number stands for a basis of {@code 0%} in all browsers. */
    static List<Part> flex(List<Part> parts) {
        if (parts.size() == 2 && isNumber(parts.get(0)) && !isNumber(parts.get(1))) {
            return flex(List.of(parts.get(0), number("1"), parts.get(1)));
        }
        if (parts.size() == 2 && parts.get(1).toString().equals("1")) {
            return parts.subList(0, 1);
        }
        if (parts.size() != 3 || !isNumber(parts.get(0)) || !isNumber(parts.get(1))) {
            return parts;
        }
        String grow = parts.get(0).toString();
        String shrink = parts.get(1).toString();
        Part basis = parts.get(2);
        if (basis.isWord("auto")) {
            if (grow.equals("1") && shrink.equals("1")) {
                return List.of(basis);
            }
            if (grow.equals("0") && shrink.equals("0")) {
                return List.of(new Part.Word("none"));
            }
            return shrink.equals("1") && !grow.equals("0") ? List.of(parts.get(0), basis) : parts;
        }
        if (basis.toString().equals("0%")) {
            return shrink.equals("1") ? parts.subList(0, 1) : parts.subList(0, 2);
        }
        // A zero basis stays beside its numbers: alone it reads like a mistake, and some tools take it for one.
        boolean zero = basis instanceof Part.Num number && number.isZero();
        if (!shrink.equals("1") || isNumber(basis) || zero) {
            return parts;
        }
        return grow.equals("1") ? List.of(basis) : List.of(parts.get(0), basis);
    }

    private static boolean isNumber(Part part) {
        return part instanceof Part.Num number && number.isNumber();
    }

    private static Part number(String text) {
        return new Part.Num(text, "");
    }

    private static List<Part> flexFlow(List<Part> parts) {
        if (parts.size() != 2) {
            return parts;
        }
        boolean swapped = parts.get(0) instanceof Part.Word word && word.lower.contains("wrap");
        Part direction = parts.get(swapped ? 1 : 0);
        Part wrap = parts.get(swapped ? 0 : 1);
        if (wrap.isWord("nowrap")) {
            return List.of(direction);
        }
        return List.of(direction, wrap);
    }

    private static List<Part> display(List<Part> parts) {
        if (parts.size() < 2) {
            return parts;
        }
        String word = switch (ValuePrinter.print(parts)) {
            case "block flow", "flow block" -> "block";
            case "block flow-root", "flow-root block" -> "flow-root";
            case "inline flow", "flow inline" -> "inline";
            case "inline flow-root", "flow-root inline" -> "inline-block";
            case "block flex", "flex block" -> "flex";
            case "inline flex", "flex inline" -> "inline-flex";
            case "block grid", "grid block" -> "grid";
            case "inline grid", "grid inline" -> "inline-grid";
            case "block table", "table block" -> "table";
            case "inline table", "table inline" -> "inline-table";
            case "inline ruby", "ruby inline" -> "ruby";
            case "block flow list-item",
                    "list-item block flow",
                    "list-item block",
                    "block list-item",
                    "flow list-item",
                    "list-item flow" -> "list-item";
            default -> "";
        };
        return word.isEmpty() ? parts : List.of(new Part.Word(word));
    }

    private static List<Part> positionArea(List<Part> parts) {
        boolean spans = parts.get(1).isWord("span-all") && isEdge(parts.get(0));
        return spans ? parts.subList(0, 1) : parts;
    }

    /** Tells whether a word names one physical axis, so that the other one is spanned when it stands alone. */
    private static boolean isEdge(Part part) {
        return part.isWord("top") || part.isWord("bottom") || part.isWord("left") || part.isWord("right");
    }

    private static List<Part> listStyle(List<Part> parts) {
        if (parts.size() < 2) {
            return parts;
        }
        List<Part> out = new ArrayList<>(3);
        boolean none = false;
        for (Part part : parts) {
            none |= part.isWord("none");
        }
        for (Part part : parts) {
            boolean initial = part.isWord("outside") || (part.isWord("disc") && !none);
            if (!initial) {
                out.add(part);
            }
        }
        return out.isEmpty() ? parts.subList(0, 1) : out;
    }

    /** Drops the initial style, colour and thickness, where each is said once. */
    private static List<Part> textDecoration(List<Part> parts) {
        List<Part> out = new ArrayList<>(3);
        int styles = 0;
        int colors = 0;
        int widths = 0;
        for (Part part : parts) {
            boolean width = part.isWord("auto") || part.isWord("from-font") || part instanceof Part.Num;
            styles += isDecorationStyle(part) ? 1 : 0;
            colors += Colors.isColor(part) ? 1 : 0;
            widths += width ? 1 : 0;
            if (!part.isWord("solid") && !part.isWord("currentcolor") && !part.isWord("auto")) {
                out.add(part);
            }
        }
        if (styles > 1 || colors > 1 || widths > 1) {
            return parts;
        }
        return out.isEmpty() ? parts.subList(0, 1) : out;
    }

    private static boolean isDecorationStyle(Part part) {
        return part instanceof Part.Word word
                && switch (word.lower) {
                    case "solid", "double", "dotted", "dashed", "wavy" -> true;
                    default -> false;
                };
    }

    /** Drops an {@code auto} beside a width or a number. */
    private static List<Part> columns(List<Part> parts) {
        if (parts.size() != 2) {
            return parts;
        }
        return parts.get(0).isWord("auto")
                ? parts.subList(1, 2)
                : parts.get(1).isWord("auto") ? parts.subList(0, 1) : parts;
    }

    private static List<Part> ratio(List<Part> parts) {
        boolean one = parts.size() == 3
                && parts.get(1).isSign('/')
                && parts.get(2).toString().equals("1");
        return one ? parts.subList(0, 1) : parts;
    }
}
