package io.github.assetpipe.maven;

import io.github.assetpipe.option.PrecompressOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pom says in {@code <precompress>}; what it leaves out is null. Filled in by Maven. */
public final class PrecompressParameters {
    /** Whether {@code .br} files are written. */
    private @Nullable String brotli;

    /** Brotli quality, 0 to 11. */
    private @Nullable String brotliQuality;

    /** Whether {@code .gz} files are written. */
    private @Nullable String gzip;

    /** Whether plain HTML pages that are served as files are compressed too. */
    private @Nullable String pages;

    /** Patterns of files that are not compressed. */
    private @Nullable List<String> skip;

    /** Returns the options, defaults filled in. */
    PrecompressOptions options(ParameterValues values) {
        PrecompressOptions defaults = PrecompressOptions.defaults();
        return new PrecompressOptions(
                values.flag("precompress.brotli", brotli, defaults.brotli()),
                values.number("precompress.brotliQuality", brotliQuality, defaults.brotliQuality(), 0, 11),
                values.flag("precompress.gzip", gzip, defaults.gzip()),
                values.flag("precompress.pages", pages, defaults.pages()),
                values.list("precompress.skip", skip, defaults.skip()));
    }
}
