package io.github.assetpipe.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.model.LogicalPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebJarsTest {
    @TempDir
    Path folder;

    private Path jar(String name, String... entries) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes());
                zip.closeEntry();
            }
        }
        return jar;
    }

    @Test
    void findsEntriesWithAndWithoutTheVersion() throws IOException {
        Path jar = jar("jquery.jar", "META-INF/resources/webjars/jquery/3.7.1/dist/jquery.js", "META-INF/MANIFEST.MF");
        try (WebJars webJars = WebJars.open(List.of(jar), "META-INF/resources/")) {
            LogicalPath full = LogicalPath.of("webjars/jquery/3.7.1/dist/jquery.js");
            LogicalPath bare = LogicalPath.of("webjars/jquery/dist/jquery.js");
            assertEquals(List.of(full), List.copyOf(webJars.assets().keySet()));
            assertEquals(full, webJars.versionless().get(bare));
            assertEquals(webJars.find(full), webJars.find(bare));
            assertEquals(
                    "jquery.jar!/META-INF/resources/webjars/jquery/3.7.1/dist/jquery.js",
                    webJars.assets().get(full).file());
        }
    }

    @Test
    void entriesThatPointOutOfTheFolderAreIgnored() throws IOException {
        Path jar = jar(
                "evil.jar",
                "META-INF/resources/webjars/../../../../etc/passwd",
                "META-INF/resources/webjars/a/1//b.js",
                "META-INF/resources/webjars/a\\..\\..\\x.js");
        try (WebJars webJars = WebJars.open(List.of(jar), "")) {
            assertTrue(webJars.assets().isEmpty(), webJars.assets().keySet().toString());
        }
    }

    @Test
    void aClosedJarIsReadFromAgainWhenAskedFor() throws IOException {
        Path jar = jar("a.jar", "META-INF/resources/webjars/a/1/x.js");
        WebJars webJars = WebJars.open(List.of(jar), "");
        webJars.close();
        try (webJars) {
            assertEquals(
                    "META-INF/resources/webjars/a/1/x.js",
                    webJars.find(LogicalPath.of("webjars/a/x.js")).orElseThrow().text());
        }
    }

    @Test
    void jarsAreTheSameUntilOneIsReplaced() throws IOException {
        List<Path> jars = List.of(jar("a.jar", "META-INF/resources/webjars/a/1/x.js"), folder.resolve("none.jar"));
        Files.setLastModifiedTime(jars.get(0), FileTime.from(Instant.now().minusSeconds(60)));
        try (WebJars webJars = WebJars.open(jars, "")) {
            assertTrue(webJars.isOf(jars, List.of()), "as they were");
            Files.setLastModifiedTime(jars.get(0), FileTime.from(Instant.now().minusSeconds(50)));
            assertFalse(webJars.isOf(jars, List.of()), "another time");
        }
        try (WebJars webJars = WebJars.open(jars, "")) {
            Files.delete(jars.get(0));
            assertFalse(webJars.isOf(jars, List.of()), "gone");
        }
    }

    @Test
    void aJarThatWasJustBuiltIsReadAgain() throws IOException {
        List<Path> jars = List.of(jar("a.jar", "META-INF/resources/webjars/a/1/x.js"));
        try (WebJars webJars = WebJars.open(jars, "")) {
            assertFalse(webJars.isOf(jars, List.of()));
        }
    }

    @Test
    void theFirstJarOfTheClassPathWins() throws IOException {
        Path one = jar("one.jar", "META-INF/resources/webjars/a/2/x.js");
        Path two = jar("two.jar", "META-INF/resources/webjars/a/1/x.js");
        try (WebJars webJars = WebJars.open(List.of(one, two), "")) {
            assertEquals(
                    LogicalPath.of("webjars/a/2/x.js"), webJars.versionless().get(LogicalPath.of("webjars/a/x.js")));
        }
    }

    @Test
    void aDamagedJarIsNamed() throws IOException {
        Path jar = folder.resolve("broken.jar");
        Files.writeString(jar, "no zip");
        AssetException failure = assertThrows(AssetException.class, () -> WebJars.open(List.of(jar), ""));
        assertTrue(failure.getMessage().contains("broken.jar"), failure.getMessage());
    }

    @Test
    void anEntryThatUnpacksToMoreThanTheBoundIsRefusedByName() throws IOException {
        Path jar = folder.resolve("bomb.jar");
        String name = "META-INF/resources/webjars/bomb/1/bomb.css";
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry(name));
            for (long written = 0; written <= WebJars.MAX_ENTRY; written += zeros.length) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertTrue(Files.size(jar) < 4 << 20, "a small file");
        try (WebJars webJars = WebJars.open(List.of(jar), "")) {
            var content = webJars.find(LogicalPath.of("webjars/bomb/bomb.css")).orElseThrow();
            var failure = assertThrows(UncheckedIOException.class, content::bytes);
            assertTrue(failure.getMessage().contains(name + " is larger than 256 MiB"), failure.getMessage());
        }
    }
}
