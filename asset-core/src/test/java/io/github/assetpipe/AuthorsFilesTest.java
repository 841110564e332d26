package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What authors say of their own files, in pages and in the configuration, through the whole pipeline. */
class AuthorsFilesTest extends WebProject {
    private static final String SCRIPT = "var  shop = 1 ;";

    private static String hash(String bits, String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-" + bits).digest(text.getBytes());
        return "sha" + bits + "-" + Base64.getEncoder().encodeToString(digest);
    }

    private List<String> mismatches() {
        return said.stream()
                .filter(d -> d.id().equals("integrity-mismatch"))
                .map(d -> d.location().file() + ":" + d.location().line() + ":"
                        + d.location().column())
                .toList();
    }

    private ConfigBuilder fingerprinted() {
        return config().passes(EnumSet.of(PassName.FINGERPRINT, PassName.REWRITE));
    }

    @Test
    void warnsOfAnIntegrityThatIsNotThatOfTheFile() throws Exception {
        source("js/a.js", SCRIPT);
        source("css/a.css", "a { top: 0 }");
        source(
                "index.html",
                "<script src=\"/js/a.js\" integrity=\"" + hash("384", SCRIPT) + "\"></script>\n"
                        + "<script src=\"/js/a.js\" integrity=\"sha512-x " + hash("256", SCRIPT) + "\"></script>\n"
                        + "<script src=\"/js/a.js\" integrity=\"\"></script>\n"
                        + "<script src=\"/js/a.js\" integrity=\"" + hash("384", SCRIPT + ";") + "\"></script>\n"
                        + "<link rel=\"stylesheet\" href=\"/css/a.css\" integrity=\"" + hash("512", "b") + "\">\n");
        build(fingerprinted());
        assertEquals(List.of("src/main/web/index.html:4:35", "src/main/web/index.html:5:53"), mismatches());
        String page = output("index.html");
        assertEquals(4, page.split(Content.of(SCRIPT).integrity().replace("+", "[+]"), -1).length - 1, page);
    }

    @Test
    void comparesAnIntegrityAgainWhenOnlyTheStylesheetHasChanged() throws Exception {
        source("css/a.css", "a { top: 0 }");
        source(
                "index.html",
                "<link rel=\"stylesheet\" href=\"/css/a.css\" integrity=\"" + hash("256", "a { top: 0 }") + "\">");
        build(fingerprinted());
        assertEquals(List.of(), mismatches());
        source("css/a.css", "a { top: 1px }");
        build(fingerprinted());
        assertEquals(1, mismatches().size(), said.toString());
        source("css/a.css", "a { top: 0 }");
        build(fingerprinted());
        assertEquals(List.of(), mismatches());
    }

    @Test
    void aMissingFileBelowTheContextPathIsToldWhereItIs() throws IOException {
        source("images/x.gif", "GIF");
        source("index.html", "<img src=\"/shop/images/x.gif\"><img src=\"/shop/images/y.gif\">");
        build(fingerprinted());
        List<Diagnostic> missing =
                said.stream().filter(d -> d.id().equals("reference-missing")).toList();
        assertEquals(2, missing.size());
        assertTrue(missing.get(0).toString().contains("there is images/x.gif"), missing.toString());
        assertTrue(missing.get(0).toString().contains("<rewrite><urlRoots><urlRoot>/shop="), missing.toString());
        assertTrue(!missing.get(1).toString().contains("<rewrite><urlRoots><urlRoot>/shop="), missing.toString());
    }

    @Test
    void aFolderOfTheSiteIsNoContextPath() throws IOException {
        source("css/app.css", "a { top: 0 }");
        source("resources/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        source("index.html", "<link rel=\"stylesheet\" href=\"/resources/css/app.css\">");
        build(fingerprinted());

        List<String> told = said.stream().map(Object::toString).toList();
        assertTrue(told.toString().contains("No such file: resources/css/app.css"), told.toString());
        assertFalse(told.toString().contains("context path"), told.toString());
    }

    @Test
    void aFileWhoseLanguageIsChosenIsAPageWhateverItsEnding() throws IOException {
        source("css/a.css", "a { top: 0 }");
        source("views/start.thyme", "<link rel=\"stylesheet\" th:href=\"@{/css/a.css}\">");
        source("views/old.txt", "<link rel=\"stylesheet\" href=\"/css/a.css\">");
        build(fingerprinted().rewrite(dialects("**/*.thyme=thymeleaf", "src/main/web/views/**=html")));
        assertEquals(
                "<link rel=\"stylesheet\" th:href=\"@{/" + served("css/a.css") + "}\">", output("views/start.thyme"));
        assertEquals("not in the site", served("views/start.thyme"));
        assertEquals("<link rel=\"stylesheet\" href=\"/css/a.css\">", output("views/old.txt"));
    }

    @Test
    void aFolderOfTemplatesMayHoldThoseOfUnknownEndings() throws IOException {
        source("css/a.css", "a { top: 0 }");
        Path mail = Files.createDirectories(base.resolve("src/main/resources/mail"));
        Files.writeString(mail.resolve("hello.tpl"), "<img src=\"${x}\"><link rel=stylesheet href=/css/a.css>");
        Files.writeString(mail.resolve("note.txt"), "/css/a.css");
        ConfigBuilder config = fingerprinted()
                .rewrite(dialects("src/main/resources/mail/**=freemarker"))
                .roots(List.of(
                        SourceRoot.of(base.resolve("src/main/web"), SourceRoot.Kind.WEBAPP, ""),
                        SourceRoot.of(base.resolve("src/main/resources"), SourceRoot.Kind.PAGES, "x/")));
        build(config);
        assertEquals(
                "<img src=\"${x}\"><link rel=stylesheet href=/" + served("css/a.css") + ">",
                output("x/mail/hello.tpl"));
        assertTrue(!Files.exists(base.resolve("target/web/x/mail/note.txt")));
    }

    private static RewriteOptions dialects(String... choices) {
        RewriteOptions d = RewriteOptions.defaults();
        return new RewriteOptions(
                true,
                RewriteOptions.Defer.OFF,
                RewriteOptions.Lazy.OFF,
                3,
                false,
                d.missing(),
                false,
                List.of(),
                List.of(choices),
                List.of(),
                List.of(),
                false,
                d.modules());
    }

    @Test
    void anEntryThatAnotherImportsIsNotPublishedWhateverTheirNames() throws IOException {
        Path scss = Files.createDirectories(base.resolve("src/main/scss"));
        Files.writeString(scss.resolve("m.scss"), "@import 'a'; @import 'z'; m { top: 0 }");
        Files.writeString(scss.resolve("a.scss"), "a { top: 0 }");
        Files.writeString(scss.resolve("z.scss"), "z { top: 0 }");
        build(config().passes(EnumSet.of(PassName.COMPILE)));
        assertEquals("css/m.css", served("css/m.css"));
        assertEquals("not in the site", served("css/a.css"));
        assertEquals("not in the site", served("css/z.css"));
    }

    @Test
    void aStylesheetThatAPageNamesIsPublishedThoughAnotherImportsIt() throws IOException {
        source("css/a.scss", "a { top: 0 }");
        source("css/m.scss", "@import 'a'; m { top: 0 }");
        source("index.html", "<link rel=stylesheet href=/css/a.css><link rel=stylesheet href=/css/m.css>");
        build(config().passes(EnumSet.of(PassName.COMPILE)));
        assertEquals("css/a.css", served("css/a.css"));
        assertEquals("css/m.css", served("css/m.css"));
    }
}
