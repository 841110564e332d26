package io.github.assetpipe.model;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a literal URL in a page was written, so that another asset's URL can be written the same way.
 *
 * <p>With {@code base} null, a URL is {@code prefix} and then the path below {@code root}; else it is relative to
 * {@code base}.
 *
 * @param prefix text before the path: {@code /}, {@code ../static/}, or the empty string
 * @param root logical folder that the path is written from, with a trailing slash, or empty for the application's root
 * @param base the path that relative URLs start from, or null
 */
public record UrlForm(String prefix, String root, @Nullable LogicalPath base) {

    /** Returns the form {@code prefix} + path from the application's root. */
    public static UrlForm rooted(String prefix) {
        return new UrlForm(prefix, "", null);
    }

    /** Returns the form of URLs relative to a served file. */
    public static UrlForm relative(LogicalPath base) {
        return new UrlForm("", "", base);
    }

    /**
     * Returns the URL for {@code path} in this form, percent-encoded where a path segment needs it, or empty when the path
     * is not below this form's root.
     */
    public Optional<String> urlOf(LogicalPath path) {
        if (base != null) {
            return Optional.of(prefix + encode(base.relativize(path)));
        }
        return path.value().startsWith(root)
                ? Optional.of(prefix + encode(path.value().substring(root.length())))
                : Optional.empty();
    }

    /** Returns {@code path} with those characters percent-encoded that would end it in a URL, an attribute or a style. */
    public static String encode(String path) {
        StringBuilder out = null;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            // Only what would end the URL or be read as another part of it; the rest stays readable.
            boolean unsafe = c <= ' ' || "\"'<>?#%\\`&(){}|^".indexOf(c) >= 0 || c == 0x7f;
            if (unsafe && out == null) {
                out = new StringBuilder(path.substring(0, i));
            }
            if (out != null) {
                if (unsafe) {
                    out.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
        return out == null ? path : out.toString();
    }
}
