package io.github.assetpipe.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Reporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around a build: a damaged cache, a file in the way, two builds at once. */
class FaultsTest {
    @TempDir
    Path base;

    private SortedMap<String, String> clean = new java.util.TreeMap<>();

    @BeforeEach
    void build() throws IOException {
        ShopSite.write(base.resolve("first"), "first");
        ShopSite.build(base, "first", "clean/web", "cache");
        clean = ShopSite.digests(base.resolve("clean/web"));
        assertTrue(clean.size() > 30, () -> "files: " + clean.keySet());
    }

    @Test
    void aCacheWithAFlippedBitInEveryEntryGivesTheSameBytes() throws IOException {
        int damaged = 0;
        try (Stream<Path> entries = Files.walk(base.resolve("cache"))) {
            for (Path entry : (Iterable<Path>) entries.filter(Files::isRegularFile)::iterator) {
                byte[] bytes = Files.readAllBytes(entry);
                if (bytes.length > 0) {
                    bytes[(damaged * 31 + 7) % bytes.length] ^= (byte) (1 << damaged % 8);
                    Files.write(entry, bytes);
                    damaged++;
                }
            }
        }
        assertTrue(damaged > 10, "entries: " + damaged);
        ShopSite.build(base, "first", "again/web", "cache");
        assertEquals(clean, ShopSite.digests(base.resolve("again/web")));
    }

    @Test
    void aCacheOfEntriesCutOffGivesTheSameBytes() throws IOException {
        try (Stream<Path> entries = Files.walk(base.resolve("cache"))) {
            for (Path entry : (Iterable<Path>) entries.filter(Files::isRegularFile)::iterator) {
                byte[] bytes = Files.readAllBytes(entry);
                Files.write(entry, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
        ShopSite.build(base, "first", "again/web", "cache");
        assertEquals(clean, ShopSite.digests(base.resolve("again/web")));
    }

    @Test
    void aFolderInTheWayOfAnOutputIsToldAndTheNextBuildEqualsACleanOne() throws IOException {
        Path web = base.resolve("again/web");
        Path output = web.resolve(clean.keySet().stream()
                .filter(name -> name.endsWith(".css"))
                .findFirst()
                .orElseThrow());
        Files.createDirectories(output.resolve("in-the-way"));
        AssetException fault =
                assertThrows(AssetException.class, () -> ShopSite.build(base, "first", "again/web", "cache"));
        assertEquals("unwritable", fault.diagnostics().get(0).id());
        assertFalse(Files.exists(web.resolve("asset-manifest.json")), "no manifest tells of what is not there");
        Files.delete(output.resolve("in-the-way"));
        Files.delete(output);
        ShopSite.build(base, "first", "again/web", "cache");
        assertEquals(clean, ShopSite.digests(web));
    }

    @Test
    void outputsOfABuildThatFailedHalfwayAreRemovedByTheNext() throws IOException {
        ShopSite.write(base.resolve("second"), "second");
        Path web = base.resolve("again/web");
        ShopSite.build(base, "second", "again/web", "cache");
        // The move of the last page fails, after those of the stylesheets.
        Files.delete(web.resolve("page9.html"));
        Files.createDirectories(web.resolve("page9.html/in-the-way"));
        Path scratch = base.resolve("first/css/scratch.css");
        Files.writeString(scratch, "p{color:green}");
        assertThrows(AssetException.class, () -> ShopSite.build(base, "first", "again/web", "cache"));
        Files.delete(scratch);
        Files.delete(web.resolve("page9.html/in-the-way"));
        Files.delete(web.resolve("page9.html"));
        ShopSite.build(base, "first", "again/web", "cache");
        assertEquals(clean, ShopSite.digests(web));
    }

    @Test
    void buildsOfOneProjectAtOnceTakeTurns() throws Exception {
        ShopSite.write(base.resolve("second"), "second");
        List<String> said = java.util.Collections.synchronizedList(new ArrayList<>());
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> builds = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String state = i % 2 == 0 ? "first" : "second";
                builds.add(pool.submit(() ->
                        AssetPipeline.build(ShopSite.config(base, state, "again/web", "cache"), new Reporter() {
                            @Override
                            public void report(io.github.assetpipe.diagnostic.Diagnostic diagnostic) {
                                said.add(diagnostic.toString());
                            }

                            @Override
                            public void info(String line) {
                                said.add(line);
                            }
                        })));
            }
            for (Future<?> build : builds) {
                build.get();
            }
        } finally {
            pool.shutdown();
        }
        assertTrue(said.contains("Waiting for another build of this project"), said::toString);
        ShopSite.build(base, "first", "again/web", "cache");
        assertEquals(clean, ShopSite.digests(base.resolve("again/web")));
    }
}
