package io.github.assetpipe.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of a {@code Range} header that something of a known length can satisfy (RFC 9110 14).
 *
 * @param kind how the header is to be answered
 * @param ranges the ranges in the order asked for; none unless the kind is {@link Kind#SOME}
 */
record ByteRanges(Kind kind, List<ByteRange> ranges) {
    private static final Pattern SPEC = Pattern.compile("([0-9]*)-([0-9]*)");
    /** More than any client needs; beyond it the header is an attack and everything is sent once. */
    private static final int MAX_RANGES = 64;

    /** How a header is to be answered. */
    enum Kind {
        /** The header does not count: 200. */
        ALL,
        /** 206. */
        SOME,
        /** 416. */
        NONE
    }

    /**
     * A stretch of bytes.
     *
     * @param first offset of its first byte
     * @param last offset of its last byte
     */
    record ByteRange(long first, long last) {
        long length() {
            return last - first + 1;
        }

        private boolean touches(ByteRange other) {
            return first <= other.last + 1 && other.first <= last + 1;
        }

        private ByteRange with(ByteRange other) {
            return new ByteRange(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /** Reads a header for something of {@code length} bytes. Other units and bad syntax do not count. */
    static ByteRanges of(String header, long length) {
        String text = header.strip();
        if (!text.toLowerCase(Locale.ROOT).startsWith("bytes=")) {
            return new ByteRanges(Kind.ALL, List.of());
        }
        String[] specs = text.substring("bytes=".length()).split(",", -1);
        List<ByteRange> ranges = new ArrayList<>();
        int asked = 0;
        for (String one : specs) {
            String spec = one.strip();
            if (spec.isEmpty()) {
                continue;
            }
            Matcher match = SPEC.matcher(spec);
            if (!match.matches() || spec.equals("-") || ++asked > MAX_RANGES || isBackwards(match)) {
                return new ByteRanges(Kind.ALL, List.of());
            }
            ByteRange range = range(match, length);
            if (range != null) {
                add(ranges, range);
            }
        }
        if (asked == 0) {
            return new ByteRanges(Kind.ALL, List.of());
        }
        return new ByteRanges(ranges.isEmpty() ? Kind.NONE : Kind.SOME, List.copyOf(ranges));
    }

    private static boolean isBackwards(Matcher match) {
        return !match.group(1).isEmpty()
                && !match.group(2).isEmpty()
                && number(match.group(2)) < number(match.group(1));
    }

    private static @Nullable ByteRange range(Matcher match, long length) {
        if (match.group(1).isEmpty()) {
            long suffix = Math.min(number(match.group(2)), length);
            return suffix == 0 ? null : new ByteRange(length - suffix, length - 1);
        }
        long first = number(match.group(1));
        long last = match.group(2).isEmpty() ? length - 1 : Math.min(number(match.group(2)), length - 1);
        return first >= length ? null : new ByteRange(first, last);
    }

    /** Joins what overlaps or touches, so that no byte is sent twice. */
    private static void add(List<ByteRange> ranges, ByteRange range) {
        ByteRange joined = range;
        int at = ranges.size();
        for (int i = ranges.size() - 1; i >= 0; i--) {
            if (ranges.get(i).touches(joined)) {
                joined = joined.with(ranges.remove(i));
                at = i;
            }
        }
        ranges.add(at, joined);
    }

    private static long number(String digits) {
        // Longer than any length there is: saturates.
        return digits.length() > 18 ? Long.MAX_VALUE / 2 : Long.parseLong(digits);
    }
}
