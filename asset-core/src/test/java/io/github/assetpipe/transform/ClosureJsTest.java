package io.github.assetpipe.transform;

import static io.github.assetpipe.transform.TransformerLaws.diagnostic;
import static io.github.assetpipe.transform.TransformerLaws.input;
import static io.github.assetpipe.transform.TransformerLaws.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.ScriptOptions;
import io.github.assetpipe.text.SourceMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosureJsTest {
    private static final ClosureJs CLOSURE = new ClosureJs(MinifyOptions.defaults(), false);

    private static TransformResult minify(String source) {
        return CLOSURE.transform(input("js/app.js", source), Lookup.none());
    }

    @Test
    void lawsHold() {
        TransformerLaws.assertHold(
                CLOSURE, input("js/app.js", "(function () { var unused = 1; alert('a' + 'b'); })();\n"), Lookup.none());
    }

    @Test
    void minifiesAClassicScript() {
        assertEquals(
                "!function(){alert(\"ab\")}()",
                text(minify("(function () { var unused = 1; alert('a' + 'b'); })();\n")));
    }

    @Test
    void keepsDirectivesWhereTheyAre() {
        assertEquals(
                "!function(){'use strict';window.f=function(){'use strict';return this}}()",
                text(minify(
                        "(function () { 'use strict'; window.f = function () { 'use strict'; return this }; })();\n")));
    }

    @Test
    void keepsDynamicImportsAndPrivateNames() {
        assertEquals(
                "class A{#t=1;load(){return import(\"./x.js\").then(t=>t.go(this.#t))}}",
                text(minify("class A { #a = 1; load() { return import('./x.js').then(m => m.go(this.#a)); } }\n")));
    }

    @Test
    void neverLowersALogicalAssignment() {
        TransformResult result = minify("function f(options) {\n  options.a ??= 1;\n  return options;\n}\n");
        assertEquals("function f(n){return n.a??=1,n}", text(result));
        assertEquals(Severity.NOTE, diagnostic(result).severity());
    }

    @Test
    void aModuleKeepsItsExports() {
        assertEquals(
                "import t from\"./b.js\";export const a=t+1;export default function(t){return t}",
                text(minify("import beta from './b.js';\nexport const a = beta + 1;\n"
                        + "export default function (value) { return value }\n")));
    }

    @Test
    void keepsLicencesOnTop() {
        assertEquals(
                "/*! (c) me */\nalert(3)", text(minify("/*! (c) me */\n// gone, this comment goes\nalert(1 + 2);\n")));
    }

    @Test
    void aBrokenScriptIsAnErrorWithItsPlace() {
        Diagnostic problem = diagnostic(minify("var a = 1;\nvar b = ;\n"));
        assertEquals("""
                js/app.js:2:9: error [script] Unexpected ";".
                  1 | var a = 1;
                  2 | var b = ;
                    |         ^""", problem.toString());
    }

    @Test
    void leavesAScriptThatCannotBeSmaller() {
        assertEquals(List.of(), minify("alert(1)").outputs());
        assertEquals(List.of(), minify("").outputs());
    }

    @Test
    void printsWithoutRenamingWhenOnlyWhiteSpaceMayGo() {
        ClosureJs whitespace = at(ScriptOptions.Level.WHITESPACE);
        assertEquals(
                "function f(name){return name+1};",
                text(whitespace.transform(
                        input("a.js", "function f(name) {\n  return name + 1;\n}\n"), Lookup.none())));
    }

    private static ClosureJs at(ScriptOptions.Level level, String... externs) {
        MinifyOptions defaults = MinifyOptions.defaults();
        return new ClosureJs(
                new MinifyOptions(
                        defaults.css(),
                        defaults.js(),
                        defaults.skip(),
                        defaults.browsers(),
                        new ScriptOptions(level, List.of(externs))),
                false);
    }

    private static final String PROGRAM = """
            function unused() { return 'unused'; }
            const settings = { colour: library.favourite(), width: window.innerWidth };
            document.body.title = settings.colour + settings.width;
            window['exported'] = settings;
            """;

    @Test
    void advancedKeepsWhatExternsNameAndShortensTheRest() {
        ClosureJs advanced = at(ScriptOptions.Level.ADVANCED, "src/main/js/library.externs.js");
        Lookup externs = TransformerLaws.files(Map.of("src/main/js/library.externs.js", """
                /** @externs */
                var library = {};
                library.favourite = function() {};
                """));
        String code = text(advanced.transform(input("a.js", PROGRAM), externs));
        assertTrue(code.contains("library.favourite()"), code);
        assertTrue(code.contains("innerWidth") && code.contains("exported"), code);
        assertFalse(code.contains("unused") || code.contains("colour") || code.contains("settings"), code);
    }

    @Test
    void simpleKeepsAllThatOthersCanSee() {
        String code = text(at(ScriptOptions.Level.SIMPLE).transform(input("a.js", PROGRAM), Lookup.none()));
        assertTrue(code.contains("unused") && code.contains("colour") && code.contains("settings"), code);
    }

    @Test
    void externsThatAreMissingAreAnError() {
        ClosureJs advanced = at(ScriptOptions.Level.ADVANCED, "src/main/js/none.js");
        assertEquals(
                "There is no file src/main/js/none.js, which <minify><externs> names.",
                TransformerLaws.diagnostic(advanced.transform(input("a.js", PROGRAM), Lookup.none()))
                        .message());
    }

    @Test
    void aScriptOfWhichAdvancedWouldLeaveNothingStaysWithAWarning() {
        TransformResult result = at(ScriptOptions.Level.ADVANCED)
                .transform(input("a.js", "function greet(name) { return 'hello ' + name; }\n"), Lookup.none());
        assertEquals(List.of(), result.outputs());
        assertEquals("script-empty", TransformerLaws.diagnostic(result).id());
    }

    @Test
    void takesAVeryLongExpression() {
        String source = "window.x = " + "window.a + ".repeat(20_000) + "1;\n";
        assertTrue(text(minify(source)).length() < source.length());
    }

    @Test
    void sourceMapPointsIntoTheOriginal() {
        ClosureJs mapped = new ClosureJs(MinifyOptions.defaults(), true);
        for (String source : List.of(
                "/*! l */\n(function () {\n  'use strict';\n  window.answer = compute(42);\n})();\n",
                "/*! l */\nimport x from 'x';\nwindow.answer = compute(42);\n")) {
            TransformResult result = mapped.transform(input("a.js", source), Lookup.none());
            SourceMap map = SourceMap.parse(json(result));
            String code = text(result);
            int line = (int) code.substring(0, code.indexOf("compute")).lines().count() - 1;
            int column = code.indexOf("compute") - code.lastIndexOf('\n', code.indexOf("compute")) - 1;
            SourceMap.Origin origin = map.originOf(line, column);
            assertEquals("a.js", origin == null ? null : origin.source());
            String at = source.lines().toList().get(origin == null ? 0 : origin.line());
            assertTrue(at.startsWith("compute", origin == null ? 0 : origin.column()), at + " " + origin);
            assertEquals(source, map.content(0));
        }
    }

    private static String json(TransformResult result) {
        return io.github.assetpipe.text.Json.write(TransformerLaws.sourceMap(result));
    }
}
