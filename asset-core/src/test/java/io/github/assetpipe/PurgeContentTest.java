package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void aStylesheetThatLosesAllOfItsRulesIsToldOfIfAPageNamesIt() throws IOException {
        source("index.html", "<!doctype html><link rel=\"stylesheet\" href=\"a.css\"><i>Text</i>");
        source("more.css", ".three{top:0}");
        source("fonts.css", "@font-face{font-family:a;src:url(data:,)}");
        note("nothing");
        assertEquals("", built("notes/*.txt"));
        assertEquals(1, said.size(), said::toString);
        String warning = said.get(0).toString();
        assertTrue(warning.startsWith("src/main/web/a.css: warning [purge-empty] Purging drops all 3 rules"), warning);
    }

    @Test
    void aStylesheetOfWhichAnImportOrOneRuleStaysIsNotToldOf() throws IOException {
        source("b.css", ".two{top:0}");
        source("a.css", "@import 'b.css';html{top:0}.none{top:0}");
        note("two");
        built("notes/*.txt");
        assertEquals(List.of(), said);
    }

    @Test
    void aFaultIsNamedByTheLineThatItHasInTheSourceAlsoWherePurgingDropsRulesAbove() throws IOException {
        source("a.css", ".two {\n  top: 0;\n}\n\np {\n  top: 0;\n  colour red;\n}\n");
        note("nothing");
        build(config());
        assertEquals("p{top:0}", output(served("a.css")));
        assertTrue(said.get(0).toString().startsWith("src/main/web/a.css:7:3: warning [css-syntax] "), said::toString);
    }

    @Test
    void elementsOfContentStayWhereATemplatePrintsHtmlFromElsewhere() throws IOException {
        source("a.css", "blockquote,h4,form,.none blockquote{top:0}p{top:0}");
        note("nothing");
        assertEquals("p{top:0}", built("notes/*.txt"));
        source("index.html", "<link rel=\"stylesheet\" href=\"a.css\"><p>Text</p>\n<i th:utext=\"${text}\"></i>");
        assertEquals("blockquote,h4,p{top:0}", built("notes/*.txt"));
        source("index.html", "<link rel=\"stylesheet\" href=\"a.css\"><p>Text</p>\n<i th:text=\"${text}\"></i>");
        assertEquals("p{top:0}", built("notes/*.txt"));
    }

    @Test
    void whatTheBuildItselfWritesIsNone() throws IOException {
        assertEquals("p{top:0}", built("**/*.json"));
        assertEquals("p{top:0}", built("**/*.json"));
    }
}
