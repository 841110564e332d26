package io.github.assetpipe.maven;

import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.BuildResult;
import io.github.assetpipe.Config;
import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.FileWatch;
import io.github.assetpipe.io.Leftovers;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.option.SourceRoot;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Builds again whenever a source changes, with engines that stay warm.
 *
 * <p>A build that fails writes nothing, so the last good outputs stay in place. For one thread.
 */
final class RebuildLoop {
    private final Supplier<Config> configuration;
    private final Reporter reporter;
    private final Listener listener;
    private Config config;
    private Manifest last = new Manifest(new TreeMap<>(), new TreeMap<>());

    /** Hears of every build. */
    interface Listener {
        /**
         * A build succeeded.
         *
         * @param changed what was edited, project-relative; empty for the first build
         * @param result what the build did
         * @param before the manifest before it
         * @param after the manifest after it
         * @param millis how long it took
         */
        void built(List<String> changed, BuildResult result, Manifest before, Manifest after, long millis);

        /** A build failed; nothing was written. */
        void failed(String errors);
    }

    /** Creates a loop; {@code configuration} is asked again where resources are filtered. */
    RebuildLoop(Supplier<Config> configuration, Reporter reporter, Listener listener) {
        this.configuration = configuration;
        this.reporter = reporter;
        this.listener = listener;
        this.config = configuration.get();
    }

    /** Builds, and builds again after each change. @throws InterruptedException when the thread is interrupted */
    void run() throws InterruptedException {
        try (FileWatch watch = FileWatch.of(folders(), this::isIgnored)) {
            AssetPipeline pipeline = AssetPipeline.open(config);
            try {
                last = manifest().orElse(last);
                build(pipeline, List.of());
                while (true) {
                    SortedSet<Path> changed = watch.await();
                    pipeline = refreshed(pipeline);
                    build(pipeline, changed.stream().map(this::shown).toList());
                }
            } finally {
                pipeline.close();
            }
        }
    }

    private List<Path> folders() {
        Stream<Path> roots = config.roots().stream().map(SourceRoot::shownAs);
        Stream<Path> styles = Stream.concat(
                        config.sass().entryDirectories().stream(), config.sass().loadPaths().stream())
                .filter(folder -> !folder.contains("node_modules"))
                .map(config.baseDirectory()::resolve);
        return Stream.of(roots, styles, config.evidence().stream())
                .flatMap(all -> all)
                .map(folder -> folder.toAbsolutePath().normalize())
                .distinct()
                .toList();
    }

    /** What no build reads is no reason to build. */
    private boolean isIgnored(Path path) {
        return path.startsWith(config.outputDirectory())
                || path.startsWith(config.workDirectory())
                || Leftovers.is(path);
    }

    /** Where Maven filters resources, their copies are made anew; a changed configuration needs other engines. */
    private AssetPipeline refreshed(AssetPipeline pipeline) {
        boolean filtered = config.roots().stream().anyMatch(r -> !r.directory().equals(r.shownAs()));
        if (!filtered) {
            return pipeline;
        }
        Config now = configuration.get();
        if (now.equals(config)) {
            return pipeline;
        }
        pipeline.close();
        config = now;
        return AssetPipeline.open(now);
    }

    private void build(AssetPipeline pipeline, List<String> changed) {
        Manifest before = last;
        long start = System.nanoTime();
        try {
            BuildResult result = pipeline.build(reporter);
            long millis = (System.nanoTime() - start) / 1_000_000;
            last = result.written() > 0 ? manifest().orElse(before) : before;
            listener.built(changed, result, before, last, millis);
        } catch (AssetException e) {
            listener.failed(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            // A file that vanished while it was read: the next change comes at once.
            listener.failed(Diagnostic.error("unreadable", String.valueOf(e.getMessage()), null, "Save it again.")
                    .toString());
        }
    }

    private Optional<Manifest> manifest() {
        return ManifestFile.read(
                config.outputDirectory().resolve(config.manifestPath()).normalize());
    }

    private String shown(Path path) {
        Path base = config.baseDirectory();
        return (path.startsWith(base) ? base.relativize(path) : path).toString().replace('\\', '/');
    }
}
