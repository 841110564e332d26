package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Gradients (CSS Images Level 4) without what is implied anyway. */
final class Gradients {
    private Gradients() {}

    static Part minify(Part.Func function) {
        List<List<Part>> groups = Lists.split(function.arguments, ',');
        List<List<Part>> out = new ArrayList<>(groups.size());
        for (List<Part> group : groups) {
            out.add(shorten(group));
        }
        boolean standard = function.name.charAt(0) != '-';
        if (standard && !ValueMinifier.hasReference(function.arguments)) {
            List<Part> line = direction(function.name, out.get(0));
            boolean hasLine = line != out.get(0) || !isStop(out.get(0));
            if (line.isEmpty()) {
                out.remove(0);
                hasLine = false;
            } else {
                out.set(0, line);
            }
            if (!function.name.startsWith("repeating")) {
                GradientStops.shorten(out, hasLine ? 1 : 0);
            }
        }
        return new Part.Func(function.name, Lists.join(out, ','));
    }

    private static List<Part> shorten(List<Part> group) {
        List<Part> out = new ArrayList<>(group.size());
        for (Part part : group) {
            if (part instanceof Part.Num number) {
                out.add(number.isLength() ? ValueMinifier.number(number, true) : number);
            } else if (part instanceof Part.Func inner && ValueFunctions.isMath(inner.name)) {
                out.add(MathSimplifier.simplify(part));
            } else if (part instanceof Part.Func inner && inner.name.endsWith("stop")) {
                out.add(new Part.Func(inner.name, Lists.join(shortenAll(inner.arguments), ',')));
            } else {
                out.add(part instanceof Part.Func inner && isDerived(inner) ? part : Colors.shorten(part));
            }
        }
        return out;
    }

    /** Tells whether a colour is made of others: the colours between it and its neighbour are found in another space. */
    private static boolean isDerived(Part.Func color) {
        return color.name.equals("color-mix")
                || (!color.arguments.isEmpty() && color.arguments.get(0).isWord("from"));
    }

    private static List<List<Part>> shortenAll(List<Part> arguments) {
        List<List<Part>> out = new ArrayList<>();
        for (List<Part> group : Lists.split(arguments, ',')) {
            out.add(shorten(group));
        }
        return out;
    }

    private static boolean isStop(List<Part> group) {
        return !group.isEmpty() && Colors.isColor(group.get(0));
    }

    private static List<Part> direction(String name, List<Part> line) {
        if (name.endsWith("linear-gradient")) {
            return switch (ValuePrinter.print(line)) {
                case "to bottom", "180deg" -> List.of();
                case "to top" -> List.of(new Part.Num("0", "deg"));
                case "to right" -> List.of(new Part.Num("90", "deg"));
                case "to left" -> List.of(new Part.Num("270", "deg"));
                default -> line;
            };
        }
        return isStop(line) ? line : shape(line);
    }

    /** Drops the parts of a radial or conic gradient's first argument that are the default. */
    private static List<Part> shape(List<Part> line) {
        List<Part> out = new ArrayList<>(line);
        int at = indexOf(out, "at");
        if (at >= 0) {
            List<Part> position = Positions.one(out.subList(at + 1, out.size()));
            boolean centered =
                    position.size() == 1 && position.get(0).toString().equals("50%");
            out = new ArrayList<>(out.subList(0, centered ? at : at + 1));
            if (!centered) {
                out.addAll(position);
            }
        }
        out.removeIf(part -> part.isWord("farthest-corner"));
        if (indexOf(out, "ellipse") >= 0 && indexOf(out, "circle") < 0) {
            out.removeIf(part -> part.isWord("ellipse"));
        }
        int from = indexOf(out, "from");
        if (from == 0 && out.size() > 1 && out.get(1) instanceof Part.Num angle && angle.isZero()) {
            out.subList(0, 2).clear();
        }
        return out;
    }

    private static int indexOf(List<Part> parts, String word) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isWord(word)) {
                return i;
            }
        }
        return -1;
    }
}
