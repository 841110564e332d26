package io.github.assetpipe.transform;

import io.github.assetpipe.css.CssMinifier;
import io.github.assetpipe.model.Content;

/** Minifies stylesheets with the own CSS engine. */
public final class NativeCss implements Transformer {
    /** Raised whenever the engine's output changes, so that remembered results of an older one do not count. */
    private static final String VERSION = "1";

    @Override
    public String name() {
        return "css";
    }

    @Override
    public String fingerprint() {
        return "native " + VERSION;
    }

    /** Minifies; a stylesheet that would not get smaller stays as it is. */
    @Override
    public TransformResult transform(TransformInput input, Lookup lookup) {
        String source = input.content().text();
        String minified = CssMinifier.minify(source);
        return minified.length() < source.length()
                ? TransformResult.of(input.path(), Content.of(minified), input.sourceMap())
                : TransformResult.unchanged();
    }
}
