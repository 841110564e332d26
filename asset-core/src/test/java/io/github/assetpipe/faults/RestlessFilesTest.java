package io.github.assetpipe.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that vanish while they are read, a compiler that is killed, a disk that is full. */
@Tag("faults")
class RestlessFilesTest {
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 40);

    @TempDir
    Path base;

    @Test
    void aFileThatVanishesWhileItIsReadIsToldOrSeenGone() throws Exception {
        ShopSite.write(base.resolve("first"), "first");
        ShopSite.build(base, "first", "clean/web", "cache");
        SortedMap<String, String> clean = ShopSite.digests(base.resolve("clean/web"));
        AtomicBoolean stop = new AtomicBoolean();
        Thread restless = new Thread(() -> comeAndGo(base.resolve("first/css/first.css"), stop));
        restless.start();
        int told = 0;
        try {
            for (int i = 0; i < ROUNDS; i++) {
                try {
                    ShopSite.build(base, "first", "built/web", "cache" + i);
                } catch (AssetException e) {
                    told++;
                    assertFalse(e.diagnostics().isEmpty());
                    for (Diagnostic diagnostic : e.diagnostics()) {
                        assertFalse(diagnostic.message().contains("Exception"), diagnostic::toString);
                        assertFalse(diagnostic.hint().isEmpty(), diagnostic::toString);
                    }
                }
            }
        } finally {
            stop.set(true);
            restless.join();
        }
        System.out.println(told + " of " + ROUNDS + " builds told of the file");
        ShopSite.write(base.resolve("first"), "first");
        ShopSite.build(base, "first", "built/web", "cache");
        assertEquals(clean, ShopSite.digests(base.resolve("built/web")));
    }

    private static void comeAndGo(Path file, AtomicBoolean stop) {
        Random random = new Random(1);
        try {
            byte[] bytes = Files.readAllBytes(file);
            while (!stop.get()) {
                Files.deleteIfExists(file);
                Thread.sleep(random.nextInt(20));
                Files.write(file, bytes);
                Thread.sleep(random.nextInt(20));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aKilledSassCompilerIsToldAndTheNextBuildIsRight() throws Exception {
        ShopSite.write(base.resolve("first"), "first");
        ShopSite.build(base, "first", "clean/web", "cache");
        SortedMap<String, String> clean = ShopSite.digests(base.resolve("clean/web"));
        AtomicBoolean stop = new AtomicBoolean();
        int[] killed = new int[1];
        Thread killer = new Thread(() -> {
            while (!stop.get()) {
                ProcessHandle.current().descendants().forEach(process -> {
                    if (process.destroyForcibly()) {
                        killed[0]++;
                    }
                });
                Thread.onSpinWait();
            }
        });
        killer.start();
        int told = 0;
        try {
            for (int i = 0; i < 5; i++) {
                try {
                    ShopSite.build(base, "first", "built/web", "cache" + i);
                } catch (AssetException e) {
                    told++;
                    assertFalse(e.diagnostics().get(0).message().isEmpty());
                }
            }
        } finally {
            stop.set(true);
            killer.join();
        }
        System.out.println(killed[0] + " compilers killed, " + told + " of 5 builds told of it");
        assertTrue(killed[0] > 0);
        ShopSite.build(base, "first", "built/web", "cache");
        assertEquals(clean, ShopSite.digests(base.resolve("built/web")));
    }

    /** {@code -Dfaults.small.disk} names a folder on a file system of some 600 kB. */
    @Test
    void aFullDiskIsToldAndNothingHalfWrittenHasAFinalName() throws Exception {
        String small = System.getProperty("faults.small.disk", "");
        assumeTrue(!small.isEmpty(), "no small disk was given");
        ShopSite.write(base.resolve("first"), "first");
        ShopSite.build(base, "first", "clean/web", "cache");
        SortedMap<String, String> clean = ShopSite.digests(base.resolve("clean/web"));
        Path disk = Path.of(small);
        String out = base.relativize(disk.resolve("site/web")).toString();
        Path filler = disk.resolve("filler");
        int told = 0;
        for (int free = 0; free < 480_000; free += 16_000) {
            Files.write(filler, new byte[0]);
            deleteAll(disk.resolve("site"));
            fill(disk, filler, free);
            try {
                ShopSite.build(base, "first", out, "cache");
                assertEquals(clean, ShopSite.digests(disk.resolve("site/web")));
            } catch (AssetException e) {
                told++;
                assertEquals("unwritable", e.diagnostics().get(0).id());
                SortedMap<String, String> left = ShopSite.digests(disk.resolve("site/web"));
                left.forEach((path, digest) -> assertEquals(clean.get(path), digest, path));
                assertFalse(left.containsKey("asset-manifest.json"));
            }
        }
        System.out.println(told + " of 30 sizes of disk were too small");
        assertTrue(told > 3, "builds that failed: " + told);
        assertThrows(AssetException.class, () -> {
            fill(disk, filler, 0);
            deleteAll(disk.resolve("site"));
            fill(disk, filler, 0);
            ShopSite.build(base, "first", out, "cache");
        });
    }

    private static void fill(Path disk, Path filler, int free) throws IOException {
        Files.write(filler, new byte[0]);
        long space = Files.getFileStore(disk).getUsableSpace() - free;
        Files.write(filler, new byte[(int) Math.max(0, space)]);
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> files;
            try (var walk = Files.walk(folder)) {
                files = walk.sorted(java.util.Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
