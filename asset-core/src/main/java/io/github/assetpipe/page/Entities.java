package io.github.assetpipe.page;

import io.github.assetpipe.text.UrlText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Character references in attribute values. */
final class Entities {
    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "sol", "/", "period", ".", "nbsp", "\u00a0");

    private static final int LONGEST = 10;

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
            int semicolon = c == '&' ? semicolon(raw, at) : -1;
            String value = semicolon < 0 ? null : entity(raw.substring(at + 1, semicolon));
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

    /** Looks no further than a reference can be long. */
    private static int semicolon(String raw, int from) {
        for (int at = from; at < raw.length() && at - from <= LONGEST; at++) {
            if (raw.charAt(at) == ';') {
                return at;
            }
        }
        return -1;
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
