package io.github.assetpipe.css;

import java.util.List;

/** Easing functions. */
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

    /** Tells whether {@code part} is an easing, by name or as a function. */
    static boolean isEasing(Part part) {
        if (part instanceof Part.Func function) {
            return switch (function.name) {
                case "cubic-bezier", "steps", "linear" -> true;
                default -> false;
            };
        }
        return part instanceof Part.Word word
                && switch (word.lower) {
                    case "ease", "linear", "ease-in", "ease-out", "ease-in-out", "step-start", "step-end" -> true;
                    default -> false;
                };
    }
}
