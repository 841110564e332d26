package io.github.assetpipe.page;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of URLs in attributes: character references and percent-encoding. */
final class UrlText {
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "sol", "/", "period", ".", "nbsp", "\u00a0");

    private UrlText() {}

    /** Returns {@code raw} with character references and then percent-encoding decoded, or null when it is malformed. */
    static @Nullable String decode(String raw) {
        String text = raw.indexOf('&') < 0 ? raw : entities(raw);
        return text.indexOf('%') < 0 ? text : percent(text);
    }

    /** Returns {@code raw} with the character references decoded that URLs hold; unknown ones stay. */
    static String entities(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at);
            int semicolon = c == '&' ? raw.indexOf(';', at) : -1;
            String value = semicolon < 0 || semicolon - at > 10 ? null : entity(raw.substring(at + 1, semicolon));
            if (value == null) {
                out.append(c);
                at++;
            } else {
                out.append(value);
                at = semicolon + 1;
            }
        }
        return out.toString();
    }

    private static @Nullable String entity(String name) {
        if (!name.startsWith("#")) {
            return NAMED.get(name);
        }
        try {
            boolean hex = name.startsWith("x", 1) || name.startsWith("X", 1);
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(code) ? Character.toString(code) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String percent(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 4);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '%') {
                int code = text.codePointAt(at);
                bytes.put(Character.toString(code).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(code) - 1;
                continue;
            }
            int high = at + 2 <= text.length() - 1 ? Character.digit(text.charAt(at + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), 16);
            if (low < 0) {
                return null;
            }
            bytes.put((byte) (high * 16 + low));
            at += 2;
        }
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return decoded.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
