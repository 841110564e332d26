package io.github.assetpipe.transform;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The URLs under which project files and WebJar entries are known inside a Sass compiler. */
final class SassUrls {
    /** No file system is behind these URLs, so no engine reads a file around the {@link Lookup}. */
    private static final String PREFIX = "asset:///";

    private SassUrls() {}

    /** Returns the URL of a project-relative file. */
    static String url(String file) {
        try {
            return new URI("asset", "", "/" + file, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    /** Tells whether {@code url} was made by {@link #url}, or by resolving against one. */
    static boolean isAbsolute(String url) {
        return url.startsWith("asset:");
    }

    /** Returns the project-relative file of a URL; other text is only percent-decoded. */
    static String file(String url) {
        String path = url.startsWith(PREFIX)
                ? url.substring(PREFIX.length())
                : url.startsWith("asset:/") ? url.substring("asset:/".length()) : url;
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
