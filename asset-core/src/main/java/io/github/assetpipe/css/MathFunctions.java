package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes math functions of known arguments. */
final class MathFunctions {
    private MathFunctions() {}

    /** Returns the value of {@code name(arguments)}, or null when it depends on something unknown. */
    static @Nullable MathSum resolve(String name, List<MathSum> arguments) {
        List<Part.Num> numbers = new ArrayList<>();
        for (MathSum argument : arguments) {
            Part.Num number = argument.single();
            if (number == null) {
                return null;
            }
            numbers.add(number);
        }
        String unit = commonUnit(numbers);
        if (unit == null || unit.equals("%")) {
            return unit != null && allEqual(numbers) && isSelection(name) ? arguments.get(0) : null;
        }
        double[] values = new double[numbers.size()];
        boolean mixed = !numbers.stream().allMatch(n -> n.unit.equals(numbers.get(0).unit));
        for (int i = 0; i < values.length; i++) {
            double factor = mixed ? Units.factor(numbers.get(i).unit) : 1;
            values[i] = numbers.get(i).value() * factor;
        }
        String resultUnit = mixed ? unit : numbers.get(0).unit;
        if (resultUnit.isEmpty() || Units.isAngle(resultUnit)) {
            MathSum computed = ofNumbers(name, values, resultUnit);
            if (computed != null) {
                return computed;
            }
        }
        double value = compute(name, values);
        if (Double.isNaN(value)) {
            return null;
        }
        return MathSum.number(value, name.equals("sign") ? "" : resultUnit);
    }

    /** Computes what takes numbers or angles only; null for what is no such function or has no such value. */
    private static @Nullable MathSum ofNumbers(String name, double[] v, String unit) {
        boolean number = unit.isEmpty();
        double angle = v[0] * (number ? 1 : Math.toRadians(Units.factor(unit)));
        double value = switch (name) {
            case "sin" -> Math.sin(angle);
            case "cos" -> Math.cos(angle);
            case "tan" -> Math.abs(Math.cos(angle)) < 1e-9 ? Double.NaN : Math.tan(angle);
            case "sqrt" -> number ? Math.sqrt(v[0]) : Double.NaN;
            case "exp" -> number ? Math.exp(v[0]) : Double.NaN;
            case "pow" -> number && v.length == 2 ? Math.pow(v[0], v[1]) : Double.NaN;
            case "log" -> number && v.length <= 2 ? Math.log(v[0]) / (v.length == 2 ? Math.log(v[1]) : 1) : Double.NaN;
            case "asin" -> number ? Math.toDegrees(Math.asin(v[0])) : Double.NaN;
            case "acos" -> number ? Math.toDegrees(Math.acos(v[0])) : Double.NaN;
            case "atan" -> number ? Math.toDegrees(Math.atan(v[0])) : Double.NaN;
            default -> Double.NaN;
        };
        boolean single = v.length == 1 || name.equals("pow") || name.equals("log");
        boolean turned = name.equals("asin") || name.equals("acos") || name.equals("atan");
        return single && Double.isFinite(value) ? MathSum.number(value, turned ? "deg" : "") : null;
    }

    private static boolean isSelection(String name) {
        return name.equals("min") || name.equals("max") || name.equals("clamp");
    }

    private static boolean allEqual(List<Part.Num> numbers) {
        for (Part.Num number : numbers) {
            if (!number.equals(numbers.get(0))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the unit that all share, or can be converted to; null when there is none. */
    private static @Nullable String commonUnit(List<Part.Num> numbers) {
        String unit = Units.canonical(numbers.get(0).unit);
        for (Part.Num number : numbers) {
            if (!Units.canonical(number.unit).equals(unit)) {
                return null;
            }
        }
        return unit;
    }

    private static double compute(String name, double[] v) {
        return switch (name) {
            case "min" -> extreme(v, false);
            case "max" -> extreme(v, true);
            case "clamp" -> v.length == 3 ? Math.max(v[0], Math.min(v[1], v[2])) : Double.NaN;
            case "abs" -> v.length == 1 ? Math.abs(v[0]) : Double.NaN;
            case "sign" -> v.length == 1 ? Math.signum(v[0]) : Double.NaN;
            case "mod" -> v.length == 2 && v[1] != 0 ? v[0] - v[1] * Math.floor(v[0] / v[1]) : Double.NaN;
            case "rem" -> v.length == 2 && v[1] != 0 ? v[0] % v[1] : Double.NaN;
            case "round" -> v.length == 2 && v[1] > 0 ? Math.floor(v[0] / v[1] + 0.5) * v[1] : Double.NaN;
            case "hypot" -> hypot(v);
            default -> Double.NaN;
        };
    }

    private static double extreme(double[] values, boolean greatest) {
        double best = values[0];
        for (double value : values) {
            best = greatest ? Math.max(best, value) : Math.min(best, value);
        }
        return best;
    }

    private static double hypot(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
