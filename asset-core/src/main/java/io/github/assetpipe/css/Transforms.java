package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Transform functions (CSS Transforms Level 2) in their shortest form. */
final class Transforms {
    private Transforms() {}

    static List<Part> minify(List<Part> parts) {
        List<Part> out = new ArrayList<>(parts.size());
        for (Part part : parts) {
            out.add(part instanceof Part.Func function ? camel(shorten(function)) : part);
        }
        return out;
    }

    /** Collapses the values of the {@code scale} property. */
    static List<Part> scale(List<Part> parts) {
        List<Part> numbers = new ArrayList<>(3);
        for (Part part : parts) {
            numbers.add(percentToNumber(part));
        }
        if (numbers.size() == 3 && is(numbers.get(2), "1")) {
            numbers.remove(2);
        }
        return Boxes.pair(numbers);
    }

    private static Part.Func camel(Part.Func function) {
        int last = function.name.length() - 1;
        char axis = function.name.charAt(last);
        boolean axial = (axis == 'x' || axis == 'y' || axis == 'z')
                && switch (function.name.substring(0, last)) {
                    case "translate", "rotate", "scale", "skew" -> true;
                    default -> false;
                };
        String name = axial ? function.name.substring(0, last) + (char) (axis - 32) : function.name;
        return name.equals(function.name) ? function : new Part.Func(name, function.arguments);
    }

    private static Part.Func shorten(Part.Func function) {
        List<List<Part>> groups = Lists.split(function.arguments, ',');
        List<Part> arguments = new ArrayList<>(groups.size());
        for (List<Part> group : groups) {
            if (group.size() != 1 || ValueMinifier.hasReference(group)) {
                return function;
            }
            arguments.add(group.get(0));
        }
        return switch (function.name) {
            case "translate", "translatex" -> translate(function, arguments);
            case "translate3d" -> translate3d(function, arguments);
            case "scale", "scalex", "scaley", "scalez", "scale3d" -> scale(function, arguments);
            case "rotate3d" -> rotate3d(function, arguments);
            case "rotatez" -> call("rotate", zeroAngle(arguments.get(0)));
            case "rotate", "rotatex", "rotatey", "skewx", "skewy" ->
                arguments.size() == 1 ? call(function.name, zeroAngle(arguments.get(0))) : function;
            case "skew" -> skew(function, arguments);
            default -> function;
        };
    }

    private static Part.Func translate(Part.Func function, List<Part> arguments) {
        Part x = arguments.get(0);
        if (arguments.size() == 1) {
            return call("translate", x);
        }
        if (arguments.size() != 2) {
            return function;
        }
        Part y = arguments.get(1);
        if (isZero(y)) {
            return call("translate", x);
        }
        return isZero(x) ? call("translatey", y) : function;
    }

    /** Keeps the form that moves nothing, which is written to put an element on a layer of its own. */
    private static Part.Func translate3d(Part.Func function, List<Part> arguments) {
        if (arguments.size() != 3) {
            return function;
        }
        Part x = arguments.get(0);
        Part y = arguments.get(1);
        Part z = arguments.get(2);
        if (isZero(z)) {
            return isZero(x) && isZero(y) ? function : translate(call("translate", x, y), List.of(x, y));
        }
        return isZero(x) && isZero(y) ? call("translatez", z) : function;
    }

    private static Part.Func scale(Part.Func function, List<Part> written) {
        List<Part> arguments = new ArrayList<>(written.size());
        for (Part part : written) {
            arguments.add(percentToNumber(part));
        }
        if (function.name.equals("scale3d") && arguments.size() == 3) {
            boolean flat = is(arguments.get(0), "1") && is(arguments.get(1), "1");
            if (flat && !is(arguments.get(2), "1")) {
                return call("scalez", arguments.get(2));
            }
            if (!is(arguments.get(2), "1")) {
                return call("scale3d", arguments.toArray(new Part[0]));
            }
            arguments.remove(2);
        }
        if (arguments.size() == 2) {
            Part x = arguments.get(0);
            Part y = arguments.get(1);
            if (x.equals(y)) {
                return call("scale", x);
            }
            if (is(y, "1")) {
                return call("scalex", x);
            }
            return is(x, "1") ? call("scaley", y) : call("scale", x, y);
        }
        return call(function.name, arguments.toArray(new Part[0]));
    }

    private static Part percentToNumber(Part part) {
        if (part instanceof Part.Num number && number.isPercent()) {
            String text = Numbers.exact(number.value() / 100);
            return text == null ? part : new Part.Num(text, "");
        }
        return part;
    }

    private static Part.Func rotate3d(Part.Func function, List<Part> arguments) {
        if (arguments.size() != 4) {
            return function;
        }
        String axis = arguments.get(0) + "," + arguments.get(1) + "," + arguments.get(2);
        return switch (axis) {
            case "1,0,0" -> call("rotatex", zeroAngle(arguments.get(3)));
            case "0,1,0" -> call("rotatey", zeroAngle(arguments.get(3)));
            case "0,0,1" -> call("rotate", zeroAngle(arguments.get(3)));
            default -> function;
        };
    }

    private static Part.Func skew(Part.Func function, List<Part> arguments) {
        if (arguments.size() == 2 && isZero(arguments.get(1))) {
            return call("skew", arguments.get(0));
        }
        return function;
    }

    private static Part zeroAngle(Part part) {
        return isZero(part) ? ValueMinifier.ZERO : part;
    }

    private static boolean isZero(Part part) {
        return part instanceof Part.Num number && number.isZero() && !number.isPercent();
    }

    private static boolean is(Part part, String number) {
        return part instanceof Part.Num num && num.isNumber() && num.text.equals(number);
    }

    private static Part.Func call(String name, Part... arguments) {
        List<Part> out = new ArrayList<>(arguments.length * 2);
        for (Part argument : arguments) {
            if (!out.isEmpty()) {
                out.add(Part.Sign.COMMA);
            }
            out.add(argument);
        }
        return new Part.Func(name, out);
    }
}
