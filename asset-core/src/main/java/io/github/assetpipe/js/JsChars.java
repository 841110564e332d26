package io.github.assetpipe.js;

/** What characters are to JavaScript (ECMA-262, 12.2, 12.3 and 12.7). */
final class JsChars {
    private JsChars() {}

    /** Tells whether an identifier may begin with {@code c}. */
    static boolean isNameStart(int c) {
        return c < 128
                ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '$' || c == '_'
                : Character.isUnicodeIdentifierStart(c);
    }

    /** Tells whether {@code c} may stand in an identifier. */
    static boolean isNamePart(int c) {
        return c < 128
                ? isNameStart(c) || c >= '0' && c <= '9'
                : Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c)
                        || c == 0x200c
                        || c == 0x200d;
    }

    /** Tells whether {@code c} is a decimal digit. */
    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Tells whether {@code c} ends a line. */
    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    /** Tells whether {@code c} is white space other than a line end. */
    static boolean isSpace(char c) {
        return c == ' '
                || c == '\t'
                || c == '\u000b'
                || c == '\f'
                || c == '\u00a0'
                || c == '\uFEFF'
                || c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
