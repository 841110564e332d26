package io.github.assetpipe.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.assetpipe.css.purge.Evidence;
import io.github.assetpipe.css.purge.TextKind;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.io.SourceFile;
import io.github.assetpipe.io.Spill;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.UrlForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageMemoTest {
    private static final LogicalPath STYLE = LogicalPath.of("css/a.css");
    private static final PageFile PAGE = page("a.html");

    @TempDir
    Path folder;

    private Spill spill;

    @BeforeEach
    void open() {
        spill = new Spill(folder.resolve("staging"));
    }

    @AfterEach
    void close() {
        spill.close();
    }

    private static PageFile page(String name) {
        return PageFile.source(name, name, Content.of("<p>"), name, null, false);
    }

    /** Returns what the next build gets of a memo. */
    private PageMemo next(PageMemo memo) throws IOException {
        memo.content().orElseThrow().writeTo(folder.resolve(PageMemo.NAME));
        memo.close();
        return PageMemo.read(folder, spill);
    }

    private static <T> T neverAsked() {
        return fail("is known already");
    }

    @Test
    void anAnswerIsGivenAgainToTheSameQuestionOnly() throws IOException {
        PageMemo first = PageMemo.empty(spill);
        assertEquals(Set.of(STYLE), first.paths("which", () -> List.of(STYLE)));
        PageMemo second = next(first);
        assertEquals(Set.of(STYLE), second.paths("which", PageMemoTest::neverAsked));
        assertEquals(Set.of(), second.paths("which others", List::of));
    }

    @Test
    void anAnswerThatIsNotAskedForIsForgotten() throws IOException {
        PageMemo first = PageMemo.empty(spill);
        first.table("which", TreeMap::new);
        PageMemo second = next(next(first));
        SortedMap<String, String> other = new TreeMap<>(Map.of("a", "b"));
        assertEquals(other, second.table("which", () -> other));
    }

    @Test
    void aFactIsKnownInTheNextBuild() throws IOException {
        PageMemo first = PageMemo.empty(spill);
        assertFalse(first.isKnown("so"));
        first.know("so");
        PageMemo second = next(first);
        assertTrue(second.isKnown("so"));
        assertFalse(second.isKnown("not so"));
        assertTrue(next(second).isKnown("so"));
    }

    @Test
    void whatWasDecidedAboutAPageComesBackWhole() throws IOException {
        PageAnswer answer = new PageAnswer(
                List.of(
                        PageEdit.text(1, 2, "text"),
                        new PageEdit(
                                3,
                                3,
                                List.of(
                                        new Piece.AssetUrl(STYLE, UrlForm.rooted("/")),
                                        new Piece.AssetUrl(STYLE, UrlForm.relative(LogicalPath.of("b/c.html"))),
                                        new Piece.AssetName(STYLE),
                                        new Piece.Integrity(STYLE),
                                        new Piece.Inline(STYLE, "style", UrlForm.rooted("")))),
                        PageEdit.text(9, 12, "text")),
                List.of(new PageDecision("defer", 7, "<script>", "kept", "")),
                List.of(
                        Diagnostic.warning("a", "message", new Location("a.html", 1, 2, 3, "line", null), null),
                        Diagnostic.note("b", "message", null, "hint")),
                new PageAnswer.Written(12, "sha384-x", 345));
        PageMemo first = PageMemo.empty(spill);
        assertTrue(first.pages("blocks", List.of(PAGE)).isEmpty());
        first.note("blocks", "a.html", answer);
        PageMemo second = next(first);
        assertEquals(answer, second.pages("blocks", List.of(PAGE)).orElseThrow().apply(PAGE));
        assertTrue(second.pages("others", List.of(PAGE)).isEmpty());
    }

    @Test
    void nothingIsKnownOfTheSiteWhenOnePageIsNotKnown() throws IOException {
        PageMemo first = PageMemo.empty(spill);
        first.note("blocks", "a.html", new PageAnswer(List.of(), List.of(), List.of(), null));
        assertTrue(next(first).pages("blocks", List.of(PAGE, page("b.html"))).isEmpty());
    }

    @Test
    void whatTextsNameComesBackEqual() throws IOException {
        Evidence evidence = Evidence.merge(List.of(
                Evidence.scan("a.html", "<p class=\"one md:two\">three</p>", TextKind.of("a.html")),
                Evidence.scan("b.js", "a('btn-' + kind); `x-${y}`; '\\ud83d' + '\ud83d'", TextKind.of("b.js"))));
        PageMemo first = PageMemo.empty(spill);
        first.evidence("texts", () -> evidence);
        assertEquals(evidence, next(first).evidence("texts", PageMemoTest::neverAsked));
    }

    @Test
    void aSiteThatIsNoneForAnswersLeavesNoFile() {
        PageMemo memo = PageMemo.empty(spill);
        memo.unsuitable();
        memo.note("blocks", "a.html", new PageAnswer(List.of(), List.of(), List.of(), null));
        assertTrue(memo.content().isEmpty());
    }

    @Test
    void aFileThatChangedWhileTheBuildRanLeavesNoFacts() throws IOException {
        Path file = Files.writeString(folder.resolve("a.js"), "one");
        SourceFile source = SourceFile.of(file).orElseThrow();
        PageMemo memo = PageMemo.empty(spill);
        memo.given(source, memo.content(source)).sha256();
        Files.writeString(file, "other");
        assertTrue(memo.content().isEmpty());
    }

    @Test
    void aDamagedFileAnswersNothing() throws IOException {
        PageMemo memo = PageMemo.empty(spill);
        memo.know("so");
        byte[] whole = memo.content().orElseThrow().bytes();
        for (int length = 0; length < whole.length; length++) {
            Files.write(folder.resolve(PageMemo.NAME), Arrays.copyOf(whole, length));
            assertFalse(PageMemo.read(folder, spill).isKnown("so"), "cut after " + length);
        }
        Files.delete(folder.resolve(PageMemo.NAME));
        assertFalse(PageMemo.read(folder, spill).isKnown("so"));
    }

    @Test
    void digestsOfAFileAreKnownForAsLongAsItsSizeAndTimeAreTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve("a.js"), "one");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        PageMemo first = PageMemo.empty(spill);
        SourceFile source = SourceFile.of(file).orElseThrow();
        String sha256 = first.given(source, first.content(source)).sha256();
        PageMemo second = next(first);
        assertEquals(sha256, second.content(source).knownSha256());
        assertNull(second.content(source).knownIntegrity());
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(50)));
        assertNull(second.content(SourceFile.of(file).orElseThrow()).knownSha256());
    }

    @Test
    void digestsOfAFileThatWasJustWrittenAreNotKept() throws IOException {
        SourceFile source =
                SourceFile.of(Files.writeString(folder.resolve("a.js"), "one")).orElseThrow();
        PageMemo first = PageMemo.empty(spill);
        first.given(source, first.content(source)).sha256();
        assertNull(next(first).content(source).knownSha256());
    }
}
