package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Easing functions, and the shorthands that hold them. */
final class Easings {
    private Easings() {}

    static Part shorten(Part.Func function) {
        return function.name.equals("steps") ? steps(function) : bezier(function);
    }

    private static Part bezier(Part.Func function) {
        String text = ValuePrinter.print(function.arguments);
        String word = switch (text) {
            case ".25,.1,.25,1" -> "ease";
            case "0,0,1,1" -> "linear";
            case ".42,0,1,1" -> "ease-in";
            case "0,0,.58,1" -> "ease-out";
            case ".42,0,.58,1" -> "ease-in-out";
            default -> "";
        };
        return word.isEmpty() ? function : new Part.Word(word);
    }

    private static Part steps(Part.Func function) {
        List<Part> arguments = function.arguments;
        if (arguments.size() != 1 && arguments.size() != 3) {
            return function;
        }
        String position = arguments.size() == 3 && arguments.get(2) instanceof Part.Word word ? word.lower : "end";
        position = position.equals("jump-start") ? "start" : position.equals("jump-end") ? "end" : position;
        boolean one = arguments.get(0).toString().equals("1");
        if (position.equals("end")) {
            return one ? new Part.Word("step-end") : new Part.Func("steps", arguments.subList(0, 1));
        }
        if (position.equals("start")) {
            return one
                    ? new Part.Word("step-start")
                    : new Part.Func("steps", List.of(arguments.get(0), Part.Sign.COMMA, new Part.Word("start")));
        }
        return function;
    }

    static List<Part> transition(List<Part> parts) {
        List<List<Part>> out = new ArrayList<>(4);
        for (List<Part> layer : Lists.split(parts, ',')) {
            out.add(transitionLayer(layer));
        }
        return Lists.join(out, ',');
    }

    private static List<Part> transitionLayer(List<Part> layer) {
        List<Part> out = new ArrayList<>(4);
        int times = 0;
        for (int i = 0; i < layer.size(); i++) {
            Part part = layer.get(i);
            boolean time = part instanceof Part.Num;
            times += time ? 1 : 0;
            boolean dropped =
                    part.isWord("ease") || (time && isZeroTime(part) && (times == 2 || !hasTimeAfter(layer, i)));
            if (!dropped || part.isWord("all")) {
                out.add(part);
            }
        }
        if (out.size() > 1) {
            out.removeIf(part -> part.isWord("all"));
        }
        return out.isEmpty() ? layer.subList(0, 1) : out;
    }

    private static boolean isZeroTime(Part part) {
        return part instanceof Part.Num number && number.isZero();
    }

    private static boolean hasTimeAfter(List<Part> layer, int index) {
        for (int i = index + 1; i < layer.size(); i++) {
            if (layer.get(i) instanceof Part.Num number && !number.isZero()) {
                return true;
            }
        }
        return false;
    }

    static List<Part> animation(List<Part> parts) {
        List<List<Part>> out = new ArrayList<>(4);
        for (List<Part> layer : Lists.split(parts, ',')) {
            out.add(animationLayer(layer));
        }
        return Lists.join(out, ',');
    }

    /** Drops what is initial anyway, but only where the animation's name cannot be mistaken for it. */
    private static List<Part> animationLayer(List<Part> layer) {
        int names = 0;
        for (Part part : layer) {
            names += part instanceof Part.Text || (part instanceof Part.Word word && !isKeyword(word.lower)) ? 1 : 0;
        }
        if (names != 1) {
            return layer;
        }
        List<Part> out = new ArrayList<>(layer.size());
        int times = 0;
        for (int i = 0; i < layer.size(); i++) {
            Part part = layer.get(i);
            boolean initial =
                    part.isWord("ease") || part.isWord("normal") || part.isWord("none") || part.isWord("running");
            if (part instanceof Part.Num number) {
                boolean time = Units.isTime(number.unit);
                times += time ? 1 : 0;
                initial = time ? number.isZero() && (times == 2 || !timeAfter(layer, i)) : number.text.equals("1");
            }
            if (!initial) {
                out.add(part);
            }
        }
        return out;
    }

    private static boolean timeAfter(List<Part> layer, int index) {
        for (int i = index + 1; i < layer.size(); i++) {
            if (layer.get(i) instanceof Part.Num number && Units.isTime(number.unit) && !number.isZero()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKeyword(String lower) {
        return switch (lower) {
            case "ease",
                    "linear",
                    "ease-in",
                    "ease-out",
                    "ease-in-out",
                    "step-start",
                    "step-end",
                    "infinite",
                    "normal",
                    "reverse",
                    "alternate",
                    "alternate-reverse",
                    "none",
                    "forwards",
                    "backwards",
                    "both",
                    "running",
                    "paused",
                    "auto",
                    "inherit",
                    "initial",
                    "unset",
                    "revert",
                    "revert-layer" -> true;
            default -> false;
        };
    }
}
