package io.github.assetpipe;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.io.OutputTree;
import io.github.assetpipe.io.SourceFile;
import io.github.assetpipe.io.Spill;
import io.github.assetpipe.report.FactsFile;
import io.github.assetpipe.run.BuildCache;
import io.github.assetpipe.run.BuildStamp;
import io.github.assetpipe.run.PageMemo;
import io.github.assetpipe.run.SourceLookup;
import io.github.assetpipe.run.TransformCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a build as a whole: from an empty output, it is taken from the cache when the same sources were built
 * before; and when it is done, a stamp tells the next one that nothing has changed.
 */
final class WholeBuild {
    private final Config config;
    private final List<SourceFile> inputs;
    private final SortedMap<String, String> before;
    private final BuildStamp stamp;
    private final BuildCache builds;
    private final SourceLookup lookup;
    private final Optional<String> key;

    /**
     * Begins a build.
     *
     * @param inputs all source files as of now
     * @param lookup what it looks further files up with
     */
    WholeBuild(Config config, List<SourceFile> inputs, BuildStamp stamp, TransformCache cache, SourceLookup lookup) {
        this.config = config;
        this.inputs = inputs;
        this.before = BuildStamp.observe(inputs);
        this.stamp = stamp;
        this.builds = new BuildCache(cache, config.baseDirectory(), config.toString());
        this.lookup = lookup;
        // Where there is a stamp somebody is at work, and what is built now is not what a clean build will find again.
        // Who asks where the time goes wants to see it go.
        this.key = stamp.exists() || config.profile() != null ? Optional.empty() : builds.key(inputs);
    }

    /** Writes what was remembered, or returns empty when nothing was. */
    Optional<BuildResult> again(BuildLog log) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try (Spill spill = new Spill(config.workDirectory().resolve("staging"))) {
            OutputTree files = new OutputTree(config.outputDirectory(), spill);
            OutputTree facts = new OutputTree(config.workDirectory(), spill);
            return builds.find(key.get(), lookup, spill, List.of(files, facts))
                    .map(remembered -> write(remembered, files, facts, log));
        }
    }

    private BuildResult write(BuildCache.Remembered remembered, OutputTree files, OutputTree facts, BuildLog log) {
        remembered.diagnostics().forEach(log::report);
        OutputTree.Result result = SiteOutput.commit(files, config);
        facts.commit(FactsFile.NAME, List.of(PageMemo.NAME));
        SortedMap<Path, String> written = new TreeMap<>();
        files.planned()
                .keySet()
                .forEach(path ->
                        written.put(config.outputDirectory().resolve(path).normalize(), ""));
        done(written, remembered.diagnostics());
        List<String> lines = new ArrayList<>();
        lines.add("These sources were built before: everything comes from the cache");
        lines.addAll(remembered.lines());
        lines.add(
                result.written() + " written, " + result.unchanged() + " unchanged, " + result.deleted() + " removed");
        lines.forEach(log::info);
        return new BuildResult(lines, remembered.diagnostics(), result.written(), result.unchanged());
    }

    /**
     * Remembers what was built, unless a source changed meanwhile; called before the files are moved to their places.
     *
     * @param lines what is told of the results
     */
    void remember(List<Diagnostic> diagnostics, List<String> lines, Spill spill, OutputTree files, OutputTree facts) {
        if (key.isPresent() && BuildStamp.isStill(before, SiteSources.files(config))) {
            builds.remember(key.get(), inputs, lookup.digests(), diagnostics, lines, spill, List.of(files, facts));
        }
    }

    /**
     * Stamps the build when all files are in their places.
     *
     * @param written its outputs, each with the integrity of its bytes or an empty text
     */
    void done(Map<Path, String> written, List<Diagnostic> diagnostics) {
        SortedMap<Path, String> all = new TreeMap<>(written);
        all.put(config.workDirectory().resolve(FactsFile.NAME), "");
        all.put(config.workDirectory().resolve(PageMemo.NAME), "");
        stamp.remember(before, lookup, all, diagnostics);
    }
}
