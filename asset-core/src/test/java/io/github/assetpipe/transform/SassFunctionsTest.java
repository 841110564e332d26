package io.github.assetpipe.transform;

import static io.github.assetpipe.transform.TransformerLaws.diagnostic;
import static io.github.assetpipe.transform.TransformerLaws.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.option.SassEngine;
import io.github.assetpipe.option.SassOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stylesheets can ask about the files of the site, whichever engine compiles them. */
class SassFunctionsTest {
    private static final List<AssetFolder> FOLDERS =
            List.of(new AssetFolder("src/main/webapp", ""), new AssetFolder("src/static", "static/"));
    private static final DartSass DART = new DartSass(SassOptions.defaults(), FOLDERS, false, 1);
    private static final LibSass LIBSASS = new LibSass(SassOptions.defaults(), FOLDERS, false);
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path fill='#e00' d='M0 0'/></svg>";
    private static final Map<String, String> FILES = Map.of(
            "src/main/webapp/img/logo.svg",
            SVG,
            "src/main/webapp/img/a b.png",
            "PNG",
            "src/static/fonts/f.eot",
            "EOT",
            "src/main/webapp/WEB-INF/hidden.svg",
            SVG,
            "src/main/scss/_parts.scss",
            "@mixin logo { background: asset-url('img/logo.svg'); }",
            "webjars/icons/i.svg",
            SVG);

    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    @AfterAll
    static void end() {
        DART.close();
    }

    private TransformResult compile(SassEngine engine, String text) {
        Lookup lookup = path -> {
            asked.add(path);
            return Optional.ofNullable(FILES.get(path)).map(Content::of);
        };
        TransformInput input =
                new TransformInput(LogicalPath.of("css/app.scss"), "src/main/scss/app.scss", Content.of(text), null);
        return (engine == SassEngine.DART ? DART : LIBSASS).transform(input, lookup);
    }

    private String value(SassEngine engine, String expression) {
        String css = text(compile(engine, ".a { b: " + expression + "; }"));
        return css.substring(css.indexOf("b: ") + 3, css.indexOf(";\n}"));
    }

    @ParameterizedTest
    @EnumSource
    void assetUrlLeadsFromTheStylesheetToTheFile(SassEngine engine) {
        assertEquals("url(\"../img/logo.svg\")", value(engine, "asset-url('img/logo.svg')"));
        assertEquals("url(\"../img/logo.svg\")", value(engine, "asset-url('/img/logo.svg')"));
        assertEquals("url(\"../img/logo.svg\")", value(engine, "asset-url('../img/logo.svg')"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatNoServerSendsIsFound(SassEngine engine) {
        TransformResult result = compile(engine, ".a { b: inline-image('/WEB-INF/hidden.svg'); }");
        assertTrue(result.failed(), result.toString());
        assertTrue(result.diagnostics().toString().contains("no such file"), result.toString());
    }

    @ParameterizedTest
    @EnumSource
    void assetUrlKeepsQueryAndFragmentAndEncodesTheName(SassEngine engine) {
        assertEquals("url(\"../static/fonts/f.eot?#iefix\")", value(engine, "asset-url('static/fonts/f.eot?#iefix')"));
        assertEquals("url(\"../img/a%20b.png\")", value(engine, "asset-url('img/a b.png')"));
    }

    @ParameterizedTest
    @EnumSource
    void assetUrlFindsFilesOfWebJars(SassEngine engine) {
        assertEquals("url(\"../webjars/icons/i.svg\")", value(engine, "asset-url('webjars/icons/i.svg')"));
    }

    @ParameterizedTest
    @EnumSource
    void assetUrlMayBeComputedAndCombined(SassEngine engine) {
        assertEquals(
                "no-repeat url(\"../img/logo.svg\") 50%, red",
                value(engine, "no-repeat asset-url('img/' + 'logo' + '.svg') 50%, red"));
    }

    @ParameterizedTest
    @EnumSource
    void inlineImageHoldsSvgAsTextAndOthersAsBase64(SassEngine engine) {
        assertEquals(
                "url(\"data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22%3E%3Cpath fill='%23e00'"
                        + " d='M0 0'/%3E%3C/svg%3E\")",
                value(engine, "inline-image('img/logo.svg')"));
        assertEquals("url(\"data:image/png;base64,UE5H\")", value(engine, "inline-image('img/a b.png')"));
    }

    @ParameterizedTest
    @EnumSource
    void theFileIsKnownAsOneThatTheResultDependsOn(SassEngine engine) {
        compile(engine, ".a { b: inline-image('static/img/logo.svg'); }");
        assertTrue(asked.contains("src/static/img/logo.svg"), asked::toString);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingFileIsAnErrorAtTheCall(SassEngine engine) {
        Diagnostic error = diagnostic(compile(engine, """
                .a {
                  color: red;
                  background: asset-url('img/none.png');
                }
                """));
        assertEquals(
                "src/main/scss/app.scss",
                Objects.requireNonNull(error.location()).file());
        assertEquals(3, error.location().line());
        assertEquals(
                "asset-url(\"img/none.png\"): no such file. Looked for: src/main/webapp/img/none.png", error.message());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoPathIsAnError(SassEngine engine) {
        for (String wrong : List.of("12px", "'https://example.org/a.png'", "''", "'../../../a.png'")) {
            Diagnostic error = diagnostic(compile(engine, ".a { b: asset-url(" + wrong + "); }"));
            assertTrue(error.message().startsWith("asset-url("), error::toString);
            assertEquals(1, error.message().lines().count(), error::toString);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMixinOfAnotherFileMayCall(SassEngine engine) {
        String css = text(compile(engine, "@import 'parts';\n.a { @include logo; }"));
        assertTrue(css.contains("background: url(\"../img/logo.svg\");"), css);
    }

    @ParameterizedTest
    @EnumSource
    void anOwnFunctionOfThatNameComesFirst(SassEngine engine) {
        String css = text(compile(engine, "@function asset-url($p) { @return mine; }\n.a { b: asset-url('x'); }"));
        assertTrue(css.contains("b: mine;"), css);
    }
}
