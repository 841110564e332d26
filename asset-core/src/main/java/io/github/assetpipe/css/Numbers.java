package io.github.assetpipe.css;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes numbers in their shortest form. */
final class Numbers {
    private Numbers() {}

    /** Returns the shortest text of the number token {@code text}; never rounds. */
    static String shorten(String text) {
        int length = text.length();
        if (length == 1) {
            return text;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == 'e' || c == 'E') {
                return exponential(text);
            }
        }
        boolean negative = text.charAt(0) == '-';
        int from = negative || text.charAt(0) == '+' ? 1 : 0;
        while (from < length - 1 && text.charAt(from) == '0' && text.charAt(from + 1) != '.') {
            from++;
        }
        int to = length;
        int dot = text.indexOf('.');
        if (dot >= 0) {
            while (text.charAt(to - 1) == '0') {
                to--;
            }
            if (to - 1 == dot) {
                to--;
            }
            if (text.charAt(from) == '0' && to > from + 1) {
                from++;
            }
        }
        if (from >= to || (to - from == 1 && text.charAt(from) == '0')) {
            return "0";
        }
        String digits = from == 0 && to == length ? text : text.substring(from, to);
        return negative ? "-".concat(digits) : digits;
    }

    private static String exponential(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > 30) {
                return text;
            }
            return shorten(number.toPlainString());
        } catch (NumberFormatException | ArithmeticException e) {
            return text;
        }
    }

    /** Returns {@code value} rounded half up to {@code decimals} places, in its shortest form. */
    static String format(double value, int decimals) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        return shorten(BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString());
    }

    /** Returns {@code value} in at most {@code digits} significant digits, or null when that would change it. */
    static @org.jspecify.annotations.Nullable String exact(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value) || Math.abs(value) > 1e9) {
            return null;
        }
        String text = format(value, 6);
        double back = Double.parseDouble(text);
        return Math.abs(back - value) <= 1e-9 * Math.max(1, Math.abs(value)) ? text : null;
    }
}
