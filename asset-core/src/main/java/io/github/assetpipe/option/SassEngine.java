package io.github.assetpipe.option;

/** The Sass compilers that can be chosen, for all stylesheets or per stylesheet. */
public enum SassEngine {
    /** Dart Sass through its embedded protocol; the default. */
    DART,
    /** libsass through jsass: end-of-life, small, in process; for code that needs it. */
    LIBSASS
}
