package io.github.assetpipe.css;

/** The {@code An+B} notation (CSS Syntax Level 3, section 6). */
final class Nth {
    private Nth() {}

    /** Returns the shortest formula that selects the same, or {@code written} when it is none. */
    static String shorten(String written) {
        String text = Chars.lower(written).replace(" ", "");
        if (text.equals("odd")) {
            return text;
        }
        if (text.equals("even")) {
            return "2n";
        }
        int n = text.indexOf('n');
        try {
            long a = n < 0 ? 0 : step(text.substring(0, n));
            String rest = text.substring(n + 1);
            long b = rest.isEmpty() ? 0 : Long.parseLong(rest);
            return format(a, b);
        } catch (NumberFormatException e) {
            return written;
        }
    }

    private static long step(String text) {
        return switch (text) {
            case "", "+" -> 1;
            case "-" -> -1;
            default -> Long.parseLong(text);
        };
    }

    private static String format(long a, long b) {
        if (a == 0) {
            return Long.toString(b);
        }
        if (a == 2 && b == 1) {
            return "odd";
        }
        // Counting starts at 1: with a positive step a start at or below it can be moved up by whole steps.
        long start = a > 0 && b <= a ? Math.floorMod(b, a) : b;
        String step = a == 1 ? "n" : a == -1 ? "-n" : a + "n";
        if (start == 0 || (a == 1 && start == 1)) {
            return step;
        }
        if (a == 2 && start == 1) {
            return "odd";
        }
        return step + (start > 0 ? "+" : "") + start;
    }
}
