package io.github.assetpipe.css.purge;

/**
 * Replaces escapes by what they stand for, in place: {@code &colon;}, {@code \u003a}, {@code \x3a}, {@code \/},
 * {@code \31 0}.
 *
 * <p>The text never gets longer, and the number of its lines stays: a line feed that an escape stands for becomes a
 * space. A backslash before a letter stays, for {@code \n} may be a line feed or the rest of a path; the scanner reads it
 * both ways.
 */
final class SourceEscapes {
    private static final int LONGEST_REFERENCE = 20;

    private final char[] text;
    private final int length;
    private int in;
    private int out;

    private SourceEscapes(char[] text, int length, int from) {
        this.text = text;
        this.length = length;
        this.in = from;
        this.out = from;
    }

    /** Decodes {@code text[from, length)} in place and returns the new length. */
    static int decode(char[] text, int length, int from) {
        return new SourceEscapes(text, length, from).run();
    }

    private int run() {
        while (in < length) {
            char c = text[in];
            if (c == '&' && reference() || c == '\\' && backslash()) {
                continue;
            }
            text[out++] = c;
            in++;
        }
        return out;
    }

    private void put(int c, int end) {
        text[out++] = c == '\n' || c == '\r' || c == '\f' || c == 0xA0 ? ' ' : (char) c;
        in = end;
    }

    private boolean reference() {
        int limit = Math.min(length, in + LONGEST_REFERENCE);
        for (int i = in + 1; i < limit; i++) {
            char c = text[i];
            if (c == ';') {
                int code = i > in + 1 ? Entities.character(new String(text, in + 1, i - in - 1)) : -1;
                if (code < 0) {
                    return false;
                }
                put(code, i + 1);
                return true;
            }
            if (c != '#' && (c > 0x7F || NameChars.CLASS[c] != NameChars.NAME)) {
                return false;
            }
        }
        return false;
    }

    private boolean backslash() {
        if (in + 1 >= length) {
            return false;
        }
        char next = text[in + 1];
        if (next == 'u' || next == 'x') {
            int digits = hexDigits(in + 2, next == 'u' ? 4 : 2);
            boolean braces = next == 'u' && in + 2 < length && text[in + 2] == '{';
            if (digits == (next == 'u' ? 4 : 2)) {
                put(parse(in + 2, digits), in + 2 + digits);
                return true;
            }
            int inner = braces ? hexDigits(in + 3, 4) : 0;
            if (inner > 0 && in + 3 + inner < length && text[in + 3 + inner] == '}') {
                put(parse(in + 3, inner), in + 4 + inner);
                return true;
            }
            return false;
        }
        if (next >= '0' && next <= '9') {
            return cssEscape();
        }
        if (next == '\\') {
            in++;
            return true;
        }
        if (next >= 0x80 || NameChars.CLASS[next] == NameChars.NAME || next == '\n' || next == '\r') {
            return false;
        }
        text[out++] = next;
        in += 2;
        return true;
    }

    /** A name that starts with a digit can only be written {@code \31 0} in a selector. */
    private boolean cssEscape() {
        int digits = hexDigits(in + 1, 6);
        int code = parse(in + 1, digits);
        if (code < 0x21 || code > 0xFFFF) {
            return false;
        }
        int end = in + 1 + digits;
        put(code, end < length && text[end] == ' ' ? end + 1 : end);
        return true;
    }

    private int hexDigits(int from, int most) {
        int count = 0;
        while (count < most && from + count < length && Character.digit(text[from + count], 16) >= 0) {
            count++;
        }
        return count;
    }

    private int parse(int from, int digits) {
        int code = 0;
        for (int i = from; i < from + digits; i++) {
            code = code * 16 + Character.digit(text[i], 16);
        }
        return code;
    }
}
