package io.github.assetpipe.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.io.BuiltTree;
import io.github.assetpipe.option.RewriteOptions.Missing;
import io.github.assetpipe.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds onto a disk with room for part of the output: a small file system in memory, which asks for Linux and root. */
@Tag("faults")
class FullDiskTest {
    private static final long STEP = 24_576;

    @TempDir
    Path base;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectories(base.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()), "can't mount a tmpfs here");
        for (String state : new String[] {"first", "second"}) {
            ShopSite.write(disk.resolve(state), state);
            ShopSite.write(base.resolve(state), state);
        }
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aFullDiskIsToldAndTheNextBuildEqualsACleanOne() throws Exception {
        ShopSite.build(base, "first", "clean/web", "cache");
        SortedMap<String, String> clean = ShopSite.digests(base.resolve("clean/web"));
        int told = 0;
        for (int free = 0; free < 30; free++) {
            Path web = disk.resolve("built/web");
            delete(disk.resolve("built"));
            delete(disk.resolve("cache"));
            ShopSite.build(disk, "second", "built/web", "cache");
            Path ballast = fillExcept(free * STEP);
            try {
                ShopSite.build(disk, "first", "built/web", "cache");
            } catch (AssetException e) {
                told++;
                assertTrue(
                        List.of("unwritable", "unreadable", "sass-process")
                                .contains(e.diagnostics().get(0).id()),
                        () -> e.diagnostics().toString());
            }
            everythingThereIsTrue(web);
            Files.delete(ballast);
            ShopSite.build(disk, "first", "built/web", "cache");
            assertEquals(clean, ShopSite.digests(web), "with " + free * STEP + " bytes free before");
        }
        System.out.println(told + " of 30 builds told that the disk was full");
        assertTrue(told > 0 && told < 30, "the sizes are around what the build takes");
    }

    /** Leaves only so many bytes free. */
    private Path fillExcept(long free) throws IOException {
        Path ballast = disk.resolve("ballast");
        long room = Math.max(0, Files.getFileStore(disk).getUsableSpace() - free);
        Files.write(ballast, new byte[(int) room]);
        return ballast;
    }

    private static void everythingThereIsTrue(Path web) throws IOException {
        if (Files.exists(web.resolve("asset-manifest.json"))) {
            try (BuiltTree tree = BuiltTree.open(web, "web", null)) {
                assertEquals(List.of(), Verification.of(tree, Missing.ERROR).diagnostics());
            }
        }
        KilledBuildTest.everyFileIsWhole(web);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
