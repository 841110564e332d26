package io.github.assetpipe.option;

/**
 * Whether source maps are made, where they go, and what they hold.
 *
 * @param mode where they go
 * @param prefix what stands before a map's path in the {@code sourceMappingURL} comment, such as
 *     {@code https://maps.example.org/}; empty for a name relative to the file
 * @param sourcesContent whether maps hold the text of their sources, so that nothing else has to be served
 */
public record SourceMapOptions(SourceMapMode mode, String prefix, boolean sourcesContent) {

    /** Returns options with {@code mode}, relative names and the sources' text. */
    public static SourceMapOptions of(SourceMapMode mode) {
        return new SourceMapOptions(mode, "", true);
    }

    /** Returns the defaults: no source maps. */
    public static SourceMapOptions defaults() {
        return of(SourceMapMode.OFF);
    }

    /** Tells whether maps are made at all. */
    public boolean wanted() {
        return mode != SourceMapMode.OFF;
    }
}
