package io.github.assetpipe.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.assetpipe.model.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageReaderTest {
    @TempDir
    Path folder;

    private final PageReader reader = new PageReader();

    private Page read(String text) throws IOException {
        Path file = folder.resolve("index.html");
        Files.writeString(file, text);
        reader.begin(List.of());
        return reader.read("index.html", Content.ofFile(file, text.length()));
    }

    @Test
    void aPageOfTheSameSizeWithOtherWordsIsReadAgain() throws IOException {
        read("<p>first");
        assertEquals("<p>third", read("<p>third").text());
    }

    @Test
    void aPageThatDidNotChangeIsNotReadTwice() throws IOException {
        Page once = read("<p>first");
        assertSame(once, read("<p>first"));
    }
}
