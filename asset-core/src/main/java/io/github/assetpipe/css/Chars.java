package io.github.assetpipe.css;

/**
 * The character classes of CSS Syntax Level 3, section 4.2, over UTF-16 units.
 *
 * <p>A NUL counts as a name character, because browsers replace it with U+FFFD before they look.
 */
final class Chars {
    private static final byte NAME_START = 1;
    private static final byte NAME = 2;
    private static final byte DIGIT = 4;
    private static final byte HEX = 8;
    private static final byte SPACE = 16;
    private static final byte[] CLASSES = classes();

    private Chars() {}

    private static byte[] classes() {
        byte[] table = new byte[128];
        for (int c = 'a'; c <= 'z'; c++) {
            table[c] = (byte) (NAME_START | NAME | (c <= 'f' ? HEX : 0));
            table[c - 32] = table[c];
        }
        for (int c = '0'; c <= '9'; c++) {
            table[c] = (byte) (NAME | DIGIT | HEX);
        }
        table['_'] = NAME_START | NAME;
        table[0] = NAME_START | NAME;
        table['-'] = NAME;
        table[' '] = SPACE;
        table['\t'] = SPACE;
        table['\n'] = SPACE;
        table['\r'] = SPACE;
        table['\f'] = SPACE;
        return table;
    }

    /** Tells whether a name may start with {@code c}. */
    static boolean isNameStart(int c) {
        return c >= 128 || (c >= 0 && (CLASSES[c] & NAME_START) != 0);
    }

    /** Tells whether a name may go on with {@code c}. */
    static boolean isName(int c) {
        return c >= 128 || (c >= 0 && (CLASSES[c] & NAME) != 0);
    }

    /** Tells whether {@code c} is an ASCII digit. */
    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Tells whether {@code c} is an ASCII hexadecimal digit. */
    static boolean isHex(int c) {
        return c >= 0 && c < 128 && (CLASSES[c] & HEX) != 0;
    }

    /** Tells whether {@code c} is white space in CSS. */
    static boolean isSpace(int c) {
        return c >= 0 && c < 128 && (CLASSES[c] & SPACE) != 0;
    }

    /** Tells whether {@code c} ends a line in CSS. */
    static boolean isNewline(int c) {
        return c == '\n' || c == '\r' || c == '\f';
    }

    /** Tells whether {@code c} may not stand in an unquoted url. */
    static boolean isNonPrintable(int c) {
        return (c >= 1 && c <= 8) || c == 0x0b || (c >= 0x0e && c <= 0x1f) || c == 0x7f;
    }

    /** Returns {@code c} in lower case if it is an ASCII letter. */
    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /** Returns {@code text} with its ASCII letters in lower case; the same object when nothing changes. */
    static String lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                char[] chars = text.toCharArray();
                for (int k = i; k < chars.length; k++) {
                    chars[k] = lower(chars[k]);
                }
                return new String(chars);
            }
        }
        return text;
    }
}
