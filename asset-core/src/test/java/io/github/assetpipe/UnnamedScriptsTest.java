package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.MinifyOptions.Browsers;
import io.github.assetpipe.option.MinifyOptions.CssEngine;
import io.github.assetpipe.option.MinifyOptions.JsEngine;
import io.github.assetpipe.option.ScriptOptions;
import io.github.assetpipe.option.ScriptOptions.Level;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnnamedScriptsTest extends WebProject {
    /** The head of a library, which its build puts before other files. */
    private static final String PIECE = "(function (global) {\n\n";

    private static final String PAGE = "<!doctype html><script src=\"app.js\"></script>\n";

    @Test
    void aPieceOfALibraryThatNothingNamesStaysAsItIsAndTheBuildGoesOn() throws IOException {
        source("index.html", PAGE);
        source("app.js", "console.log( 1 );\n");
        source("lib/src/intro.js", PIECE);
        build(config());
        assertEquals(PIECE, output("lib/src/intro.js"));
        assertEquals(1, said.size(), said::toString);
        Diagnostic warning = said.get(0);
        assertEquals(Severity.WARNING, warning.severity());
        assertTrue(
                warning.toString().startsWith("src/main/web/lib/src/intro.js:3:1: warning [script] "),
                warning::toString);
        assertTrue(warning.toString().contains("<minify><skip>"), warning::toString);
    }

    @Test
    void aMistakeInAScriptOfAPageStopsTheBuild() throws IOException {
        source("index.html", PAGE);
        source("app.js", PIECE);
        assertStops("src/main/web/app.js");
    }

    @Test
    void aMistakeInAModuleThatAnotherScriptImportsStopsTheBuild() throws IOException {
        source("index.html", "<!doctype html><script type=\"module\" src=\"app.js\"></script>\n");
        source("app.js", "import './lib/part.js';\n");
        source("lib/part.js", PIECE);
        assertStops("src/main/web/lib/part.js");
    }

    @Test
    void aMistakeInAMemberOfABlockStopsTheBuild() throws IOException {
        source("index.html", """
                <!doctype html><body><!-- compress js --><script src="a.js"></script><script src="b.js"></script><!-- endcompress -->
                """);
        source("a.js", "console.log( 1 );\n");
        source("b.js", PIECE);
        assertStops("src/main/web/b.js");
    }

    @Test
    void aPieceIsNotLoweredEither() throws IOException {
        source("index.html", PAGE);
        source("app.js", "console.log( 1 );\n");
        source("lib/src/intro.js", PIECE);
        build(config().minify(new MinifyOptions(
                CssEngine.NATIVE,
                JsEngine.CLOSURE,
                List.of(),
                Browsers.BASELINE_WIDELY_AVAILABLE,
                new ScriptOptions(Level.SIMPLE, List.of(), 2019))));
        assertEquals(PIECE, output("lib/src/intro.js"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var a = <%= request.getContextPath() %>;",
                "var a = '<%= a %>';\nvar b = ${b};",
                "var a = [[${a}]];",
                "var a = {{ a }};",
                "{% if a %}\nvar b = 1;\n{% endif %}",
                "<#if a>var b = 1;</#if>",
                "#if($a)\nvar b = 1;\n#end",
                "<c:if test=\"${a}\">var b = 1;</c:if>",
            })
    void aScriptThatLooksLikeATemplateIsToldHowToBeLeftOut(String script) throws IOException {
        source("index.html", PAGE);
        source("app.js", script + "\n");
        AssetException stopped = assertThrows(AssetException.class, () -> build(config()));
        String hint = String.valueOf(stopped.diagnostics().get(0).hint());
        assertTrue(hint.startsWith("It looks like a template ("), hint);
        assertTrue(hint.contains("<minify><skip>"), hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"var a = `${b}` + ;", "var a = '<%= b %>', = 1;", "var a = (1;"})
    void anotherMistakeIsNotTakenForATemplate(String script) throws IOException {
        source("index.html", PAGE);
        source("app.js", script + "\n");
        AssetException stopped = assertThrows(AssetException.class, () -> build(config()));
        assertEquals("null", String.valueOf(stopped.diagnostics().get(0).hint()));
    }

    private void assertStops(String file) {
        AssetException stopped = assertThrows(AssetException.class, () -> build(config()));
        assertTrue(stopped.diagnostics().get(0).toString().startsWith(file + ":"), stopped::getMessage);
    }
}
