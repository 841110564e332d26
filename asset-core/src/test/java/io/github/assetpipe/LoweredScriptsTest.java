package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.MinifyOptions.Browsers;
import io.github.assetpipe.option.MinifyOptions.CssEngine;
import io.github.assetpipe.option.MinifyOptions.JsEngine;
import io.github.assetpipe.option.ScriptOptions;
import io.github.assetpipe.option.ScriptOptions.Level;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts for the browsers of a year, through the whole pipeline. */
class LoweredScriptsTest {
    private static final String MODERN = """
            class Cart {
              items = [];
              add(item) { this.items.push(item ?? 'nothing'); return this.onChange?.(this.items); }
            }
            window.cart = new Cart();
            """;

    @TempDir
    Path base;

    private void source(String path, String text) throws IOException {
        Path file = base.resolve("src").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Diagnostic> build(JsEngine engine, int baseline) {
        Config config = Config.builder(base, base.resolve("target"))
                .roots(List.of(SourceRoot.of(base.resolve("src"), SourceRoot.Kind.WEBAPP, "")))
                .passes(EnumSet.of(PassName.MINIFY))
                .minify(new MinifyOptions(
                        CssEngine.NATIVE,
                        engine,
                        List.of("vendor/**"),
                        Browsers.BASELINE_WIDELY_AVAILABLE,
                        new ScriptOptions(Level.SIMPLE, List.of(), baseline)))
                .copyAll(true)
                .threads(2)
                .build();
        return AssetPipeline.build(config, Reporter.silent()).diagnostics();
    }

    private String output(String path) throws IOException {
        return Files.readString(base.resolve("target").resolve(path));
    }

    private static boolean isModern(String code) {
        return Stream.of("??", "?.", "items=[];").anyMatch(code::contains);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSURE", "NATIVE"})
    void scriptsAreMinifiedInTheSyntaxOfTheYear(JsEngine engine) throws IOException {
        source("js/app.js", MODERN);
        source("js/app.min.js", MODERN);
        source("js/app.mjs", MODERN + "export default Cart;\n");
        source("vendor/app.js", MODERN);

        build(engine, 2019);

        for (String path : List.of("js/app.js", "js/app.min.js", "js/app.mjs")) {
            assertFalse(isModern(output(path)), () -> path + " of " + engine);
        }
        assertTrue(output("js/app.mjs").contains("as default")
                || output("js/app.mjs").contains("export default"));
        assertEquals(MODERN, output("vendor/app.js"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSURE", "NATIVE"})
    void noEngineBringsNewerSyntaxThanTheYears(JsEngine engine) throws IOException {
        source(
                "js/app.js",
                "class A { m(a) { var b = a; return { b: b, f: (x) => `${x}${b}` }; } }\nwindow.a = new A();\n");

        build(engine, 2015);

        String code = output("js/app.js");
        assertFalse(Stream.of("=>", "class ", "let ", "const ", "{b,").anyMatch(code::contains), code);
    }

    @Test
    void withoutAYearNothingIsLowered() throws IOException {
        source("js/app.js", MODERN);

        build(JsEngine.CLOSURE, 0);

        assertTrue(isModern(output("js/app.js")), output("js/app.js"));
    }

    @Test
    void whatStaysTooNewIsAWarningOnItsLine() throws IOException {
        source("js/app.js", "var a = 1;\nclass P { #x = a; get x() { return this.#x; } }\nwindow.p = new P();\n");

        Diagnostic said = build(JsEngine.NATIVE, 2019).get(0);

        assertEquals("script-lower", said.id());
        assertEquals(
                "src/js/app.js:2:11",
                said.location().file() + ":" + said.location().line() + ":"
                        + said.location().column());
    }
}
