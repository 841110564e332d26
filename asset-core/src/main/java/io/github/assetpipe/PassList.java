package io.github.assetpipe;

import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.pass.Fingerprint;
import io.github.assetpipe.pass.Pass;
import io.github.assetpipe.pass.Precompress;
import io.github.assetpipe.transform.Brotli;
import io.github.assetpipe.transform.Gzip;
import io.github.assetpipe.transform.Transformer;
import java.util.ArrayList;
import java.util.List;

/** The passes of a configuration in their written order, and the engines that they drive. */
final class PassList implements AutoCloseable {
    private final Config config;
    private final Site sources;

    PassList(Config config, Site sources) {
        this.config = config;
        this.sources = sources;
    }

    List<Pass> list() {
        List<Pass> passes = new ArrayList<>();
        if (config.passes().contains(PassName.FINGERPRINT)) {
            passes.add(new Fingerprint(config.fingerprint()));
        }
        if (config.passes().contains(PassName.PRECOMPRESS)) {
            passes.add(new Precompress(config.precompress(), encoders()));
        }
        return passes;
    }

    private List<Transformer> encoders() {
        List<Transformer> encoders = new ArrayList<>();
        if (config.precompress().brotli()) {
            encoders.add(new Brotli(config.precompress()));
        }
        if (config.precompress().gzip()) {
            encoders.add(new Gzip());
        }
        return encoders;
    }

    static boolean isPage(String name) {
        return name.endsWith(".html") || sourcesAreHtml(name);
    }

    private static boolean sourcesAreHtml(String name) {
        return name.endsWith(MediaType.HTML.name());
    }

    @Override
    public void close() {}
}
