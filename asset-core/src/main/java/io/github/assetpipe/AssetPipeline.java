package io.github.assetpipe;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.BuildLock;
import io.github.assetpipe.io.NameClashes;
import io.github.assetpipe.io.OutputTree;
import io.github.assetpipe.io.SourceFile;
import io.github.assetpipe.io.Spill;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.page.dialect.Dialects;
import io.github.assetpipe.pass.Compile;
import io.github.assetpipe.pass.Pass;
import io.github.assetpipe.pass.Purge;
import io.github.assetpipe.report.BuildFacts;
import io.github.assetpipe.report.FactsFile;
import io.github.assetpipe.report.ImportUse;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.run.BuildStamp;
import io.github.assetpipe.run.Findings;
import io.github.assetpipe.run.PageAnswer;
import io.github.assetpipe.run.PageMemo;
import io.github.assetpipe.run.Progress;
import io.github.assetpipe.run.SourceLookup;
import io.github.assetpipe.run.Trace;
import io.github.assetpipe.run.TransformCache;
import io.github.assetpipe.run.TransformRunner;
import io.github.assetpipe.run.WatchMemory;
import io.github.assetpipe.text.ImportMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Builds a site from its sources: the list of passes, and nothing cleverer. */
public final class AssetPipeline implements AutoCloseable {
    private final Config config;
    private final Engines engines;
    private final WatchMemory memory;
    /** The last build's, whose files are closed; only used by who holds the lock of the project. */
    private @Nullable WebJars jars;

    private AssetPipeline(Config config, WatchMemory memory) {
        this.config = config;
        this.memory = memory;
        this.engines = new Engines(config);
    }

    /** Returns a pipeline for several builds, whose engines stay warm in between; to be closed. */
    public static AssetPipeline open(Config config) {
        return new AssetPipeline(config, WatchMemory.lasting());
    }

    /**
     * Runs the configured passes from the sources and writes the results.
     *
     * @throws AssetException when something is wrong; nothing has been written then
     */
    public static BuildResult build(Config config, Reporter reporter) {
        try (AssetPipeline pipeline = new AssetPipeline(config, WatchMemory.none())) {
            return pipeline.build(reporter);
        }
    }

    /**
     * Runs the configured passes once more, from the sources as they are now. A second build of the same project waits for the first,
     * in this process or another.
     *
     * @throws AssetException when something is wrong; nothing has been written then
     */
    public BuildResult build(Reporter reporter) {
        Runnable waiting = () -> reporter.info("Waiting for another build of this project");
        try (BuildLock lock = BuildLock.acquire(config.workDirectory(), waiting)) {
            return exclusively(reporter);
        } catch (UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    /** A file that was there when the folders were listed can be gone when it is read. */
    private AssetException unreadable(UncheckedIOException e) {
        IOException cause = Objects.requireNonNull(e.getCause());
        boolean gone = cause instanceof NoSuchFileException;
        String named = cause instanceof FileSystemException fault ? String.valueOf(fault.getFile()) : "";
        Path base = config.baseDirectory();
        String file = named.isEmpty() || !Path.of(named).startsWith(base)
                ? named
                : base.relativize(Path.of(named)).toString().replace('\\', '/');
        return AssetException.environment(Diagnostic.error(
                "unreadable",
                gone ? "The file vanished while the build ran" : "Can't read the file: " + cause.getMessage(),
                file.isEmpty() ? Location.ofFile(String.valueOf(base.getFileName())) : Location.ofFile(file),
                gone
                        ? "Build again when nothing changes the sources."
                        : "Check the permissions of the file and its folder."));
    }

    private BuildResult exclusively(Reporter reporter) {
        long started = System.nanoTime();
        List<SourceFile> inputs = SiteSources.files(config);
        BuildStamp stamp = new BuildStamp(config.workDirectory(), config.toString());
        BuildStamp.Changes changes = stamp.changes(inputs, this::mayChange);
        if (changes.none()) {
            changes.said().forEach(reporter::report);
            String line = "Nothing changed";
            reporter.info(line);
            return new BuildResult(List.of(line), changes.said(), 0, inputs.size());
        }
        TransformCache cache = new TransformCache(config.cacheDirectory());
        BuildLog log = new BuildLog(reporter);
        try (WebJars webJars = webJars()) {
            SourceLookup lookup = new SourceLookup(config.baseDirectory(), webJars);
            WholeBuild whole = new WholeBuild(config, inputs, stamp, cache, lookup);
            Optional<BuildResult> again = whole.again(log);
            if (again.isPresent()) {
                return again.get();
            }
            try {
                return build(log, webJars, lookup, cache, whole, changes.known(), started);
            } catch (PageAnswer.Outdated e) {
                // Then nothing is known of pages. What was made so far is in the cache.
                return build(log, webJars, lookup, cache, whole, false, started);
            }
        }
    }

    /** Tells whether pages are known although a file has changed. If that is compiled, the compiler starts meanwhile. */
    private boolean mayChange(Path file) {
        if (NextBuild.isSass(file)) {
            engines.beginSass();
        }
        return NextBuild.isStylesheet(file);
    }

    private WebJars webJars() {
        WebJars known = jars;
        if (known == null || !known.isOf(config.webJars(), config.libraries())) {
            known = WebJars.open(config.webJars(), config.webJarOutputPrefix(), config.libraries());
            jars = known;
        }
        return known;
    }

    private BuildResult build(
            BuildLog log,
            WebJars webJars,
            SourceLookup lookup,
            TransformCache cache,
            WholeBuild whole,
            boolean pagesAreKnown,
            long started) {
        Trace trace = config.profile() == null ? null : new Trace();
        Progress progress = new Progress(log, trace);
        try (Spill spill = new Spill(config.workDirectory().resolve("staging"), config.outputDirectory());
                TransformRunner runner = new TransformRunner(config.threads(), cache, lookup, log, progress);
                PageMemo memo = pagesAreKnown ? PageMemo.read(config.workDirectory(), spill) : PageMemo.empty(spill)) {
            Site sources = SiteSources.read(config, webJars, file -> content(file, memo));
            engines.reader().begin(sources.pages());
            NameClashes.of(sources).forEach(log::report);
            webJars.problems().forEach(log::report);
            Findings findings = new Findings();
            ImportMap importMap = SiteImportMap.read(config.rewrite().modules().importMap(), lookup::find, webJars);
            PassList passes = new PassList(config, sources, engines, importMap, webJars, cache);
            Build build = new Build(runner, lookup, log, spill, findings, memory, memo);
            NextBuild.begin(memo, lookup);
            Summary summary = new Summary(sources, progress);
            Site site = sources;
            List<Asset> compiled = List.of();
            List<Pass> list = passes.list();
            long begun = System.nanoTime();
            progress.begin(list.get(0).name());
            list.forEach(pass -> pass.start(sources, build));
            List<String> lines = new ArrayList<>();
            FutureTask<ImportUse.Found> judged = null;
            for (int i = 0; i < list.size(); i++) {
                Pass pass = list.get(i);
                // What was begun before the passes run is the first one's: it reads the pages.
                long start = i == 0 ? begun : System.nanoTime();
                progress.begin(pass.name());
                Site next = pass.run(site, build);
                progress.end(pass.name(), start);
                summary.passed(pass.name(), site, next, System.nanoTime() - start);
                if (pass instanceof Compile) {
                    compiled = compiled(site, next);
                }
                if (pass instanceof Purge) {
                    // Nothing waits for it but the report: it fills the gaps that the other passes leave.
                    judged = runner.begin(
                            () -> ImportUse.of(findings, lookup, config.sass().loadPaths(), memo));
                }
                if (isLast(pass.name(), list, i)) {
                    summary.line(pass.name()).ifPresent(line -> tell(line, lines, log));
                }
                site = next;
            }
            ImportUse.Found imports = judged == null ? ImportUse.none() : runner.end(judged);
            imports.notes().forEach(log::report);
            SiteOutput output = new SiteOutput(config, sources, summary.firstSizes());
            Manifest manifest = output.manifest(site);
            List<String> told = summary.table(site);
            FutureTask<Content> json = runner.begin(() -> SiteOutput.json(manifest, spill));
            OutputTree facts = facts(summary, log.sorted(), findings, compiled, imports, spill);
            NextBuild.end(memo, lookup, manifest);
            memo.content().ifPresent(content -> facts.put(PageMemo.NAME, content, null));
            OutputTree files = output.plan(site, manifest, runner.end(json), spill, memo);
            whole.remember(log.sorted(), told, spill, files, facts);
            cache.trim();
            OutputTree.Result result = SiteOutput.commit(files, config, NextBuild.owned(memo));
            facts.commit(FactsFile.NAME, List.of(PageMemo.NAME));
            whole.done(output.files(manifest), log.sorted());
            memory.end();
            told.addAll(summary.closing(result, System.nanoTime() - started));
            if (trace != null) {
                told.add("Profile: " + written(trace));
            }
            told.forEach(line -> tell(line, lines, log));
            return new BuildResult(lines, log.sorted(), result.written(), result.unchanged());
        }
    }

    /** Pages are many, and what is known of them is not known by digests. */
    private Content content(SourceFile file, PageMemo memo) {
        return Dialects.isPage(file.path().toString().replace('\\', '/'))
                ? memory.content(file, SourceFile::content)
                : memo.given(file, memory.content(file, memo::content));
    }

    /** A pass may come in parts, such as minifying scripts and then stylesheets; a person reads of it once. */
    private static boolean isLast(String name, List<Pass> list, int at) {
        return list.subList(at + 1, list.size()).stream()
                .noneMatch(later -> later.name().equals(name));
    }

    private static void tell(String line, List<String> lines, BuildLog log) {
        log.info(line);
        lines.add(line);
    }

    private Path written(Trace trace) {
        Path file = Objects.requireNonNull(config.profile());
        try {
            trace.write(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Asset> compiled(Site before, Site after) {
        return after.assets().values().stream()
                .filter(a ->
                        a.mediaType().equals(MediaType.CSS) && before.assets().get(a.path()) != a)
                .toList();
    }

    /** Plans what the report wants to know, in the build's own folder. */
    private OutputTree facts(
            Summary summary,
            List<Diagnostic> diagnostics,
            Findings findings,
            List<Asset> compiled,
            ImportUse.Found imports,
            Spill spill) {
        List<BuildFacts.SheetFact> sheets =
                findings.purged().stream().map(BuildFacts.SheetFact::of).toList();
        OutputTree tree = new OutputTree(config.workDirectory(), spill);
        compiled.forEach(a -> tree.put(BuildFacts.COMPILED + a.path(), a.content(), null));
        List<String> paths = compiled.stream().map(a -> a.path().value()).toList();
        BuildFacts facts = new BuildFacts(
                summary.facts(), diagnostics, sheets, paths, imports.imports(), imports.lists(), imports.origins());
        tree.put(FactsFile.NAME, FactsFile.write(facts), null);
        return tree;
    }

    /** Returns the folder that results are remembered in when none is chosen: the user's, by the platform's convention. */
    public static Path userCache() {
        return TransformCache.defaultDirectory();
    }

    /** Ends the engines. */
    @Override
    public void close() {
        engines.close();
    }
}
