package io.github.assetpipe.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.assetpipe.io.SourceFile;
import io.github.assetpipe.model.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchMemoryTest {
    private final List<String> looked = new ArrayList<>();

    private String upper(WatchMemory memory, String about, Content content) {
        return memory.of(String.class, about, content, c -> {
            looked.add(c.text());
            return c.text().toUpperCase(java.util.Locale.ROOT);
        });
    }

    @Test
    void looksAtTheSameBytesOnceInAllBuilds() {
        WatchMemory memory = WatchMemory.lasting();
        assertEquals("A", upper(memory, "", Content.of("a")));
        memory.end();
        assertEquals("A", upper(memory, "", Content.of("a")));
        assertEquals(List.of("a"), looked);
    }

    @Test
    void looksAgainAtOtherBytesAndForOtherQuestions() {
        WatchMemory memory = WatchMemory.lasting();
        upper(memory, "x.css", Content.of("a"));
        upper(memory, "y.css", Content.of("a"));
        upper(memory, "x.css", Content.of("b"));
        assertEquals(List.of("a", "a", "b"), looked);
        assertEquals(1, memory.of(Integer.class, "x.css", Content.of("a"), c -> 1));
    }

    @Test
    void forgetsWhatAWholeBuildDidNotAskFor() {
        WatchMemory memory = WatchMemory.lasting();
        upper(memory, "", Content.of("a"));
        memory.end();
        memory.end();
        upper(memory, "", Content.of("a"));
        assertEquals(List.of("a", "a"), looked);
    }

    private static Content content(WatchMemory memory, Path file) throws IOException {
        return memory.content(SourceFile.of(file).orElseThrow(), SourceFile::content);
    }

    @Test
    void aFileOfTheSameSizeAndTimeIsTheSameContent(@TempDir Path folder) throws IOException {
        WatchMemory memory = WatchMemory.lasting();
        Path file = Files.writeString(folder.resolve("a.css"), "a{}");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        Content content = content(memory, file);
        memory.end();
        assertSame(content, content(memory, file));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(50)));
        assertNotSame(content, content(memory, file));
    }

    @Test
    void aFileThatWasJustWrittenIsReadAgain(@TempDir Path folder) throws IOException {
        WatchMemory memory = WatchMemory.lasting();
        Path file = folder.resolve("a.css");
        FileTime now = FileTime.from(Instant.now());
        Files.setLastModifiedTime(Files.writeString(file, "a{}"), now);
        String before = content(memory, file).sha256();
        Files.setLastModifiedTime(Files.writeString(file, "b{}"), now);
        assertNotEquals(before, content(memory, file).sha256());
    }

    @Test
    void keepsNothingForASingleBuild() {
        WatchMemory memory = WatchMemory.none();
        upper(memory, "", Content.of("a"));
        upper(memory, "", Content.of("a"));
        assertEquals(List.of("a", "a"), looked);
    }

    @Test
    void aFileThatChangesMeanwhileIsNotRememberedAsWhatItWas(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.css");
        Files.writeString(file, "old");
        Content content = Content.ofFile(file);
        content.sha256();
        Files.writeString(file, "new");
        WatchMemory memory = WatchMemory.lasting();
        assertEquals("NEW", upper(memory, "", content));
        assertEquals("OLD", upper(memory, "", Content.of("old")));
    }
}
