package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that name other files, through the whole pipeline. */
class LinkedFilesTest extends WebProject {
    @Test
    void aWebAppManifestFollowsItsIcons() throws IOException {
        source("img/i.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        source(
                "site.webmanifest",
                "{\"name\":\"x\",\"icons\":[{\"src\":\"/img/i.svg\"},{\"src\": \"img\\/i.svg?v=1\"}]}");
        source("manifest.json", "{\"icons\":[{\"src\":\"https://x.example/i.svg\"},{\"src\":\"img/i.svg\"}]}");
        source("data.json", "{\"icons\":[{\"src\":\"img/i.svg\"}]}");
        source("index.html", "<link rel=\"manifest\" href=\"/site.webmanifest\">");
        build(config().passes(EnumSet.of(PassName.FINGERPRINT, PassName.REWRITE)));
        String icon = served("img/i.svg");
        assertEquals(
                "{\"name\":\"x\",\"icons\":[{\"src\":\"/" + icon + "\"},{\"src\": \"" + icon + "?v=1\"}]}",
                output(served("site.webmanifest")));
        assertEquals(
                "{\"icons\":[{\"src\":\"https://x.example/i.svg\"},{\"src\":\"" + icon + "\"}]}",
                output(served("manifest.json")));
        assertEquals("{\"icons\":[{\"src\":\"img/i.svg\"}]}", output(served("data.json")));
        assertEquals("<link rel=\"manifest\" href=\"/" + served("site.webmanifest") + "\">", output("index.html"));
    }

    @Test
    void anSvgFollowsItsImagesSymbolsAndStyles() throws IOException {
        source("img/leaf.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        source(
                "img/tree.svg",
                "<svg><style>rect{fill:url(leaf.svg#f)}</style><image xlink:href=\"leaf.svg\"/>"
                        + "<use href='/img/leaf.svg#a'/><use href=\"#b\"/><a href=\"leaf.svg\"/></svg>");
        build(config().passes(EnumSet.of(PassName.FINGERPRINT)));
        String leaf = served("img/leaf.svg");
        String name = leaf.substring(4);
        assertEquals(
                "<svg><style>rect{fill:url(" + name + "#f)}</style><image xlink:href=\"" + name + "\"/>"
                        + "<use href='/" + leaf + "#a'/><use href=\"#b\"/><a href=\"leaf.svg\"/></svg>",
                output(served("img/tree.svg")));
    }

    @Test
    void scssInAStyleElementOfABlockIsCompiled() throws IOException {
        source("css/base.css", "b { top: 0 }\n");
        source("css/_vars.scss", "$c: red;");
        source("index.html", """
                <!-- compress css -->
                <link rel="stylesheet" href="/css/base.css">
                <style lang="scss">@use "css/vars"; a { &:hover { color: vars.$c } }</style>
                <!-- endcompress -->
                """);
        build(config().passes(EnumSet.of(PassName.COMPILE, PassName.COMBINE, PassName.FINGERPRINT, PassName.REWRITE)));
        String page = output("index.html");
        assertTrue(page.matches("<link rel=\"stylesheet\" href=\"/bundles/[^\"]+\">\n"), page);
        String bundle = output(page.replaceAll("(?s).*href=\"/([^\"]+)\".*", "$1"));
        assertEquals("b { top: 0 }\na:hover {\n  color: red;\n}\n", bundle);
        assertFalse(Files.exists(base.resolve("target/web/bundles/inline")));
    }

    @Test
    void whatAStyleElementImportsIsPurgedAndWhatItSaysItselfIsNot() throws IOException {
        source("css/base.css", ".used { top: 0 } .not-here { top: 0 }\n");
        source("css/_kit.scss", ".kit-used { left: 0 } .kit-not-here { left: 0 }");
        source("index.html", """
                <!-- compress css -->
                <link rel="stylesheet" href="/css/base.css">
                <style lang="scss">@use "css/kit"; .own { right: 0 }</style>
                <style>.also-own { bottom: 0 }</style>
                <!-- endcompress -->
                <p class="used kit-used">
                """);
        build(config().passes(EnumSet.of(PassName.COMPILE, PassName.PURGE, PassName.COMBINE, PassName.REWRITE)));
        String page = output("index.html");
        String bundle = output(page.replaceAll("(?s).*href=\"/([^\"]+)\".*", "$1"));
        for (String stays : List.of(".used", ".kit-used", ".own", ".also-own")) {
            assertTrue(bundle.contains(stays + " {"), bundle);
        }
        assertFalse(bundle.contains("not-here"), bundle);
    }

    @Test
    void aFaultInAStyleElementIsFoundAtItsPlace() throws IOException {
        source(
                "index.html",
                "<p>\n<!-- compress css -->\n  <style lang=\"scss\">a { color: $none }</style><!-- endcompress -->");
        AssetException fault = assertThrows(
                AssetException.class,
                () -> build(config().passes(EnumSet.of(PassName.COMPILE, PassName.COMBINE, PassName.REWRITE))));
        String place = fault.diagnostics().get(0).toString().lines().findFirst().orElse("");
        assertEquals("src/main/web/index.html:3:33: error [sass] Undefined variable.", place);
    }

    @Test
    void aMemberOutOfTheRootsIsAnErrorAndNothingIsWritten() throws IOException {
        source("js/a.js", "a;");
        source("p/index.html", """
                <!-- compress js -->
                <script src="/js/a.js"></script>
                <script src="../../../etc/passwd"></script>
                <!-- endcompress -->
                """);
        AssetException fault = assertThrows(
                AssetException.class,
                () -> build(config().passes(EnumSet.of(PassName.COMBINE, PassName.FINGERPRINT, PassName.REWRITE))));
        assertEquals("""
                src/main/web/p/index.html:3:14: error [block-member] "../../../etc/passwd" leads out of the asset roots
                  2 | <script src="/js/a.js"></script>
                  3 | <script src="../../../etc/passwd"></script>
                    |              ^^^^^^^^^^^^^^^^^^^
                  hint: refer to a file below an asset root""", fault.diagnostics().get(0).toString());
        assertFalse(Files.exists(base.resolve("target/web")));
    }

    @Test
    void decisionsAreExplainedWithTheirLines() throws IOException {
        source("js/a.js", "a;");
        source("index.html", """
                <html><script src="/js/a.js"></script>
                <script>b()</script>
                <script src="/js/a.js"></script></html>
                """);
        Config config = Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(base.resolve("src/main/web"), SourceRoot.Kind.WEBAPP, "")))
                .copyAll(true)
                .passes(EnumSet.of(PassName.FINGERPRINT, PassName.REWRITE))
                .build();
        assertEquals(List.of(), Explanation.lines(config));
        AssetPipeline.build(config, Reporter.silent());
        assertEquals(
                List.of(
                        "src/main/web/index.html",
                        "     1  defer      kept       /js/a.js: before inline script (src/main/web/index.html:2)",
                        "     3  defer      deferred   /js/a.js: nothing after it could notice"),
                Explanation.lines(config));
    }
}
