package io.github.assetpipe.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A URL reference as written in a file, split for following it to a local file (URL Standard, path-relative forms).
 *
 * @param path the path as written, still percent-encoded; empty for references to the file itself
 * @param suffix query and fragment with their marks, as written, or empty
 * @param local whether the reference stays on this host: no scheme, no {@code //}
 */
public record UrlText(String path, String suffix, boolean local) {

    /** Splits a reference; white space around it does not count. */
    public static UrlText of(String written) {
        String url = written.strip();
        int end = url.length();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == '?' || c == '#') {
                end = i;
                break;
            }
        }
        String path = url.substring(0, end);
        boolean remote = path.startsWith("//") || path.startsWith("\\\\") || hasScheme(path);
        return new UrlText(path, url.substring(end), !remote);
    }

    /**
     * Tells whether a module specifier is an address: the others are bare names, whose meaning an import map gives (HTML
     * standard, resolve a URL-like module specifier; URLs with a scheme are nothing to follow).
     */
    public static boolean isModuleAddress(String specifier) {
        return specifier.startsWith("/") || specifier.startsWith("./") || specifier.startsWith("../");
    }

    private static boolean hasScheme(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == ':') {
                return i > 0;
            }
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) {
                return false;
            }
        }
        return false;
    }

    /** Returns the path percent-decoded as UTF-8, or null when it holds a broken escape or an encoded separator. */
    public @Nullable String decodedPath() {
        if (path.indexOf('%') < 0) {
            return path;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                int high = i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(path.charAt(i + 2), 16);
                int value = high * 16 + low;
                // An encoded slash, backslash or NUL is no separator to a server, and must not become one here.
                if (low < 0 || value == '/' || value == '\\' || value == 0) {
                    return null;
                }
                bytes.write(value);
                i += 2;
            } else {
                byte[] raw = Character.toString(c).getBytes(StandardCharsets.UTF_8);
                if (Character.isHighSurrogate(c) && i + 1 < path.length()) {
                    raw = path.substring(i, i + 2).getBytes(StandardCharsets.UTF_8);
                    i++;
                }
                bytes.write(raw, 0, raw.length);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns the folder part of the path as written, with its trailing slash, or empty. */
    public String folder() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
