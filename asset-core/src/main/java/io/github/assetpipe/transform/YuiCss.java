package io.github.assetpipe.transform;

import com.yahoo.platform.yui.compressor.CssCompressor;
import io.github.assetpipe.css.Browsers;
import io.github.assetpipe.css.CssMinifier;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.option.MinifyOptions;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Minifies stylesheets with YUI Compressor, whose results are used only where they provably mean the same.
 *
 * <p>YUI Compressor dates from before much of CSS and changes the meaning of modern stylesheets. Its result counts when
 * the own minifier brings it and the source to the same text; else the own result is used and a warning says so. It takes
 * quadratic time in the selectors of a rule, so rules with very many of them go to the own minifier at once.
 */
public final class YuiCss implements Transformer {
    private static final String VERSION = "yuicompressor-2.4.8";
    private static final int MAX_SELECTORS = 2000;

    private final NativeCss own;
    private final Browsers browsers;

    /**
     * Creates the transformer.
     *
     * @param options which browsers the stylesheets must mean the same to
     * @param sourceMaps whether the own minifier, where it stands in, makes source maps; YUI Compressor makes none
     */
    public YuiCss(MinifyOptions options, boolean sourceMaps) {
        this.own = new NativeCss(options, sourceMaps);
        this.browsers = NativeCss.browsers(options);
    }

    @Override
    public String name() {
        return "yui";
    }

    @Override
    public String fingerprint() {
        return VERSION + " maxSelectors=" + MAX_SELECTORS + " guard=" + own.fingerprint();
    }

    /** Minifies; a stylesheet that would not get smaller stays as it is. */
    @Override
    public TransformResult transform(TransformInput input, Lookup lookup) {
        String source = input.content().text();
        if (mostSelectors(source) > MAX_SELECTORS) {
            return instead(input, lookup, "a rule has more than " + MAX_SELECTORS + " selectors");
        }
        String compressed = compress(source);
        if (compressed == null || !sameMeaning(compressed, source)) {
            return instead(input, lookup, "its result does not mean the same");
        }
        return compressed.length() < source.length()
                ? TransformResult.of(input.path(), Content.of(compressed), null)
                : TransformResult.unchanged();
    }

    private boolean sameMeaning(String compressed, String source) {
        return CssMinifier.minify(compressed, browsers).equals(CssMinifier.minify(source, browsers));
    }

    private TransformResult instead(TransformInput input, Lookup lookup, String why) {
        TransformResult result = own.transform(input, lookup);
        List<Diagnostic> diagnostics = new ArrayList<>(result.diagnostics());
        diagnostics.add(Diagnostic.warning(
                "yui-unused",
                "YUI Compressor is not used for this stylesheet: " + why + ".",
                Location.ofFile(input.file()),
                "The own CSS minifier was used; choose it for all stylesheets with the CSS engine native."));
        return new TransformResult(result.outputs(), diagnostics);
    }

    /** Returns what YUI Compressor makes of the text, or null when it fails. */
    private static @Nullable String compress(String source) {
        StringWriter out = new StringWriter(source.length());
        try {
            new CssCompressor(new StringReader(source)).compress(out, -1);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError e) {
            return null; // It works with regular expressions, which may recurse or miss.
        }
    }

    /** An upper bound of the selectors in one rule: commas between braces or semicolons. */
    private static int mostSelectors(String source) {
        int most = 0;
        int count = 1;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == ',') {
                most = Math.max(most, ++count);
            } else if (c == '{' || c == '}' || c == ';') {
                count = 1;
            }
        }
        return most;
    }
}
