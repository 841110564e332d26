package io.github.assetpipe.js;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Escapes of strings, templates and names. */
final class JsText {
    private JsText() {}

    /** Reads {@code \}{@code uXXXX} or {@code \}<code>u{X...}</code> at {@code at}; returns the code point and the offset after it. */
    static int[] unicodeEscape(String source, int at) throws JsSyntaxException {
        try {
            if (source.startsWith("\\u{", at)) {
                int close = source.indexOf('}', at);
                if (close > 0) {
                    int value = Integer.parseInt(source, at + 3, close, 16);
                    if (Character.isValidCodePoint(value)) {
                        return new int[] {value, close + 1};
                    }
                }
            } else if (source.startsWith("\\u", at) && at + 6 <= source.length()) {
                return new int[] {Integer.parseInt(source, at + 2, at + 6, 16), at + 6};
            }
        } catch (NumberFormatException e) {
            throw new JsSyntaxException("Bad escape", at);
        }
        throw new JsSyntaxException("Bad escape", at);
    }

    /** Returns the value of a string token. @throws JsSyntaxException at a malformed escape */
    static String value(String raw, int offset) throws JsSyntaxException {
        int last = raw.length() - 1;
        if (raw.indexOf('\\') < 0) {
            return raw.substring(1, last);
        }
        StringBuilder out = new StringBuilder(raw.length());
        int at = 1;
        while (at < last) {
            char c = raw.charAt(at);
            if (c != '\\') {
                out.append(c);
                at++;
                continue;
            }
            char e = raw.charAt(at + 1);
            int simple = "nrtbvf".indexOf(e);
            if (simple >= 0) {
                out.append("\n\r\t\b\u000b\f".charAt(simple));
                at += 2;
            } else if (e == 'x') {
                int high = at + 3 < last ? Character.digit(raw.charAt(at + 2), 16) : -1;
                int low = high >= 0 ? Character.digit(raw.charAt(at + 3), 16) : -1;
                if (low < 0) {
                    throw new JsSyntaxException("Bad escape", offset + at);
                }
                out.append((char) (high * 16 + low));
                at += 4;
            } else if (e == 'u') {
                int[] escape = unicodeEscape(raw, at);
                out.appendCodePoint(escape[0]);
                at = escape[1];
            } else if (e >= '0' && e <= '7') {
                int end = at + 2;
                int limit = e <= '3' ? at + 4 : at + 3;
                while (end < limit && end < last && raw.charAt(end) >= '0' && raw.charAt(end) <= '7') {
                    end++;
                }
                out.append((char) Integer.parseInt(raw, at + 1, end, 8));
                at = end;
            } else if (e == '\r' && raw.charAt(at + 2) == '\n') {
                at += 3;
            } else {
                if (!JsChars.isLineEnd(e)) {
                    out.append(e);
                }
                at += 2;
            }
        }
        return out.toString();
    }

    /** Returns the value of a string token that the parser has accepted. */
    static String valueOf(String raw) {
        try {
            return value(raw, 0);
        } catch (JsSyntaxException e) {
            throw new IllegalStateException("Not a checked string: " + raw, e);
        }
    }

    /** Returns raw template text that can't end a script element, with the same cooked value. */
    static String withoutEndTag(String raw) {
        int at = raw.indexOf("</");
        if (at < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length() + 8);
        int from = 0;
        while (at >= 0) {
            out.append(raw, from, at + 1).append(isScript(raw, at + 1) ? "\\/" : "/");
            from = at + 2;
            at = raw.indexOf("</", from);
        }
        return out.append(raw, from, raw.length()).toString();
    }

    /** Returns a string literal of {@code value} with the cheaper quotes; no {@code </script} and no bare line end in it. */
    static String literal(String value) {
        int single = 0;
        int twice = 0;
        for (int i = 0; i < value.length(); i++) {
            single += value.charAt(i) == '\'' ? 1 : 0;
            twice += value.charAt(i) == '"' ? 1 : 0;
        }
        char quote = twice > single ? '\'' : '"';
        StringBuilder out = new StringBuilder(value.length() + 2).append(quote);
        for (int i = 0; i < value.length(); i++) {
            character(out, value, i, quote);
        }
        return out.append(quote).toString();
    }

    private static void character(StringBuilder out, String value, int i, char quote) {
        char c = value.charAt(i);
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\u000b' -> out.append("\\v");
            case '\f' -> out.append("\\f");
            case '\0' -> out.append(i + 1 < value.length() && Character.isDigit(value.charAt(i + 1)) ? "\\x00" : "\\0");
            case '\u2028' -> out.append("\\u2028");
            case '\u2029' -> out.append("\\u2029");
            case '\uFEFF' -> out.append("\\uFEFF");
            case '/' -> out.append(i > 0 && value.charAt(i - 1) == '<' && isScript(value, i) ? "\\/" : "/");
            case '!' -> out.append(i > 0 && value.charAt(i - 1) == '<' && value.startsWith("!--", i) ? "\\!" : "!");
            default -> {
                if (c == quote) {
                    out.append('\\').append(c);
                } else if (Character.isSurrogate(c) && isLone(value, i)) {
                    // A lone surrogate has no UTF-8 form.
                    out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else if (c < ' ' && c != '\t') {
                    out.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    private static boolean isLone(String value, int i) {
        char c = value.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(value.charAt(i - 1));
    }

    private static boolean isScript(String value, int slash) {
        return value.regionMatches(true, slash + 1, "script", 0, 6);
    }

    /** Tells whether {@code name} can stand after a dot or as an unquoted key. */
    static boolean isName(String name) {
        if (name.isEmpty() || !JsChars.isNameStart(name.charAt(0)) || name.charAt(0) > 127) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            if (name.charAt(i) > 127 || !JsChars.isNamePart(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the shortest literal for a number token; decimal digits are never rounded. */
    static String number(String raw) {
        String lower = raw.replace("_", "").toLowerCase(Locale.ROOT);
        if (lower.endsWith("n")) {
            return lower;
        }
        String shortest = lower;
        if (lower.startsWith("0x") || lower.startsWith("0o") || lower.startsWith("0b")) {
            int radix = lower.charAt(1) == 'x' ? 16 : lower.charAt(1) == 'o' ? 8 : 2;
            BigInteger value = new BigInteger(lower.substring(2), radix);
            shortest = value.bitLength() > 53 ? lower : decimal(new BigDecimal(value));
        } else if (lower.length() > 1 && lower.charAt(0) == '0' && lower.chars().allMatch(Character::isDigit)) {
            boolean octal = lower.chars().allMatch(c -> c < '8');
            shortest = lower.length() > 16 ? lower : decimal(new BigDecimal(new BigInteger(lower, octal ? 8 : 10)));
        } else if (lower.length() < 400) {
            shortest = decimal(new BigDecimal(lower));
        }
        return shortest.length() <= lower.length() ? shortest : lower;
    }

    private static String decimal(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = value.stripTrailingZeros();
        String digits = stripped.unscaledValue().toString();
        int scale = stripped.scale();
        String exponent = digits + "e" + -(long) scale;
        if (scale <= 0) {
            return scale >= -2 ? digits + "0".repeat(-scale) : exponent;
        }
        if (scale > digits.length() + exponent.length()) {
            return exponent;
        }
        String plain = scale >= digits.length()
                ? "." + "0".repeat(scale - digits.length()) + digits
                : digits.substring(0, digits.length() - scale) + "." + digits.substring(digits.length() - scale);
        return plain.length() <= exponent.length() ? plain : exponent;
    }
}
