package io.github.assetpipe.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.model.Content;
import java.nio.file.Files;
import java.nio.file.Path;
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
