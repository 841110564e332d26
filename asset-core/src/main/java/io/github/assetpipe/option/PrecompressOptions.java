package io.github.assetpipe.option;

import java.util.List;

/**
 * Which outputs get {@code .br} and {@code .gz} beside them.
 *
 * @param brotli whether {@code .br} files are written
 * @param brotliQuality Brotli quality, 0 to 11
 * @param gzip whether {@code .gz} files are written
 * @param pages whether plain HTML pages that are served as files are compressed too
 * @param skip glob patterns over logical paths that are not compressed
 */
public record PrecompressOptions(boolean brotli, int brotliQuality, boolean gzip, boolean pages, List<String> skip) {

    /** Checks the quality and copies the list. @throws IllegalArgumentException when the quality is not in 0 to 11 */
    public PrecompressOptions {
        if (brotliQuality < 0 || brotliQuality > 11) {
            throw new IllegalArgumentException("Brotli quality must be 0 to 11, not " + brotliQuality);
        }
        skip = List.copyOf(skip);
    }

    /** Returns the defaults: Brotli 11 and gzip 9 of assets and of static pages. */
    public static PrecompressOptions defaults() {
        return new PrecompressOptions(true, 11, true, true, List.of());
    }
}
