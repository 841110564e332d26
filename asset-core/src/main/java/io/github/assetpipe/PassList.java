package io.github.assetpipe;

import io.github.assetpipe.io.SourceTree;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.MinifyOptions.CssEngine;
import io.github.assetpipe.option.MinifyOptions.JsEngine;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.pass.Combine;
import io.github.assetpipe.pass.Compile;
import io.github.assetpipe.pass.Fingerprint;
import io.github.assetpipe.pass.LazyLoader;
import io.github.assetpipe.pass.LibraryEvidence;
import io.github.assetpipe.pass.Lower;
import io.github.assetpipe.pass.MapFiles;
import io.github.assetpipe.pass.Minify;
import io.github.assetpipe.pass.Modules;
import io.github.assetpipe.pass.PageNames;
import io.github.assetpipe.pass.Pass;
import io.github.assetpipe.pass.PlanFacts;
import io.github.assetpipe.pass.Precompress;
import io.github.assetpipe.pass.Purge;
import io.github.assetpipe.pass.Reach;
import io.github.assetpipe.pass.ReadMaps;
import io.github.assetpipe.pass.Rewrite;
import io.github.assetpipe.run.EvidenceCache;
import io.github.assetpipe.run.TransformCache;
import io.github.assetpipe.text.Globs;
import io.github.assetpipe.text.ImportMap;
import io.github.assetpipe.transform.Brotli;
import io.github.assetpipe.transform.Gzip;
import io.github.assetpipe.transform.NativeCss;
import io.github.assetpipe.transform.Transformer;
import io.github.assetpipe.transform.YuiCss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The passes of a configuration in their written order. */
final class PassList {
    private final Config config;
    private final Site sources;
    private final Engines engines;
    private final LibraryEvidence libraries;
    private final PageReader reader;
    private final PageNames names;
    private final Modules modules;

    PassList(Config config, Site sources, Engines engines, ImportMap importMap, WebJars webJars, TransformCache cache) {
        this.config = config;
        this.sources = sources;
        this.engines = engines;
        this.libraries = new LibraryEvidence(webJars.components(), new EvidenceCache(cache));
        this.reader = engines.reader();
        this.names = new PageNames(reader, config.rewrite());
        // Without pages that get the map, specifiers have to lead to the files themselves.
        this.modules = new Modules(
                config.passes().contains(PassName.REWRITE)
                        ? config.rewrite().modules().names()
                        : ModuleOptions.Names.REWRITTEN,
                importMap,
                names);
    }

    /** The order of work, written. Scripts are minified before they are combined, stylesheets afterwards. */
    List<Pass> list() {
        PlanFacts facts = new PlanFacts(config.rewrite());
        Globs unminified = Globs.of(config.minify().skip());
        List<Pass> passes = new ArrayList<>();
        when(
                PassName.COMPILE,
                passes,
                () -> new Compile(
                        config.sass(),
                        engines::sass,
                        sassEntries(),
                        names,
                        config.generated().base(),
                        config.passes().contains(PassName.COMBINE),
                        config.sourceMaps().wanted()));
        Reach reach = new Reach(names, modules, config.rewrite().missing(), unminified, false);
        passes.add(reach);
        if (config.sourceMaps().wanted()) {
            // Only now: a WebJar brings many files with large maps, of which pages use a few.
            passes.add(new ReadMaps(sources));
        }
        when(PassName.REWRITE, passes, () -> new LazyLoader(reader, config.rewrite(), config.generated()));
        if (config.minify().js() != JsEngine.NONE) {
            boolean lower = config.minify().scripts().baseline() > 0;
            if (lower) {
                when(PassName.MINIFY, passes, () -> new Lower(engines.lowering(), unminified, reach::isNamed));
            }
            when(
                    PassName.MINIFY,
                    passes,
                    () -> new Minify(MediaType.JAVASCRIPT, engines.scripts(), unminified, !lower, reach::isNamed));
        }
        // Before they are combined, so that a stylesheet of many bundles is judged once.
        when(
                PassName.PURGE,
                passes,
                () -> new Purge(
                        config.purge(),
                        sources,
                        SiteSources.furtherTexts(config),
                        libraries,
                        config.sourceMaps().wanted(),
                        reach::isNamed));
        when(
                PassName.COMBINE,
                passes,
                () -> new Combine(
                        reader,
                        config.rewrite(),
                        config.generated(),
                        config.sourceMaps().wanted(),
                        config.passes().contains(PassName.REWRITE) ? facts : null));
        passes.add(new Reach(names, modules, config.rewrite().missing(), unminified, true));
        if (config.minify().css() != CssEngine.NONE) {
            when(
                    PassName.MINIFY,
                    passes,
                    () -> new Minify(MediaType.CSS, stylesheets(), unminified, false, path -> true));
        }
        when(PassName.FINGERPRINT, passes, () -> new Fingerprint(config.fingerprint(), config.sourceMaps(), modules));
        if (!config.passes().contains(PassName.FINGERPRINT)) {
            passes.add(new MapFiles(config.sourceMaps()));
        }
        Precompress variants = new Precompress(config.precompress(), encoders());
        when(PassName.PRECOMPRESS, passes, variants::early);
        if (config.passes().contains(PassName.REWRITE)) {
            passes.add(new Rewrite(sources, reader, config.rewrite(), facts, modules, config.generated()));
        } else if (config.passes().contains(PassName.COMBINE)) {
            // A page has to name the file that its block became, whoever else rewrites it.
            RewriteOptions onlyBlocks = config.rewrite().onlyBlocks();
            passes.add(
                    new Rewrite(sources, reader, onlyBlocks, new PlanFacts(onlyBlocks), modules, config.generated()));
        }
        when(PassName.PRECOMPRESS, passes, () -> variants);
        return passes;
    }

    private void when(PassName name, List<Pass> passes, Supplier<Pass> pass) {
        if (config.passes().contains(name)) {
            passes.add(pass.get());
        }
    }

    private Transformer stylesheets() {
        boolean maps = config.sourceMaps().wanted();
        return config.minify().css() == CssEngine.YUI
                ? new YuiCss(config.minify(), maps)
                : new NativeCss(config.minify(), maps);
    }

    private List<Compile.Entry> sassEntries() {
        List<Compile.Entry> entries = new ArrayList<>();
        String folder = config.sass().outputFolder();
        String prefix = folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
        for (String directory : config.sass().entryDirectories()) {
            Path root = config.baseDirectory().resolve(directory);
            for (Path file : SourceTree.files(root)) {
                String relative = root.relativize(file).toString().replace('\\', '/');
                LogicalPath path = LogicalPath.of(prefix + relative);
                if (MediaType.of(path).equals(MediaType.SASS) && !Compile.isPartial(path)) {
                    entries.add(new Compile.Entry(path, directory + "/" + relative, Content.ofFile(file)));
                }
            }
        }
        return entries;
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
}
