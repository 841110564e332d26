package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Simplifies math functions (CSS Values and Units Level 4, section 10) without changing what they compute. */
final class MathSimplifier {
    private final List<Part> parts;
    private int at;

    private MathSimplifier(List<Part> parts) {
        this.parts = parts;
    }

    /** Returns {@code part} simplified if it is a math function; a sum stays in {@code calc()}. */
    static Part simplify(Part part) {
        if (!(part instanceof Part.Func function) || !ValueFunctions.isMath(function.name)) {
            return part;
        }
        MathSum sum = function(function);
        if (sum == null) {
            return function;
        }
        Part.Num single = sum.single();
        if (single != null) {
            // A zero would be taken for a length where only the function was no length.
            boolean zero = single.isNumber() && single.value() == 0;
            return single.text.charAt(0) == '-' ? calc(single) : zero ? shorter(calc(single), function) : single;
        }
        Part.Num near = sum.pixels();
        if (near != null && near.text.charAt(0) != '-') {
            return shorter(near, function);
        }
        List<Part> out = sum.toParts();
        if (out == null) {
            return function;
        }
        boolean wrapped = out.size() == 1 && out.get(0) instanceof Part.Func inner && ValueFunctions.isMath(inner.name);
        return wrapped ? out.get(0) : shorter(new Part.Func("calc", out), function);
    }

    private static Part shorter(Part made, Part written) {
        return made.toString().length() <= written.toString().length() ? made : written;
    }

    private static Part calc(Part inner) {
        return new Part.Func("calc", List.of(inner));
    }

    /** Returns the number that {@code part} is, or {@code part} simplified. */
    static Part simplifyNumber(Part part) {
        if (part instanceof Part.Func function && ValueFunctions.isMath(function.name)) {
            MathSum sum = function(function);
            Part.Num single = sum == null ? null : sum.single();
            if (single != null) {
                return single;
            }
            List<Part> out = sum == null ? null : sum.toParts();
            if (out != null && out.size() == 1 && out.get(0) instanceof Part.Word) {
                return out.get(0);
            }
        }
        return simplify(part);
    }

    /** Returns the value of a math function, or null when it should stay as written. */
    private static @Nullable MathSum function(Part.Func function) {
        if (function.name.equals("calc")) {
            return new MathSimplifier(function.arguments).all();
        }
        List<MathSum> arguments = new ArrayList<>();
        List<Part> printed = new ArrayList<>();
        for (List<Part> group : Lists.split(function.arguments, ',')) {
            MathSum sum = new MathSimplifier(group).all();
            List<Part> text = sum == null ? null : sum.toParts();
            if (sum == null || text == null) {
                return MathSum.opaque(function);
            }
            if (!printed.isEmpty()) {
                printed.add(Part.Sign.COMMA);
            }
            printed.addAll(text);
            arguments.add(sum);
        }
        MathSum resolved = MathFunctions.resolve(function.name, arguments);
        return resolved != null ? resolved : MathSum.opaque(new Part.Func(function.name, printed));
    }

    /** Tells whether {@code parts} are a sum of lengths and percentages, and of nothing else. */
    static boolean isLengthSum(List<Part> parts) {
        MathSum sum = new MathSimplifier(parts).all();
        return sum != null && sum.isLength();
    }

    private @Nullable MathSum all() {
        MathSum sum = sum();
        return at == parts.size() ? sum : null;
    }

    private @Nullable MathSum sum() {
        MathSum sum = product();
        while (sum != null
                && at < parts.size()
                && (parts.get(at).isSign('+') || parts.get(at).isSign('-'))) {
            boolean negative = parts.get(at++).isSign('-');
            int start = at;
            MathSum next = product();
            if (next == null) {
                return null;
            }
            // What a variable holds is pasted in as text: a sign must not be moved past the brackets around it.
            boolean grouped = at == start + 1 && !next.isKnown() && isGroup(parts.get(start));
            sum.add(negative && grouped ? MathSum.opaque(group(parts.get(start))) : next, negative);
        }
        return sum;
    }

    private static boolean isGroup(Part part) {
        return part instanceof Part.Block || (part instanceof Part.Func function && function.name.equals("calc"));
    }

    private static Part group(Part part) {
        return part instanceof Part.Func function ? new Part.Block('(', function.arguments) : part;
    }

    private @Nullable MathSum product() {
        int start = at;
        MathSum product = operand();
        while (product != null
                && at < parts.size()
                && (parts.get(at).isSign('*') || parts.get(at).isSign('/'))) {
            boolean divide = parts.get(at++).isSign('/');
            MathSum next = operand();
            if (next == null) {
                return null;
            }
            MathSum exact = product.times(next, divide);
            if (exact == null) {
                return restOfProduct(start);
            }
            product = exact;
        }
        return product;
    }

    /** Keeps a product as written, its operands simplified one by one. */
    private @Nullable MathSum restOfProduct(int start) {
        while (at < parts.size() && (parts.get(at).isSign('*') || parts.get(at).isSign('/'))) {
            at++;
            if (operand() == null) {
                return null;
            }
        }
        List<Part> out = new ArrayList<>();
        for (Part part : parts.subList(start, at)) {
            if (part instanceof Part.Func function && function.name.equals("calc")) {
                out.add(new Part.Block('(', function.arguments));
            } else {
                out.add(part);
            }
        }
        return MathSum.opaque(new Part.Sequence(out));
    }

    private @Nullable MathSum operand() {
        if (at >= parts.size()) {
            return null;
        }
        Part part = parts.get(at++);
        if (part instanceof Part.Num number) {
            return MathSum.number(number.value(), number.unit);
        }
        if (part instanceof Part.Block block && block.open == '(') {
            return new MathSimplifier(block.content).all();
        }
        if (part instanceof Part.Word word) {
            return switch (word.lower) {
                case "pi" -> MathSum.number(Math.PI, "");
                case "e" -> MathSum.number(Math.E, "");
                default -> MathSum.opaque(part);
            };
        }
        if (part instanceof Part.Func function) {
            return ValueFunctions.isMath(function.name) ? function(function) : MathSum.opaque(function);
        }
        return part instanceof Part.Raw || part instanceof Part.Sequence ? MathSum.opaque(part) : null;
    }
}
