package io.github.assetpipe.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.Config;
import io.github.assetpipe.ConfigBuilder;
import io.github.assetpipe.PassName;
import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.BuiltTree;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.option.SourceRoot;
import io.github.assetpipe.verify.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds pages with compress blocks that are made, and changed, at random. A fixed number of seeds; or
 * {@code -Dassetpipe.fuzz.seconds} of them, from {@code -Dassetpipe.fuzz.seed} on.
 */
class BlockFuzzTest {
    private static final int SEEDS = 60;

    @TempDir
    Path temporary;

    /** What a browser runs and styles with, in its order, is what the author wrote in blocks and around them. */
    @Test
    void nothingInABlockIsLostOrOvertakesAnother() throws IOException {
        overSeeds((seed, base) -> {
            Map<String, String> pages = new BlockSite(seed).pages(base, false);
            ConfigBuilder config =
                    config(base, 2).passes(EnumSet.of(PassName.COMBINE, PassName.FINGERPRINT, PassName.REWRITE));
            AssetPipeline.build(config.build(), Reporter.silent());
            for (Map.Entry<String, String> page : pages.entrySet()) {
                String result = Files.readString(base.resolve("out").resolve(page.getKey()));
                assertEquals(
                        BlockSite.marks(page.getValue(), base.resolve("src")),
                        BlockSite.marks(result, base.resolve("out")),
                        () -> page.getKey() + ": " + page.getValue() + "\nbecame " + result);
            }
        });
    }

    /** A build of pages that are broken anywhere is told so, or is true and gives nothing away. */
    @Test
    void anyBlockIsBuiltOrToldOf() throws IOException {
        overSeeds((seed, base) -> {
            new BlockSite(seed).pages(base, true);
            Map<String, String> before = ShopSite.digests(base.resolve("src"));
            try {
                AssetPipeline.build(config(base, 2).build(), Reporter.silent());
            } catch (AssetException e) {
                assertFalse(e.diagnostics().isEmpty());
                assertTrue(e.diagnostics().stream().allMatch(d -> d.location() != null), e::toString);
                assertEquals(Map.of(), ShopSite.digests(base.resolve("out")), "what a failed build left");
                return;
            }
            assertEquals(before, ShopSite.digests(base.resolve("src")), "sources");
            Path out = base.resolve("out");
            Verification verification =
                    Verification.of(BuiltTree.open(out, "out", null), RewriteOptions.Missing.IGNORE);
            assertEquals(List.of(), verification.diagnostics());
            try (Stream<Path> files = Files.walk(out)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    assertFalse(
                            Files.readString(file, StandardCharsets.ISO_8859_1).contains(BlockSite.SECRET));
                }
            }
            Map<String, String> once = ShopSite.digests(out);
            AssetPipeline.build(config(base, 1).cacheDirectory(null).build(), Reporter.silent());
            assertEquals(once, ShopSite.digests(out), "built again, by one thread");
        });
    }

    private static ConfigBuilder config(Path base, int threads) {
        return Config.builder(base, base.resolve("out"))
                .roots(List.of(SourceRoot.of(base.resolve("src"), SourceRoot.Kind.WEBAPP, "")))
                .copyAll(true)
                .threads(threads);
    }

    /** What one seed is good for. */
    private interface Trial {
        void run(long seed, Path base) throws IOException;
    }

    private void overSeeds(Trial trial) throws IOException {
        long seconds = Long.getLong("assetpipe.fuzz.seconds", 0) / 2;
        long first = Long.getLong("assetpipe.fuzz.seed", 1);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long seed = first;
        for (; seconds == 0 ? seed < first + SEEDS : System.nanoTime() < end; seed++) {
            Path base = Files.createDirectory(temporary.resolve("seed" + seed));
            BlockSite.write(base);
            try {
                trial.run(seed, base);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
            try (Stream<Path> files = Files.walk(base)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        if (seconds > 0) {
            System.out.println("blocks: seeds " + first + " to " + (seed - 1));
        }
    }
}
