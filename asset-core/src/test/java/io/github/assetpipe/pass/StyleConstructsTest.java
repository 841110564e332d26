package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.css.CssMinifier;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.SassOptions;
import io.github.assetpipe.transform.DartSass;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Style sheets, as applications write them. */
class StyleConstructsTest {
    private static String bundle(Site site) {
        return site.assets().values().stream()
                .filter(a -> a.path().value().startsWith("bundles/"))
                .findFirst()
                .orElseThrow()
                .content()
                .text();
    }

    private static Site joined(String css) {
        return new TestSite()
                .asset("css/a.css", css)
                .asset("css/b.css", "b{top:0}")
                .assets("fonts/f.eot", "fonts/f.woff")
                .template(
                        "p.html",
                        "<!-- compress css --><link rel=stylesheet href=\"/css/a.css\">"
                                + "<link rel=stylesheet href=\"/css/b.css\"><!-- endcompress -->")
                .run();
    }

    @Test
    void no92KeepsQueriesAndFragments() {
        String css = bundle(
                joined("@font-face{src:url('../fonts/f.eot?v=4.5.0');src:url('../fonts/f.eot?#iefix&v=4.5.0')}"));
        assertEquals(
                "@font-face{src:url(\"../fonts/f.eot?v=4.5.0\");src:url(\"../fonts/f.eot?#iefix&v=4.5.0\")}\nb{top:0}\n",
                css);
    }

    @Test
    void no93PassesOldFiltersThrough() {
        String css =
                "a{filter:progid:DXImageTransform.Microsoft.gradient(startColorstr='#001C37', endColorstr='white')}";
        String minified = CssMinifier.minify(css);
        assertTrue(minified.contains("progid:DXImageTransform.Microsoft.gradient(startColorstr='#001C37'"), minified);
    }

    @Test
    void no94RebasesWhatAMovedStyleSheetRefersTo() {
        Site site = new TestSite()
                .asset("deep/er/a.css", "a{background:url(\"../fonts/f.eot?#iefix\")}")
                .asset("deep/er/b.css", "b{background:url(f.woff)}")
                .assets("deep/fonts/f.eot", "deep/er/f.woff")
                .template(
                        "p.html",
                        "<!-- compress css --><link rel=stylesheet href=\"/deep/er/a.css\">"
                                + "<link rel=stylesheet href=\"/deep/er/b.css\"><!-- endcompress -->")
                .run();
        assertEquals(
                "a{background:url(\"../deep/fonts/f.eot?#iefix\")}\nb{background:url(../deep/er/f.woff)}\n",
                bundle(site));
        assertTrue(site.assets().containsKey(LogicalPath.of("deep/fonts/f.eot")));
    }

    @Test
    void no91ImportsAWebJarWhoseFolderIsALoadPath() {
        Map<String, String> files = Map.of("webjars/bootstrap/5.3.3/scss/_bootstrap.scss", ".btn { color: red; }");
        SassOptions d = SassOptions.defaults();
        try (DartSass sass = new DartSass(
                new SassOptions(
                        d.engine(),
                        d.engines(),
                        d.entryDirectories(),
                        d.outputFolder(),
                        d.includes(),
                        List.of("webjars/bootstrap/5.3.3/scss"),
                        d.quietDependencies()),
                false)) {
            TransformResult result = sass.transform(
                    new TransformInput(
                            LogicalPath.of("petclinic.scss"),
                            "src/main/scss/petclinic.scss",
                            Content.of("@import \"bootstrap\";\n"),
                            null),
                    path -> Optional.ofNullable(files.get(path)).map(Content::of));
            assertEquals(
                    ".btn {\n  color: red;\n}",
                    result.outputs().get(0).content().text().strip());
        }
    }
}
