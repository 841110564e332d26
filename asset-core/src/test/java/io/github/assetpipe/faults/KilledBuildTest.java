package io.github.assetpipe.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.github.assetpipe.io.BuiltTree;
import io.github.assetpipe.option.RewriteOptions.Missing;
import io.github.assetpipe.verify.Verification;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds that are killed at random moments, also between the moves of files. {@code -Dfaults.kills=300} says how often; the
 * seed is printed and can be given as {@code -Dfaults.seed}.
 */
@Tag("faults")
class KilledBuildTest {
    private static final Pattern HASHED = Pattern.compile("\\.([0-9a-f]{12})(?:\\.[^./]+){1,2}$");

    @TempDir
    Path base;

    @Test
    void aKilledBuildLeavesWholeFilesAndTheNextOneEqualsACleanOne() throws Exception {
        int kills = Integer.getInteger("faults.kills", 25);
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println(kills + " kills, seed " + seed);
        ShopSite.write(base.resolve("first"), "first");
        ShopSite.write(base.resolve("second"), "second");
        ShopSite.build(base, "first", "clean/web", "cache");
        SortedMap<String, String> clean = ShopSite.digests(base.resolve("clean/web"));
        SortedMap<String, String> sources = ShopSite.digests(base.resolve("first"));
        Random random = new Random(seed);
        int withManifest = 0;
        for (int i = 0; i < kills; i++) {
            killAtSomeMoment(random);
            assertEquals(sources, ShopSite.digests(base.resolve("first")));
            Path web = base.resolve("built/web");
            everyFileIsWhole(web);
            if (Files.exists(web.resolve("asset-manifest.json"))) {
                withManifest++;
                theManifestIsTrue(web);
            }
            ShopSite.build(base, "first", "built/web", "cache");
            assertEquals(clean, ShopSite.digests(web), "after kill " + i + " of seed " + seed);
        }
        System.out.println(withManifest + " of " + kills + " times a manifest was there, and true");
    }

    private void killAtSomeMoment(Random random) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShopSite.class.getName(),
                        base.toString(),
                        "built/web",
                        "cache")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            // One kill in four hits the first, cold build.
            if (random.nextInt(4) != 0) {
                String line = said.readLine();
                while (line != null && !line.equals("built")) {
                    line = said.readLine();
                }
                assertEquals("built", line);
            }
            Thread.sleep(random.nextInt(400));
        } finally {
            process.destroyForcibly();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        }
    }

    static void everyFileIsWhole(Path web) throws IOException {
        Brotli4jLoader.ensureAvailability();
        for (Map.Entry<String, String> file : ShopSite.digests(web).entrySet()) {
            String path = file.getKey();
            byte[] bytes = Files.readAllBytes(web.resolve(path));
            if (path.endsWith(".br") || path.endsWith(".gz")) {
                try (InputStream in = path.endsWith(".br")
                        ? new BrotliInputStream(new ByteArrayInputStream(bytes))
                        : new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                    assertTrue(in.readAllBytes().length > 0, path);
                }
            } else {
                Matcher hashed = HASHED.matcher(path);
                assertTrue(!hashed.find() || file.getValue().startsWith(hashed.group(1)), path);
            }
        }
    }

    private static void theManifestIsTrue(Path web) {
        try (BuiltTree tree = BuiltTree.open(web, "web", null)) {
            assertEquals(List.of(), Verification.of(tree, Missing.ERROR).diagnostics());
        }
    }
}
