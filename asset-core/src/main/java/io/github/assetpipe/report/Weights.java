package io.github.assetpipe.report;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Manifest.AssetEntry;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.option.PrecompressOptions;
import io.github.assetpipe.run.TransformRunner;
import io.github.assetpipe.transform.Brotli;
import io.github.assetpipe.transform.Gzip;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Weighs sources as they would go over the wire untouched: compressed by the same encoders, through the same cache. */
final class Weights {
    private final TransformRunner runner;
    private final Brotli brotli;
    private final Gzip gzip = new Gzip();

    /** Creates the scales. */
    Weights(TransformRunner runner, PrecompressOptions options) {
        this.runner = runner;
        this.brotli = new Brotli(options);
    }

    /** Returns what an output weighs, as the manifest says. */
    static Weight of(AssetEntry entry) {
        return of(entry.size(), entry.encodings());
    }

    /** Returns what an output of a size with these variants weighs. */
    static Weight of(long size, SortedMap<String, Long> encodings) {
        long gzip = Math.min(size, encodings.getOrDefault("gzip", size));
        return new Weight(size, gzip, Math.min(gzip, encodings.getOrDefault("br", gzip)));
    }

    /** Returns what each of some assets weighs. */
    SortedMap<LogicalPath, Weight> of(Collection<Asset> assets) {
        SortedMap<LogicalPath, Weight> weights = new TreeMap<>();
        List<Asset> compressible = new ArrayList<>();
        for (Asset asset : assets) {
            long size = asset.content().size();
            weights.put(asset.path(), new Weight(size, size, size));
            if (!MediaType.isAlreadyCompressed(asset.path())) {
                compressible.add(asset);
            }
        }
        List<TransformInput> inputs = compressible.stream()
                .map(a -> new TransformInput(a.path(), a.file(), a.content(), null))
                .toList();
        List<TransformResult> gzipped = runner.attempt(inputs, i -> gzip);
        List<TransformResult> packed = runner.attempt(inputs, i -> brotli);
        for (int i = 0; i < inputs.size(); i++) {
            long size = compressible.get(i).content().size();
            long asGzip = size(gzipped.get(i), size);
            weights.put(
                    compressible.get(i).path(), new Weight(size, asGzip, Math.min(asGzip, size(packed.get(i), size))));
        }
        return weights;
    }

    /** Returns what a page weighs, by gzip only: pages that engines render are compressed while clients wait. */
    static Weight ofPage(Content content) {
        long size = content.size();
        long gzip = Math.min(size, Gzip.size(content.bytes()));
        return new Weight(size, gzip, gzip);
    }

    private static long size(TransformResult result, long otherwise) {
        return result.outputs().isEmpty()
                ? otherwise
                : result.outputs().get(0).content().size();
    }
}
