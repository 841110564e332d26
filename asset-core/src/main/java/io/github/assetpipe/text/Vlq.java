package io.github.assetpipe.text;

import java.util.Arrays;

/** Base64 variable-length quantities, as ECMA-426 encodes the numbers of its mappings. */
final class Vlq {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < DIGITS.length(); i++) {
            VALUES[DIGITS.charAt(i)] = (byte) i;
        }
    }

    private final String text;
    private int at;

    Vlq(String text) {
        this.text = text;
    }

    /** Appends one number. */
    static void write(StringBuilder out, int value) {
        // As long, so that the smallest int has an opposite.
        long rest = value < 0 ? (-(long) value << 1) | 1 : (long) value << 1;
        do {
            int digit = (int) (rest & 31);
            rest >>>= 5;
            out.append(DIGITS.charAt(rest > 0 ? digit | 32 : digit));
        } while (rest > 0);
    }

    /** Tells whether the text is used up. */
    boolean atEnd() {
        return at == text.length();
    }

    /** Takes {@code c} if it is next. */
    boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    /** Tells whether a segment ends here. */
    boolean atSegmentEnd() {
        return atEnd() || text.charAt(at) == ',' || text.charAt(at) == ';';
    }

    /** Reads one number. @throws IllegalArgumentException when there is none, or it exceeds 32 bits */
    int read() {
        long value = 0;
        for (int shift = 0; shift <= 30 && at < text.length(); shift += 5) {
            char c = text.charAt(at++);
            int digit = c < 128 ? VALUES[c] : -1;
            if (digit < 0) {
                break;
            }
            value |= (long) (digit & 31) << shift;
            if ((digit & 32) == 0) {
                long magnitude = value >> 1;
                return (int) ((value & 1) == 0 ? magnitude : -magnitude);
            }
        }
        throw new IllegalArgumentException("Not a base64 VLQ in mappings at offset " + at);
    }
}
