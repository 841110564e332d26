package io.github.assetpipe.option;

import java.util.List;

/**
 * How outputs are named.
 *
 * @param keepUnhashed whether the file stays under its own name beside the fingerprinted one
 * @param skip glob patterns over logical paths that keep their names, such as {@code robots.txt}
 */
public record FingerprintOptions(boolean keepUnhashed, List<String> skip) {

    /** Copies the list. */
    public FingerprintOptions {
        skip = List.copyOf(skip);
    }

    /** Returns the defaults: unhashed files stay; names that others look up by convention are left alone. */
    public static FingerprintOptions defaults() {
        return new FingerprintOptions(
                true,
                List.of(
                        "robots.txt",
                        "humans.txt",
                        "ads.txt",
                        "sitemap*.xml",
                        ".well-known/**",
                        "CNAME",
                        "**/LICENSE*",
                        "**/README*",
                        "**/*.md",
                        "sw.js",
                        "service-worker.js",
                        "**/*.html",
                        "**/*.htm"));
    }
}
