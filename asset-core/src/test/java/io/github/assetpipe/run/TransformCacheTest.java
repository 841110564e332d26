package io.github.assetpipe.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.transform.Lookup;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import io.github.assetpipe.transform.Transformer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformCacheTest {
    @TempDir
    Path folder;

    private final Map<String, Content> files = new HashMap<>();
    private final Lookup lookup = path -> Optional.ofNullable(files.get(path));
    private final Including transformer = new Including("v1");
    private final TransformInput input =
            new TransformInput(LogicalPath.of("a.css"), "src/a.css", Content.of("body"), null);

    /** Puts the file "first", or else "second", before its input. */
    private static final class Including implements Transformer {
        private final String version;
        private int runs;

        Including(String version) {
            this.version = version;
        }

        @Override
        public String name() {
            return "including";
        }

        @Override
        public String fingerprint() {
            return version;
        }

        @Override
        public TransformResult transform(TransformInput in, Lookup look) {
            runs++;
            Optional<Content> head = look.find("first").or(() -> look.find("second"));
            String text = head.map(Content::text).orElse("none") + in.content().text() + version;
            Location location = new Location(in.file(), 1, 2, 3, "line", null);
            return new TransformResult(
                    List.of(new TransformResult.Output(in.path(), Content.of(text), Content.of("map"))),
                    List.of(Diagnostic.warning("w", "said", location, null)));
        }
    }

    private TransformResult run() {
        return new TransformCache(folder).transform(transformer, input, lookup).result();
    }

    @Test
    void aHitReplaysOutputsWarningsAndDependencies() {
        files.put("second", Content.of("2"));
        TransformResult first = run();
        TransformResult second = run();
        assertEquals(1, transformer.runs);
        assertEquals(first, second);
        assertEquals(List.of("second"), second.dependencies());
    }

    @Test
    void aFileThatIsSavedWhileTheBuildRunsIsNotRememberedUnderItsFormerText(@TempDir Path sources) throws IOException {
        Path file = sources.resolve("a.css");
        Files.writeString(file, "old!");
        Content content = Content.ofFile(file);
        content.sha256();
        Files.writeString(file, "new!");
        TransformCache cache = new TransformCache(folder);
        LogicalPath path = LogicalPath.of("a.css");
        cache.transform(transformer, new TransformInput(path, "src/a.css", content, null), lookup);

        TransformInput undone = new TransformInput(path, "src/a.css", Content.of("old!"), null);
        assertEquals(
                "noneold!v1",
                cache.transform(transformer, undone, lookup)
                        .result()
                        .outputs()
                        .get(0)
                        .content()
                        .text());
    }

    @Test
    void aFileThatAppearsWhereNoneWasFoundCounts() {
        files.put("second", Content.of("2"));
        run();
        files.put("first", Content.of("1"));
        assertEquals("1bodyv1", run().outputs().get(0).content().text());
    }

    @Test
    void aChangedOrDeletedDependencyCounts() {
        files.put("second", Content.of("2"));
        run();
        files.put("second", Content.of("3"));
        assertEquals("3bodyv1", run().outputs().get(0).content().text());
        files.remove("second");
        assertEquals("nonebodyv1", run().outputs().get(0).content().text());
    }

    @Test
    void anotherEngineVersionCounts() {
        run();
        TransformResult other = new TransformCache(folder)
                .transform(new Including("v2"), input, lookup)
                .result();
        assertEquals("nonebodyv2", other.outputs().get(0).content().text());
    }

    @Test
    void aDamagedEntryIsAMiss() throws IOException {
        TransformResult first = run();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                byte[] whole = Files.readAllBytes(file);
                for (int i = 0; i < whole.length; i++) {
                    byte[] damaged = whole.clone();
                    damaged[i] ^= 0x10;
                    Files.write(file, damaged);
                    assertEquals(first, run(), "byte " + i);
                }
            }
        }
        assertNotEquals(1, transformer.runs);
    }

    @Test
    void withoutAFolderNothingIsRememberedAndAllStillWorks() {
        TransformCache none = new TransformCache(null);
        assertTrue(none.transform(transformer, input, lookup).made());
        assertTrue(none.transform(transformer, input, lookup).made());
        assertEquals(2, transformer.runs);
    }
}
