package io.github.assetpipe;

import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.SassEngine;
import io.github.assetpipe.option.SourceRoot;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.transform.AssetFolder;
import io.github.assetpipe.transform.ClosureJs;
import io.github.assetpipe.transform.DartSass;
import io.github.assetpipe.transform.LibSass;
import io.github.assetpipe.transform.LoweredJs;
import io.github.assetpipe.transform.NativeJs;
import io.github.assetpipe.transform.Transformer;
import java.util.List;

/** What is dear to start and worth keeping from one build to the next: compilers, and pages that were read. */
final class Engines implements AutoCloseable {
    private final DartSass dart;
    private final LibSass libsass;
    private final Transformer scripts;
    private final Transformer lowering;
    private final PageReader reader;
    private final boolean usesDart;

    /** Creates the engines of a configuration; they start when they are needed first. */
    Engines(Config config) {
        boolean maps = config.sourceMaps().wanted();
        this.usesDart = config.passes().contains(PassName.COMPILE)
                && config.sass().engine() == SassEngine.DART
                && config.sass().engines().isEmpty();
        this.reader = new PageReader(config.rewrite().dialects());
        List<AssetFolder> folders = folders(config);
        // With source maps in any case: they tell which imports bring rules that no page uses.
        this.dart = new DartSass(config.sass(), folders, true, Math.min(2, config.threads()), config.engineTimeout());
        this.libsass = new LibSass(config.sass(), folders, true, config.engineTimeout());
        this.scripts = config.minify().js() == MinifyOptions.JsEngine.NATIVE
                ? new NativeJs(config.minify(), maps, config.engineTimeout())
                : new ClosureJs(config.minify(), maps, config.engineTimeout());
        this.lowering = new LoweredJs(config.minify().scripts().baseline(), maps, config.engineTimeout());
    }

    /** The roots below the project's folder whose files are served. */
    private static List<AssetFolder> folders(Config config) {
        return config.roots().stream()
                .filter(root ->
                        root.kind() != SourceRoot.Kind.PAGES && root.directory().startsWith(config.baseDirectory()))
                .map(root -> new AssetFolder(
                        config.baseDirectory()
                                .relativize(root.directory())
                                .toString()
                                .replace('\\', '/'),
                        root.servedFolder()))
                .toList();
    }

    /** Returns the compiler of that name. */
    Transformer sass(SassEngine engine) {
        return engine == SassEngine.DART ? dart : libsass;
    }

    /** Starts the Sass compiler, if that is Dart Sass, which takes as long as many a stylesheet. */
    void beginSass() {
        if (usesDart) {
            dart.begin();
        }
    }

    /** Returns the minifier of scripts. */
    Transformer scripts() {
        return scripts;
    }

    /** Returns what writes scripts in older syntax. */
    Transformer lowering() {
        return lowering;
    }

    /** Returns the reader that all builds share. */
    PageReader reader() {
        return reader;
    }

    /** Ends the compilers' processes. */
    @Override
    public void close() {
        dart.close();
    }
}
