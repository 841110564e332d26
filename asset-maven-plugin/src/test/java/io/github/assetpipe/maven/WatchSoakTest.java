package io.github.assetpipe.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.BuildResult;
import io.github.assetpipe.Config;
import io.github.assetpipe.PassName;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A watch that runs through random edits ends with what a clean build makes, byte by byte.
 *
 * <p>{@code soak.seconds} says how long each profile is edited (a few seconds unless set; the Maven profile {@code soak} has
 * an hour), {@code soak.seed} which edits are made.
 */
@Tag("soak")
class WatchSoakTest {
    private static final long SECONDS = Long.getLong("soak.seconds", 8);
    private static final long SEED = Long.getLong("soak.seed", 20_261_128);
    /** How long a watch may take to catch up after the last edit. */
    private static final long PATIENCE_SECONDS = 120;
    /** Edits between two comparisons. */
    private static final int EDITS = 40;

    @TempDir
    Path base;

    private final AtomicInteger builds = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    private final AtomicReference<String> lastFailure = new AtomicReference<>("");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"development", "production"})
    void aWatchEndsAsACleanBuild(String profile) throws Exception {
        EditedSite site = new EditedSite(base.resolve("src"), SEED);
        Config watched = config(profile, "watched", base.resolve("cache"));
        Thread loop = new Thread(() -> {
            try {
                new RebuildLoop(() -> watched, Reporter.silent(), new Counter()).run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Throwable e) {
                fault.set(e);
            }
        });
        loop.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        int edits = 0;
        int comparisons = 0;
        try {
            do {
                for (int i = 0; i < EDITS; i++, edits++) {
                    site.edit();
                    site.pause();
                }
                site.repair();
                compare(profile, watched, loop);
                comparisons++;
            } while (System.nanoTime() < end);
        } finally {
            loop.interrupt();
            loop.join(30_000);
        }
        assertTrue(builds.get() > comparisons, builds + " builds");
        System.out.printf(
                "%s: %d edits, %d builds, %d of them stopped by errors, equal to a clean build %d times%n",
                profile, edits, builds.get(), failures.get(), comparisons);
    }

    private Config config(String profile, String name, @Nullable Path cache) {
        Path web = base.resolve("src/web");
        Config config = Config.builder(base, base.resolve(name + "/web"))
                .workDirectory(base.resolve(name + "/work"))
                .roots(List.of(SourceRoot.of(web, SourceRoot.Kind.ASSETS, "")))
                .evidence(List.of(base.resolve("src/java")))
                .copyAll(true)
                .passes(EnumSet.allOf(PassName.class))
                .threads(2)
                .cacheDirectory(cache)
                .build();
        return profile.equals("development") ? config.development() : config.withoutVariants();
    }

    /** Builds from scratch, and waits until the watch's outputs are the same. */
    private void compare(String profile, Config watched, Thread loop) throws Exception {
        Config clean = config(profile, "clean", null);
        delete(base.resolve("clean"));
        AssetPipeline.build(clean, Reporter.silent());
        SortedMap<String, String> right = contents(clean.outputDirectory());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String difference = difference(right, contents(watched.outputDirectory()));
        while (!difference.isEmpty() && loop.isAlive() && System.nanoTime() < end) {
            Thread.sleep(100);
            difference = difference(right, contents(watched.outputDirectory()));
        }
        assertTrue(loop.isAlive(), () -> "the watch ended by itself: " + fault.get());
        assertEquals("", difference, () -> "after seed " + SEED + ", build " + builds + "; last error: " + lastFailure);
    }

    private static String difference(SortedMap<String, String> right, SortedMap<String, String> found) {
        StringBuilder lines = new StringBuilder();
        right.forEach((path, text) -> {
            String other = found.get(path);
            if (other == null) {
                lines.append("missing: ").append(path).append('\n');
            } else if (!other.equals(text)) {
                lines.append("differs: ").append(path).append('\n').append(firstDifference(text, other));
            }
        });
        found.keySet().stream()
                .filter(path -> !right.containsKey(path))
                .forEach(path -> lines.append("left over: ").append(path).append('\n'));
        return lines.toString();
    }

    private static String firstDifference(String right, String found) {
        int at = 0;
        while (at < Math.min(right.length(), found.length()) && right.charAt(at) == found.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 60);
        return "  clean:   "
                + right.substring(from, Math.min(right.length(), at + 100)).replace('\n', ' ') + "\n  watched: "
                + found.substring(from, Math.min(found.length(), at + 100)).replace('\n', ' ') + "\n";
    }

    /** Returns every file's bytes, as text of one char a byte; a file that goes meanwhile is not there. */
    private static SortedMap<String, String> contents(Path folder) throws IOException {
        SortedMap<String, String> all = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // The watch is writing; whoever asks looks again.
            all.put("being written", e.toString());
        }
        return all;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private final class Counter implements RebuildLoop.Listener {
        @Override
        public void built(List<String> changed, BuildResult result, Manifest before, Manifest after, long millis) {
            builds.incrementAndGet();
        }

        @Override
        public void failed(String errors) {
            builds.incrementAndGet();
            failures.incrementAndGet();
            lastFailure.set(errors);
        }
    }
}
