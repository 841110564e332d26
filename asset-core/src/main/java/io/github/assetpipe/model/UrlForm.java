package io.github.assetpipe.model;

import org.jspecify.annotations.Nullable;

/**
 * How a literal URL in a page was written, so that another asset's URL can be written the same way.
 *
 * <p>Exactly one of {@code prefix} and {@code base} decides: with {@code base} null, a URL is {@code prefix + path}; else
 * it is relative to {@code base}.
 *
 * @param prefix text before the logical path: {@code /}, {@code ../static/}, or the empty string
 * @param base the path that relative URLs start from, or null
 * @param suffix query and fragment with their marks, kept as written: {@code ?#iefix}, or the empty string
 */
public record UrlForm(String prefix, @Nullable LogicalPath base, String suffix) {

    /** Returns the URL for {@code path} in this form, percent-encoded where a path segment needs it. */
    public String urlOf(LogicalPath path) {
        String target = base == null ? prefix + encode(path.value()) : encode(base.relativize(path));
        return target + suffix;
    }

    private static String encode(String path) {
        StringBuilder out = null;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            // Only what would end the URL or be read as another part of it; the rest stays readable.
            boolean unsafe = c <= ' ' || "\"'<>?#%\\`".indexOf(c) >= 0 || c == 0x7f;
            if (unsafe && out == null) {
                out = new StringBuilder(path.substring(0, i));
            }
            if (out != null) {
                if (unsafe) {
                    out.append('%').append(String.format("%02X", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
        return out == null ? path : out.toString();
    }
}
