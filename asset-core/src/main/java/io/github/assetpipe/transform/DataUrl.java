package io.github.assetpipe.transform;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Writes files as {@code data:} URLs that may stand between double quotes in CSS (RFC 2397). */
final class DataUrl {
    private DataUrl() {}

    /** Returns the URL: SVG as text, which compresses better than base64, all else as base64. */
    static String of(MediaType type, Content content) {
        return type.equals(MediaType.SVG) && isPlainText(content)
                ? "data:" + type.name() + "," + escaped(content.text())
                : "data:" + type.name() + ";base64," + Base64.getEncoder().encodeToString(content.bytes());
    }

    private static boolean isPlainText(Content content) {
        if (!content.isUtf8()) {
            return false;
        }
        String text = content.text();
        int end = text.startsWith("<?xml") ? text.indexOf("?>") : -1;
        String declaration = end < 0 ? "" : text.substring(0, end).toLowerCase(Locale.ROOT);
        return !declaration.contains("encoding") || declaration.contains("utf-8");
    }

    /** Keeps what every browser takes in such a URL; white space of lines is kept too, since text may depend on it. */
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c > ' ' && c < 0x7f && "\"#%<>\\^`{|}".indexOf(c) < 0 || c == ' ') {
                out.append(c);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }
}
