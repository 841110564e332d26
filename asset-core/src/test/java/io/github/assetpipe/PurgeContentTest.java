package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.option.PurgeOptions;
import io.github.assetpipe.option.SourceMapOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that are named as content for purging lie anywhere in the project. */
class PurgeContentTest extends WebProject {
    @BeforeEach
    void site() throws IOException {
        source("index.html", "<!doctype html><link rel=\"stylesheet\" href=\"a.css\"><p>Text</p>");
        source("a.css", ".one{top:0}.two{top:0}p{top:0}");
        Files.createDirectories(base.resolve("notes"));
        note("one");
    }

    private void note(String words) throws IOException {
        Files.writeString(base.resolve("notes/names.txt"), words);
    }

    private String built(String pattern) throws IOException {
        PurgeOptions none = PurgeOptions.defaults();
        build(config().sourceMaps(SourceMapOptions.defaults())
                .purge(new PurgeOptions(
                        true,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        none.keyframes(),
                        none.fontFaces(),
                        none.variables(),
                        List.of(pattern),
                        List.of())));
        return output(served("a.css"));
    }

    @Test
    void aChangeOfOneIsNoticed() throws IOException {
        assertEquals(".one,p{top:0}", built("notes/*.txt"));
        note("two");
        assertEquals(".two,p{top:0}", built("notes/*.txt"));
    }

    @Test
    void oneMoreIsNoticed() throws IOException {
        assertEquals(".one,p{top:0}", built("notes/*.txt"));
        Files.writeString(base.resolve("notes/more.txt"), "two");
        assertEquals(".one,.two,p{top:0}", built("notes/*.txt"));
    }

    @Test
    void aStylesheetCanBeOne() throws IOException {
        Files.writeString(base.resolve("notes/names.css"), "one");
        assertEquals(".one,p{top:0}", built("notes/*.css"));
        Files.writeString(base.resolve("notes/names.css"), "two");
        assertEquals(".two,p{top:0}", built("notes/*.css"));
    }

    @Test
    void whatTheBuildItselfWritesIsNone() throws IOException {
        assertEquals("p{top:0}", built("**/*.json"));
        assertEquals("p{top:0}", built("**/*.json"));
    }
}
