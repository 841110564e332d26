package io.github.assetpipe.css;

/** Reads and writes escapes in names and strings (CSS Syntax Level 3, section 4.3.7; CSSOM, section 2.1). */
public final class Escapes {
    private static final int PIECE = 64;

    private Escapes() {}

    /**
     * Returns the name or string content that {@code raw} stands for.
     *
     * <p>An escaped line end vanishes, as in a string; NUL, surrogates and what is beyond U+10FFFF become U+FFFD.
     */
    public static String decode(String raw) {
        if (raw.indexOf('\\') < 0 && raw.indexOf('\0') < 0) {
            return raw;
        }
        String text = raw.replace('\0', '\ufffd');
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        int slash = text.indexOf('\\');
        while (slash >= 0) {
            out.append(text, from, slash);
            from = decodeOne(text, slash + 1, out);
            slash = text.indexOf('\\', from);
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Decodes the escape whose backslash stands before {@code at}; returns the offset after it. */
    private static int decodeOne(String raw, int at, StringBuilder out) {
        if (at == raw.length()) {
            return at;
        }
        char c = raw.charAt(at);
        if (Chars.isNewline(c)) {
            return c == '\r' && at + 1 < raw.length() && raw.charAt(at + 1) == '\n' ? at + 2 : at + 1;
        }
        if (!Chars.isHex(c)) {
            out.append(c == 0 ? '\ufffd' : c);
            return at + 1;
        }
        int i = at;
        int value = 0;
        while (i < raw.length() && i < at + 6 && Chars.isHex(raw.charAt(i))) {
            value = value * 16 + Character.digit(raw.charAt(i++), 16);
        }
        if (i < raw.length() && Chars.isSpace(raw.charAt(i))) {
            i += raw.charAt(i) == '\r' && i + 1 < raw.length() && raw.charAt(i + 1) == '\n' ? 2 : 1;
        }
        boolean bad = value == 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff);
        out.appendCodePoint(bad ? 0xfffd : value);
        return i;
    }

    /** Returns {@code name} as an identifier, with the fewest escapes that keep it one. */
    public static String identifier(String name) {
        int length = name.length();
        char first = length == 0 ? 'a' : name.charAt(0);
        boolean plain = Chars.isNameStart(first) || (first == '-' && length > 1 && !Chars.isDigit(name.charAt(1)));
        for (int i = 0; plain && i < length; i++) {
            char c = name.charAt(i);
            plain = Chars.isName(c) && c != 0;
        }
        return plain || length == 0 ? name : escaped(name, true);
    }

    /** Tells whether {@code text} from {@code start} to {@code end} is what {@link #identifier} makes of the name it stands for. */
    static boolean isShortest(char[] text, int start, int end) {
        boolean fine = start < end && Chars.isNameStart(text[start]) && text[start] != 0;
        for (int i = start + 1; fine && i < end; i++) {
            char c = text[i];
            if (c == '\\') {
                i++;
                c = i < end ? text[i] : 0;
                fine = c > ' ' && c < 0x7f && !Chars.isName(c);
            } else {
                fine = Chars.isName(c) && c != 0;
            }
        }
        return fine;
    }

    /** Returns {@code name} as it stands after {@code #}, where it may begin with a digit. */
    static String hash(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Chars.isName(c) || c == 0) {
                return escaped(name, false);
            }
        }
        return name;
    }

    private static String escaped(String name, boolean identifier) {
        StringBuilder out = new StringBuilder(name.length() + 8);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean first = identifier && (i == 0 || (i == 1 && name.charAt(0) == '-'));
            if (c < 0x20 || c == 0x7f || (first && Chars.isDigit(c))) {
                appendHex(out, c, i + 1 < name.length() ? name.charAt(i + 1) : 0);
            } else if (!Chars.isName(c) || (identifier && c == '-' && name.length() == 1)) {
                out.append('\\').append(c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static void appendHex(StringBuilder out, int c, int next) {
        out.append('\\').append(Integer.toHexString(c));
        if (Chars.isHex(next) || Chars.isSpace(next)) {
            out.append(' ');
        }
    }

    /** Returns {@code content} as a string in the quotes that need fewer escapes, double ones when equal. */
    public static String string(String content) {
        return string(content, false);
    }

    /** As {@link #string(String)}; with {@code ascii}, characters beyond ASCII are written as escapes. */
    static String string(String content, boolean ascii) {
        int singles = 0;
        int doubles = 0;
        for (int i = 0; i < content.length(); i++) {
            singles += content.charAt(i) == '\'' ? 1 : 0;
            doubles += content.charAt(i) == '"' ? 1 : 0;
        }
        char quote = doubles > singles ? '\'' : '"';
        StringBuilder out = new StringBuilder(content.length() + 2).append(quote);
        int i = 0;
        while (i < content.length()) {
            int c = content.codePointAt(i);
            i += Character.charCount(c);
            if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
            } else if (Chars.isNewline(c) || (ascii && c >= 128)) {
                appendHex(out, c, i < content.length() ? content.charAt(i) : 0);
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.append(quote).toString();
    }

    /** Returns {@code name} as an identifier; names written in ASCII stay in ASCII, and end with the space of an escape. */
    static String identifierLike(String written, String name) {
        if (isAscii(name) || !isAscii(written)) {
            return identifier(name);
        }
        // The space belongs to the escape: without it, what follows may be taken for a part of the name.
        String text = written.stripTrailing();
        return text.length() < written.length() ? text.concat(" ") : written;
    }

    /** Tells whether all characters are ASCII. */
    static boolean isAscii(String text) {
        int length = text.length();
        // In pieces, because a virtual machine that has just started runs one long loop for long before it compiles it.
        for (int from = 0; from < length; from += PIECE) {
            if (!isAscii(text, from, Math.min(length, from + PIECE))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
