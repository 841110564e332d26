package io.github.assetpipe;

import java.util.Locale;

/** The passes of the pipeline in their order of work. */
public enum PassName {
    /** SCSS to CSS. */
    COMPILE,
    /** Compress blocks to bundles. */
    COMBINE,
    /** Unused CSS dropped. */
    PURGE,
    /** CSS and JavaScript minified. */
    MINIFY,
    /** Names with the digest of the final bytes; references in assets follow. */
    FINGERPRINT,
    /** Pages follow: references, defer, lazy images. */
    REWRITE,
    /** {@code .br} and {@code .gz} variants. */
    PRECOMPRESS;

    /** Returns the word shown to users. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
