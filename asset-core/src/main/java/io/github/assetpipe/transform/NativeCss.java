package io.github.assetpipe.transform;

import io.github.assetpipe.css.Browsers;
import io.github.assetpipe.css.CssMinifier;
import io.github.assetpipe.css.MinifiedCss;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.text.SourceMap;
import io.github.assetpipe.text.SourceMaps;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Minifies stylesheets with the own CSS engine.
 *
 * <p>What browsers would skip in the source is told as warnings, each with its place in the file that its author wrote.
 * Safe for several threads.
 */
public final class NativeCss implements Transformer {
    /** Raised whenever the engine's output changes, so that remembered results of an older one do not count. */
    private static final String VERSION = "2";

    private final Browsers browsers;
    private final boolean sourceMaps;

    /**
     * Creates the transformer.
     *
     * @param options which browsers the stylesheets must mean the same to
     * @param sourceMaps whether to make source maps
     */
    public NativeCss(MinifyOptions options, boolean sourceMaps) {
        this.browsers = browsers(options);
        this.sourceMaps = sourceMaps;
    }

    /** Returns the engine's word for the browsers of {@code options}. */
    static Browsers browsers(MinifyOptions options) {
        return switch (options.browsers()) {
            case BASELINE_WIDELY_AVAILABLE -> Browsers.WIDELY_AVAILABLE;
            case ANY -> Browsers.ANY;
        };
    }

    @Override
    public String name() {
        return "css";
    }

    @Override
    public String fingerprint() {
        return "native " + VERSION + " browsers=" + browsers + " sourceMaps=" + sourceMaps;
    }

    /** Minifies; a stylesheet that would not get smaller stays as it is. */
    @Override
    public TransformResult transform(TransformInput input, Lookup lookup) {
        String source = input.content().text();
        MinifiedCss minified = CssMinifier.run(source, browsers, sourceMaps);
        SourceMap before = input.sourceMap() == null
                ? null
                : SourceMap.parse(input.sourceMap().text());
        List<Diagnostic> problems = CssProblems.of(minified.problems(), input.file(), source, before);
        if (minified.text().length() >= source.length()) {
            return new TransformResult(List.of(), problems);
        }
        Content map = sourceMaps ? map(minified, input, source, before) : null;
        TransformResult.Output output = new TransformResult.Output(input.path(), Content.of(minified.text()), map);
        return new TransformResult(List.of(output), problems);
    }

    private static Content map(MinifiedCss minified, TransformInput input, String source, @Nullable SourceMap before) {
        SourceMap.Builder builder = new SourceMap.Builder();
        int index = builder.source(input.file(), source);
        LineMap generated = new LineMap(minified.text());
        LineMap original = new LineMap(source);
        for (MinifiedCss.Place place : minified.places()) {
            int line = original.line(place.source());
            builder.add(
                    generated.line(place.generated()) - 1,
                    generated.column(place.generated()) - 1,
                    index,
                    line - 1,
                    place.source() - original.lineStart(line),
                    null);
        }
        SourceMap map = builder.build();
        SourceMap composed = before == null ? map : SourceMaps.compose(map, before);
        return Content.of(composed.toJson(input.path().fileName()));
    }
}
