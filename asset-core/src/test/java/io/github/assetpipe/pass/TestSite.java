package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.Spill;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.run.Findings;
import io.github.assetpipe.run.PageMemo;
import io.github.assetpipe.run.TransformCache;
import io.github.assetpipe.run.TransformRunner;
import io.github.assetpipe.run.WatchMemory;
import io.github.assetpipe.text.ImportMap;
import io.github.assetpipe.transform.Lookup;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A site made in a test: assets and pages given as text, run through combine, a stand-in for fingerprint, and rewrite. */
final class TestSite {
    private final TreeMap<LogicalPath, Asset> assets = new TreeMap<>();
    private final TreeMap<LogicalPath, LogicalPath> versionless = new TreeMap<>();
    private final List<PageFile> pages = new ArrayList<>();
    private RewriteOptions options = RewriteOptions.defaults();
    private final List<Diagnostic> reported = new ArrayList<>();
    private boolean combine = true;

    TestSite asset(String path, String text) {
        return asset(path, Content.of(text));
    }

    TestSite asset(String path, Content content) {
        LogicalPath logical = LogicalPath.of(path);
        assets.put(logical, Asset.source(logical, content, Origin.PROJECT, "src/" + path, "static/", false));
        return this;
    }

    TestSite mapped(String path, Content sourceMap) {
        assets.computeIfPresent(LogicalPath.of(path), (p, asset) -> asset.withSourceMap(sourceMap));
        return this;
    }

    TestSite assets(String... paths) {
        for (String path : paths) {
            if (path.endsWith(".png")) {
                asset(path, png(20, 10));
            } else {
                asset(path, path.endsWith(".css") ? "a{}" : path.endsWith(".js") ? "var a;" : "x");
            }
        }
        return this;
    }

    /** Returns as much of a PNG file as tells its size. */
    static Content png(int width, int height) {
        return Content.of(ByteBuffer.allocate(33)
                .put("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(width)
                .putInt(height)
                .array());
    }

    TestSite versionless(String path, String full) {
        versionless.put(LogicalPath.of(path), LogicalPath.of(full));
        return assets(full);
    }

    TestSite template(String name, String text) {
        return template(name, Content.of(text));
    }

    TestSite template(String name, Content content) {
        pages.add(PageFile.source("templates/" + name, name, content, "templates/" + name, null, false));
        return this;
    }

    /** A page of a web application that is not served as a file. */
    TestSite webapp(String path, String text) {
        pages.add(PageFile.source("web/" + path, path, Content.of(text), path, null, false));
        return this;
    }

    TestSite served(String path, String text) {
        pages.add(PageFile.source("web/" + path, path, Content.of(text), path, LogicalPath.of(path), false));
        return this;
    }

    TestSite options(RewriteOptions newOptions) {
        options = newOptions;
        return this;
    }

    TestSite withoutCombine() {
        combine = false;
        return this;
    }

    /** Runs the passes; every asset's final name gets {@code .HASH} before its extension. */
    Site run() {
        Reporter reporter = new Reporter() {
            @Override
            public void report(Diagnostic diagnostic) {
                reported.add(diagnostic);
            }

            @Override
            public void info(String line) {}
        };
        try (TransformRunner runner = new TransformRunner(2, new TransformCache(null), Lookup.none(), reporter);
                Spill spill = new Spill(Path.of("target", "test-spill"))) {
            Build build = new Build(
                    runner, Lookup.none(), reporter, spill, new Findings(), WatchMemory.none(), PageMemo.empty(spill));
            PageReader reader = new PageReader(options.dialects());
            reader.begin(pages);
            PlanFacts facts = new PlanFacts(options);
            Site sources = new Site(assets, pages, versionless);
            Site site = sources;
            if (combine) {
                site = new Combine(reader, options, GeneratedFolder.root("static/"), true, facts).run(site, build);
            }
            site = new LazyLoader(reader, options, GeneratedFolder.root("static/")).run(site, build);
            List<Asset> named = site.assets().values().stream()
                    .map(a -> a.withFingerprinted(a.path()
                            .sibling(a.path().stem() + ".HASH."
                                    + a.path()
                                            .fileName()
                                            .substring(a.path().fileName().lastIndexOf('.') + 1))))
                    .toList();
            Site done = new Rewrite(sources, reader, options, facts, modules(reader), GeneratedFolder.root("static/"))
                    .run(site.withAssets(named), build);
            // The spill ends with this block; what waits in it is read now.
            return done.withPages(done.pages().stream().map(TestSite::inMemory).toList());
        }
    }

    private Modules modules(PageReader reader) {
        return new Modules(options.modules().names(), ImportMap.EMPTY, new PageNames(reader, options));
    }

    private static PageFile inMemory(PageFile page) {
        return page.withContent(Content.of(page.content().bytes()));
    }

    /** Returns the text of the first page after the passes. */
    String result() {
        return run().pages().get(0).content().text();
    }

    List<Diagnostic> reported() {
        return reported;
    }

    static String asset(Site site, String path) {
        return site.asset(LogicalPath.of(path)).orElseThrow().content().text();
    }

    /** Returns the options with references only, so that other decisions do not show. */
    static RewriteOptions referencesOnly() {
        RewriteOptions d = RewriteOptions.defaults();
        return new RewriteOptions(
                true,
                RewriteOptions.Defer.OFF,
                RewriteOptions.Lazy.OFF,
                d.eagerImages(),
                false,
                RewriteOptions.Missing.WARN,
                false,
                d.skip(),
                List.of(),
                List.of(),
                List.of(),
                false,
                ModuleOptions.defaults());
    }
}
