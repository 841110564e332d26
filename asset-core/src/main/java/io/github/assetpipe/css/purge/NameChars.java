package io.github.assetpipe.css.purge;

/**
 * The characters of names and their hash: one table that scanning and looking up share, so that both cut alike.
 *
 * <p>A word is a run of letters, digits, {@code -} and {@code _}. White space ends a class name, quotes and angle
 * brackets end an attribute value or a literal; all else, such as the colon in {@code md:w-1/2}, may join two words.
 */
final class NameChars {
    /** A character of a word. */
    static final byte NAME = 0;
    /** A character that may join words into a name. */
    static final byte JOINT = 1;
    /** White space. */
    static final byte SPACE = 2;
    /** A line feed. */
    static final byte LINE = 3;
    /** A quote, single, double or back. */
    static final byte QUOTE = 4;
    /** An angle bracket. */
    static final byte ANGLE = 5;
    /** A character at which a hole in a name may start or end. */
    static final byte HOLE = 6;

    static final long SEED = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    static final byte[] CLASS = new byte[1 << 16];

    static {
        for (int c = 0; c < CLASS.length; c++) {
            CLASS[c] = Character.isLetterOrDigit(c) ? NAME : JOINT;
        }
        mark("-_", NAME);
        mark(" \t\r\f\u000B\0", SPACE);
        mark("\n", LINE);
        mark("\"'`", QUOTE);
        mark("<>", ANGLE);
        mark("{}$%#@[*~\\,", HOLE);
    }

    private NameChars() {}

    private static void mark(String chars, byte kind) {
        for (int i = 0; i < chars.length(); i++) {
            CLASS[chars.charAt(i)] = kind;
        }
    }

    static boolean isName(char c) {
        return CLASS[c] == NAME;
    }

    static boolean isSeparator(char c) {
        return c == '-' || c == '_';
    }

    static boolean isSpace(char c) {
        return CLASS[c] == SPACE || CLASS[c] == LINE;
    }

    static boolean isQuote(char c) {
        return CLASS[c] == QUOTE;
    }

    static long step(long hash, char c) {
        return (hash ^ c) * PRIME;
    }

    static long hash(CharSequence word) {
        long hash = SEED;
        for (int i = 0; i < word.length(); i++) {
            hash = step(hash, word.charAt(i));
        }
        return hash;
    }

    /** Returns the key of two words and the joint between them. */
    static long pair(long left, long joint, long right) {
        long key = left * 0x9E3779B97F4A7C15L + Long.rotateLeft(right, 29) * 0xBF58476D1CE4E5B9L + joint;
        key = (key ^ (key >>> 31)) * 0x94D049BB133111EBL;
        return key ^ (key >>> 29);
    }
}
