package io.github.assetpipe.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.model.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTreeTest {
    @TempDir
    Path base;

    private Path out;
    private Spill spill;

    @BeforeEach
    void folders() {
        out = base.resolve("target/web");
        spill = new Spill(base.resolve("target/asset/staging"));
    }

    private OutputTree tree() {
        return new OutputTree(out, spill);
    }

    @Test
    void writesWhatDiffersAndNothingElse() throws IOException {
        OutputTree first = tree();
        first.put("a/b.css", Content.of("x"), null);
        first.put("m.json", Content.of("{}"), null);
        assertEquals(new OutputTree.Result(2, 0, 0), first.commit("m.json", List.of()));
        OutputTree second = tree();
        second.put("a/b.css", Content.of("y"), null);
        second.put("m.json", Content.of("{}"), null);
        assertEquals(new OutputTree.Result(1, 1, 0), second.commit("m.json", List.of()));
        assertEquals("y", Files.readString(out.resolve("a/b.css")));
    }

    @Test
    void whatTheFormerOutputHoldsAlreadyIsNotSpilled() throws IOException {
        Files.createDirectories(out.resolve("a"));
        Path same = Files.writeString(out.resolve("a/same.html"), "a".repeat(5000));
        Path other = Files.writeString(out.resolve("a/other.html"), "a".repeat(4999) + "b");
        try (Spill beside = new Spill(base.resolve("target/asset/beside"), out)) {
            Content content = Content.of("a".repeat(5000));
            assertEquals(same, beside.spill(content, "a/same.html").file());
            assertNotEquals(other, beside.spill(content, "a/other.html").file());
            OutputTree tree = new OutputTree(out, beside);
            tree.put("a/same.html", beside.spill(content, "a/same.html"), null);
            tree.put("a/other.html", beside.spill(content, "a/other.html"), null);
            assertEquals(new OutputTree.Result(1, 1, 0), tree.commit("m", List.of()));
        }
        assertEquals("a".repeat(5000), Files.readString(other));
    }

    @Test
    void spilledBytesAreMovedAndSharedOnesAreCopied() throws IOException {
        Content alone = spill.spill(Content.of("a".repeat(5000)));
        Content shared = spill.spill(Content.of("b".repeat(5000)));
        OutputTree tree = tree();
        tree.put("alone", alone, null);
        tree.put("one", shared, null);
        tree.put("two", shared, null);
        tree.commit("m", List.of());
        assertEquals("a".repeat(5000), Files.readString(out.resolve("alone")));
        assertEquals("b".repeat(5000), Files.readString(out.resolve("one")));
        assertEquals("b".repeat(5000), Files.readString(out.resolve("two")));
    }

    @Test
    void anUntouchedOutputIsNeverOlderThanItsSource() throws IOException {
        Path source = base.resolve("src.css");
        Files.writeString(source, "x");
        Files.createDirectories(out);
        Files.writeString(out.resolve("a.css"), "x");
        Files.setLastModifiedTime(out.resolve("a.css"), FileTime.fromMillis(1_000_000));
        OutputTree tree = tree();
        tree.put("a.css", Content.of("x"), source);
        assertEquals(0, tree.commit("m", List.of()).written());
        assertTrue(Files.getLastModifiedTime(out.resolve("a.css")).compareTo(Files.getLastModifiedTime(source)) >= 0);
    }

    @Test
    void staleOutputsGoAndOnlyThose() throws IOException {
        Files.createDirectories(out);
        for (String name : List.of("old.css", "kept.css", "foreign.css")) {
            Files.writeString(out.resolve(name), name);
        }
        OutputTree tree = tree();
        tree.put("kept.css", Content.of("kept.css"), null);
        assertEquals(
                1,
                tree.commit("m", List.of("old.css", "kept.css", "../../outside"))
                        .deleted());
        assertFalse(Files.exists(out.resolve("old.css")));
        assertTrue(Files.exists(out.resolve("foreign.css")));
    }

    @Test
    void restoringTouchesOnlyFilesThatAreThere() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("a.css"), "processed");
        OutputTree tree = tree();
        tree.restore("a.css", Content.of("raw"), null);
        tree.restore("b.css", Content.of("raw"), null);
        tree.commit("m", List.of());
        assertEquals("raw", Files.readString(out.resolve("a.css")));
        assertFalse(Files.exists(out.resolve("b.css")));
    }

    @Test
    void aFailureLeavesNoStagingAndSaysWhatToDo() throws IOException {
        Files.createDirectories(out.resolve("a.css"));
        OutputTree tree = tree();
        tree.put("a.css", Content.of("x"), null);
        AssetException failure = assertThrows(AssetException.class, () -> tree.commit("m", List.of()));
        assertEquals(AssetException.Fault.ENVIRONMENT, failure.fault());
        spill.close();
        assertFalse(Files.exists(base.resolve("target/asset/staging")));
    }

    @Test
    void noPathLeavesTheBuildFolder() {
        OutputTree tree = tree();
        tree.put("../../evil", Content.of("x"), null);
        assertThrows(IllegalStateException.class, () -> tree.commit("m", List.of()));
        assertFalse(Files.exists(base.resolve("evil")));
    }
}
