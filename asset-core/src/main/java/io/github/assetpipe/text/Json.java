package io.github.assetpipe.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON (RFC 8259) as plain values: {@code Map<String, Object>} in written order, {@code List<Object>},
 * {@code String}, {@code Double}, {@code Boolean} and null.
 *
 * <p>Small on purpose: it serves source maps and what engines say in JSON. Stateless and safe for several threads.
 */
public final class Json {
    /** Deeper nesting than any real document has; a bound so that a hostile one can't exhaust the stack. */
    private static final int MAX_DEPTH = 512;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Returns the value that {@code text} holds.
     *
     * @throws IllegalArgumentException when it is not JSON; the message names the offset
     */
    public static @Nullable Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.space();
        if (json.at < text.length()) {
            throw json.unexpected();
        }
        return value;
    }

    private @Nullable Object value(int depth) {
        space();
        if (depth > MAX_DEPTH || at >= text.length()) {
            throw unexpected();
        }
        switch (text.charAt(at)) {
            case '{':
                return object(depth);
            case '[':
                return array(depth);
            case '"':
                return string();
            case 't':
                return word("true", Boolean.TRUE);
            case 'f':
                return word("false", Boolean.FALSE);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        space();
        if (accept('}')) {
            return members;
        }
        do {
            space();
            String name = string();
            space();
            expect(':');
            members.put(name, value(depth + 1));
            space();
        } while (accept(','));
        expect('}');
        return members;
    }

    private List<Object> array(int depth) {
        List<Object> items = new ArrayList<>();
        at++;
        space();
        if (accept(']')) {
            return items;
        }
        do {
            items.add(value(depth + 1));
            space();
        } while (accept(','));
        expect(']');
        return items;
    }

    private String string() {
        expect('"');
        int start = at;
        int plain = at;
        while (plain < text.length() && text.charAt(plain) != '"' && text.charAt(plain) != '\\') {
            plain++;
        }
        if (plain < text.length() && text.charAt(plain) == '"') {
            at = plain + 1;
            return text.substring(start, plain);
        }
        StringBuilder out = new StringBuilder(text.length() - start > 64 ? 64 : 16).append(text, start, plain);
        at = plain;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escape() : c);
        }
        throw unexpected();
    }

    private char escape() {
        char c = at < text.length() ? text.charAt(at++) : 0;
        switch (c) {
            case '"', '\\', '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                if (at + 4 <= text.length()) {
                    try {
                        int unit = Integer.parseInt(text, at, at + 4, 16);
                        at += 4;
                        return (char) unit;
                    } catch (NumberFormatException e) {
                        throw unexpected();
                    }
                }
                throw unexpected();
            default:
                throw unexpected();
        }
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw unexpected();
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw unexpected();
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw unexpected();
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("Not JSON at offset " + at);
    }

    /** Returns {@code value} as JSON without white space; numbers that are whole are written without a fraction. */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }

    private static void write(StringBuilder out, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            char separator = '{';
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                quote(out, String.valueOf(entry.getKey()));
                write(out.append(':'), entry.getValue());
                separator = ',';
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            char separator = '[';
            for (Object item : list) {
                write(out.append(separator), item);
                separator = ',';
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof CharSequence text) {
            quote(out, text);
        } else if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            out.append(number.longValue());
        } else {
            out.append(value);
        }
    }

    /** Appends {@code text} as a JSON string; U+2028 and U+2029 are escaped, so that it is also a JavaScript string. */
    public static void quote(StringBuilder out, CharSequence text) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && c != '\u2028' && c != '\u2029') {
                continue;
            }
            // Between two escapes at once: a source map's text has a hundred thousand characters and a few line ends.
            out.append(text, plain, i).append('\\');
            int simple = "\"\\\n\r\t\b\f".indexOf(c);
            if (simple >= 0) {
                out.append("\"\\nrtbf".charAt(simple));
            } else {
                out.append('u').append(String.format(java.util.Locale.ROOT, "%04x", (int) c));
            }
            plain = i + 1;
        }
        out.append(text, plain, text.length()).append('"');
    }
}
