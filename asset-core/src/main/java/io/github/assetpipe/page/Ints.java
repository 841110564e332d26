package io.github.assetpipe.page;

import java.util.Arrays;

/**
 * A list of numbers from 0 on that takes one byte for each that is small: seven bits a byte, the lowest first, as in LEB128.
 * Not safe for several threads.
 */
final class Ints {
    private byte[] bytes;
    private int size;

    /** Creates an empty list with room for about {@code expected} bytes. */
    Ints(int expected) {
        bytes = new byte[Math.max(8, expected)];
    }

    /** Adds a number, which is not negative. */
    void add(int number) {
        if (size + 5 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int rest = number;
        while (rest >= 0x80) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Returns the bytes, for {@link Reader}. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Reads the numbers back in their order. Not safe for several threads. */
    static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Tells whether there is another number. */
        boolean hasNext() {
            return at < bytes.length;
        }

        /** Returns the next number. */
        int next() {
            int number = 0;
            int shift = 0;
            byte b;
            do {
                b = bytes[at++];
                number |= (b & 0x7f) << shift;
                shift += 7;
            } while (b < 0);
            return number;
        }
    }
}
