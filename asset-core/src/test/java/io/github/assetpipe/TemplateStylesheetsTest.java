package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.option.FingerprintOptions;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.MinifyOptions.Browsers;
import io.github.assetpipe.option.MinifyOptions.CssEngine;
import io.github.assetpipe.option.MinifyOptions.JsEngine;
import io.github.assetpipe.option.ScriptOptions;
import io.github.assetpipe.option.ScriptOptions.Level;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stylesheets that a template engine fills in. */
class TemplateStylesheetsTest extends WebProject {
    private static final String TEMPLATE = """
            .unused   { color: red }
            .m {
              background: url($url.resource("i.png")) top left no-repeat;
              animation: turn 1s;
              top: var(--gap);
            }
            #if($model.weblog.dark) .x { background: url(i.png); color : white } #end
            """;

    private void site() throws IOException {
        source("index.html", """
                <!doctype html><link rel="stylesheet" href="theme.css"><link rel="stylesheet" href="a.css"><p class="m">Text</p>
                """);
        source("theme.css", TEMPLATE);
        source("i.png", "no image");
        source(
                "a.css",
                "@keyframes turn{to{rotate:1turn}}@keyframes other{to{top:0}}:root{--gap:1px;--no:2px}.unused{top:0}");
    }

    @Test
    void keepEveryByteAndTheirNamesWithOneWarning() throws IOException {
        site();
        build(config());
        assertEquals(TEMPLATE, output("theme.css"));
        assertEquals("theme.css", served("theme.css"));
        assertTrue(output("index.html").contains("href=\"theme.css\""), output("index.html"));
        assertEquals(1, said.size(), said::toString);
        assertTrue(
                said.get(0).toString().startsWith("src/main/web/theme.css:3:19: warning [css-template] "),
                said::toString);
    }

    @Test
    void useWhatOtherStylesheetsDefine() throws IOException {
        site();
        build(config());
        assertEquals("@keyframes turn{to{rotate:1turn}}:root{--gap:1px;--no:2px}", output(served("a.css")));
    }

    @Test
    void findTheFilesThatTheyNameWherePlainNamesAreNotKept() throws IOException {
        site();
        build(config().fingerprint(new FingerprintOptions(false, List.of())));
        assertEquals("i.png", served("i.png"));
        assertTrue(!served("a.css").equals("a.css"));
    }

    @Test
    void areNotSpokenOfWhereTheyAreLeftOut() throws IOException {
        site();
        build(config().minify(new MinifyOptions(
                CssEngine.NATIVE,
                JsEngine.CLOSURE,
                List.of("theme.css"),
                Browsers.BASELINE_WIDELY_AVAILABLE,
                new ScriptOptions(Level.SIMPLE, List.of(), 0))));
        assertEquals(List.of(), said);
        assertEquals(TEMPLATE, output("theme.css"));
    }

    @Test
    void stayWhereTheyStandInABlockAlsoWhenOneBecomesATemplateLater() throws IOException {
        source("index.html", """
                <!doctype html><head><!-- compress css -->
                <link rel="stylesheet" href="a.css">
                <link rel="stylesheet" href="theme.css">
                <link rel="stylesheet" href="b.css">
                <link rel="stylesheet" href="c.css">
                <!-- endcompress --></head><p class="a b c">Text</p>
                """);
        source("a.css", ".a{top:0}");
        source("b.css", ".b{top:0}");
        source("c.css", ".c{top:0}");
        source("theme.css", ".a{color:red}");
        build(config());
        assertEquals(1, output("index.html").split("<link", -1).length - 1, output("index.html"));
        source("theme.css", ".a { color: ${colour} }");
        build(config());
        String page = output("index.html");
        int theme = page.indexOf("href=\"theme.css\"");
        assertTrue(theme > page.indexOf("href=\"a.") && theme < page.indexOf("href=\"bundles/b-"), page);
        assertEquals(3, page.split("<link", -1).length - 1, page);
        assertEquals(".a { color: ${colour} }", output("theme.css"));
    }

    @Test
    void areKnownInBlocksByTheirAddressesToo() throws IOException {
        source("index.html", """
                <!doctype html><head><!-- compress css -->
                <link rel="stylesheet" href="css/a.css">
                <link rel="stylesheet" href="css/b.css">
                <!-- endcompress --></head><p class="a b">Text</p>
                """);
        source("css/a.css", ".a{background:url(${root}/a.png)}");
        source("css/b.css", ".b{top:0}");
        build(config());
        assertEquals(2, output("index.html").split("<link", -1).length - 1, output("index.html"));
        assertEquals(List.of(), said);
    }

    @Test
    void withComputedAddressesAloneAreMinifiedAndNothingIsMissed() throws IOException {
        source("index.html", "<!doctype html><link rel=\"stylesheet\" href=\"a.css\"><p>Text</p>\n");
        source("a.css", "p { background: url($url.absoluteSite/images/x.gif) }\n.unused { top: 0 }\n");
        build(config());
        assertEquals("p{background:url($url.absoluteSite/images/x.gif)}", output(served("a.css")));
        assertEquals(List.of(), said);
    }
}
