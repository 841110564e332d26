package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code unicode-range} descriptor (CSS Fonts Level 4, section 4.5). */
final class UnicodeRanges {
    private UnicodeRanges() {}

    /** Returns the ranges merged, each in its shortest form, or null for text that is no list of ranges. */
    static @Nullable String shorten(String written) {
        List<int[]> ranges = new ArrayList<>();
        int at = 0;
        while (at <= written.length()) {
            int comma = written.indexOf(',', at);
            int end = comma < 0 ? written.length() : comma;
            int[] range = read(written.substring(at, end).trim());
            if (range.length == 0) {
                return null;
            }
            ranges.add(range);
            at = end + 1;
        }
        StringBuilder out = new StringBuilder();
        for (int[] range : merged(ranges)) {
            out.append(out.length() == 0 ? "" : ",").append(write(range[0], range[1]));
        }
        return out.toString();
    }

    private static int[] read(String text) {
        if (text.length() < 3 || (text.charAt(0) != 'U' && text.charAt(0) != 'u') || text.charAt(1) != '+') {
            return new int[0];
        }
        String body = text.substring(2);
        int hyphen = body.indexOf('-');
        String low = hyphen < 0 ? body.replace('?', '0') : body.substring(0, hyphen);
        String high = hyphen < 0 ? body.replace('?', 'f') : body.substring(hyphen + 1);
        try {
            int from = Integer.parseInt(low, 16);
            int to = Integer.parseInt(high, 16);
            return from <= to && to <= 0x10ffff ? new int[] {from, to} : new int[0];
        } catch (NumberFormatException e) {
            return new int[0];
        }
    }

    /** Joins a range with an earlier one that it overlaps; ranges that only touch stay apart in the written order. */
    private static List<int[]> merged(List<int[]> ranges) {
        List<int[]> out = new ArrayList<>(ranges.size());
        for (int[] range : ranges) {
            int[] joined = range;
            for (int i = out.size() - 1; i >= 0 && ranges.size() <= 500; i--) {
                int[] other = out.get(i);
                if (other[0] <= joined[1] && joined[0] <= other[1]) {
                    joined = new int[] {Math.min(other[0], joined[0]), Math.max(other[1], joined[1])};
                    out.remove(i);
                }
            }
            out.add(joined);
        }
        return out;
    }

    private static String write(int from, int to) {
        String low = Integer.toHexString(from).toUpperCase(java.util.Locale.ROOT);
        if (from == to) {
            return "U+" + low;
        }
        int wild = 0;
        int size = 1;
        while (wild < 5
                && (from & (size * 16 - 1)) == 0
                && (to & (size * 16 - 1)) == size * 16 - 1
                && (from | (size * 16 - 1)) <= to) {
            size *= 16;
            wild++;
            if ((from | (size - 1)) == to) {
                String head =
                        from / size == 0 ? "" : Integer.toHexString(from / size).toUpperCase(java.util.Locale.ROOT);
                return "U+" + head + "?".repeat(wild);
            }
        }
        return "U+" + low + "-" + Integer.toHexString(to).toUpperCase(java.util.Locale.ROOT);
    }
}
