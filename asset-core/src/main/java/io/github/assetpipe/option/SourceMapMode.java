package io.github.assetpipe.option;

/** Whether source maps are made, and where they go. */
public enum SourceMapMode {
    /** No source map. */
    OFF,
    /** A {@code .map} file beside the output, named by a {@code sourceMappingURL} comment. */
    FILE,
    /** A {@code .map} file that no comment names, for private upload. */
    HIDDEN,
    /** A data URI inside the output. */
    INLINE
}
