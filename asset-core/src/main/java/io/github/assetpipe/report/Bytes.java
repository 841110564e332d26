package io.github.assetpipe.report;

import java.util.Locale;

/** Writes numbers of bytes as a person reads them. */
final class Bytes {
    private Bytes() {}

    /** Returns {@code 812 B}, {@code 23.1 kB}, {@code 4.50 MB}: thousands, not powers of two. */
    static String text(long bytes) {
        if (Math.abs(bytes) < 1000) {
            return bytes + " B";
        }
        return Math.abs(bytes) < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.2f MB", bytes / 1e6);
    }

    /** Returns how much smaller {@code after} is, {@code −84 %}, or larger, {@code +3 %}; empty when nothing was there. */
    static String change(long before, long after) {
        if (before == 0) {
            return "";
        }
        long percent = Math.round((after - before) * 100.0 / before);
        return (percent < 0 ? "\u2212" + -percent : "+" + percent) + "\u202f%";
    }
}
