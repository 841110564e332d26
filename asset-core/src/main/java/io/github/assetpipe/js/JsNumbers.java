package io.github.assetpipe.js;

import org.jspecify.annotations.Nullable;

/** Computes with whole numbers that are written in the program. */
final class JsNumbers {
    /** Above this, numbers have no exact form. */
    private static final long MOST = 1L << 53;

    private JsNumbers() {}

    /** Returns the number that an operator makes of two, or null where it is not a short one. */
    static @Nullable JsNode fold(JsNode node) {
        Long left = value(node.child(0));
        Long right = value(node.child(1));
        if (left == null || right == null) {
            return null;
        }
        Long result = compute(node.text, left, right);
        return result == null || Math.abs(result) >= MOST ? null : literal(result, node, longest(node));
    }

    /** Returns {@code ~} of a number, or null. */
    static @Nullable JsNode complement(JsNode node) {
        Long value = value(node.child(0));
        return value == null ? null : literal(~(long) (int) (long) value, node, longest(node));
    }

    private static int longest(JsNode node) {
        int length = node.text.length();
        for (JsNode child : node.children) {
            length += child.is(JsKind.NUMBER) ? JsText.number(child.text).length() : longest(child);
        }
        return length;
    }

    private static @Nullable JsNode literal(long value, JsNode at, int longest) {
        String digits = JsText.number(Long.toString(Math.abs(value)));
        JsNode number = new JsNode(JsKind.NUMBER, digits, at.start, at.end);
        if (digits.length() + (value < 0 ? 1 : 0) > longest) {
            return null;
        }
        return value < 0 ? new JsNode(JsKind.UNARY, "-", at.start, at.end).add(number) : number;
    }

    /** Returns the value of a whole number; null for another one, and for minus zero. */
    private static @Nullable Long value(JsNode node) {
        if (node.is(JsKind.UNARY) && node.text.equals("-")) {
            Long positive = value(node.child(0));
            return positive == null || positive == 0 ? null : Long.valueOf(-positive);
        }
        if (!node.is(JsKind.NUMBER)) {
            return null;
        }
        String text = JsText.number(node.text);
        boolean digits = text.length() < 16 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.valueOf(text) : null;
    }

    private static @Nullable Long compute(String operator, long a, long b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" ->
                Math.abs(a) < 1 << 26 && Math.abs(b) < 1 << 26 && !isMinusZero(a, b) ? Long.valueOf(a * b) : null;
            case "&" -> (long) ((int) a & (int) b);
            case "|" -> (long) ((int) a | (int) b);
            case "^" -> (long) ((int) a ^ (int) b);
            case "<<" -> (long) ((int) a << ((int) b & 31));
            case ">>" -> (long) ((int) a >> ((int) b & 31));
            case ">>>" -> (a & 0xFFFF_FFFFL) >>> ((int) b & 31);
            default -> null;
        };
    }

    private static boolean isMinusZero(long a, long b) {
        return a * b == 0 && (a < 0 || b < 0);
    }
}
