package io.github.assetpipe;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.OutputTree;
import io.github.assetpipe.io.SourceTree;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.pass.Pass;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.run.SourceLookup;
import io.github.assetpipe.run.TransformCache;
import io.github.assetpipe.run.TransformRunner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds a site from its sources: the list of passes, and nothing cleverer. */
public final class AssetPipeline {
    private AssetPipeline() {}

    /**
     * Runs the configured passes from the sources and writes the results.
     *
     * @throws io.github.assetpipe.diagnostic.AssetException when something is wrong; nothing has been written then
     */
    public static BuildResult build(Config config, Reporter reporter) {
        Log log = new Log(reporter);
        TransformCache cache = new TransformCache(config.cacheDirectory());
        try (WebJars webJars = WebJars.open(config.webJars(), config.webJarOutputPrefix())) {
            SourceLookup lookup = new SourceLookup(config.baseDirectory(), webJars);
            Site sources = read(config, webJars);
            try (TransformRunner runner = new TransformRunner(config.threads(), cache, lookup, log);
                    PassList passes = new PassList(config, sources)) {
                Build build = new Build(runner, lookup, log);
                Summary summary = new Summary(sources);
                Site site = sources;
                for (Pass pass : passes.list()) {
                    long start = System.nanoTime();
                    Site next = pass.run(site, build);
                    summary.passed(pass.name(), site, next, System.nanoTime() - start);
                    site = next;
                }
                SiteOutput output = new SiteOutput(config, sources);
                Manifest manifest = output.manifest(site);
                OutputTree.Result result = output.write(site, manifest);
                cache.trim();
                List<String> lines = summary.lines(site, result, cache);
                lines.forEach(reporter::info);
                return new BuildResult(lines, log.sorted(), result.written(), result.unchanged());
            }
        }
    }

    private static Site read(Config config, WebJars webJars) {
        SourceTree tree = SourceTree.read(
                config.baseDirectory(), config.roots(), name -> PassList.isPage(name), config.copyAll());
        SortedMap<LogicalPath, Asset> assets = new TreeMap<>(webJars.assets());
        assets.putAll(tree.assets());
        return new Site(assets, tree.pages(), webJars.versionless());
    }

    /** Passes everything on to the front end's reporter, and keeps the diagnostics for the result. */
    private static final class Log implements Reporter {
        private final Reporter reporter;
        private final List<Diagnostic> all = Collections.synchronizedList(new ArrayList<>());

        Log(Reporter reporter) {
            this.reporter = reporter;
        }

        @Override
        public void report(Diagnostic diagnostic) {
            all.add(diagnostic);
            reporter.report(diagnostic);
        }

        @Override
        public void info(String line) {
            reporter.info(line);
        }

        List<Diagnostic> sorted() {
            synchronized (all) {
                return all.stream().sorted().distinct().toList();
            }
        }
    }
}
