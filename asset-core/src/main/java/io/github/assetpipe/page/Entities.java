package io.github.assetpipe.page;

import io.github.assetpipe.text.UrlText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Character references in attribute values. */
final class Entities {
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "sol", "/", "period", ".", "nbsp", "\u00a0");

    private Entities() {}

    /** Returns {@code raw} with character references and then percent-encoding decoded, or null when it is malformed. */
    static @Nullable String decode(String raw) {
        String text = raw.indexOf('&') < 0 ? raw : plain(raw);
        return new UrlText(text, "", true).decodedPath();
    }

    /** Returns {@code raw} with the character references decoded that URLs hold; unknown ones stay. */
    static String plain(String raw) {
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
}
