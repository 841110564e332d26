package io.github.assetpipe.transform;

import static io.github.assetpipe.transform.TransformerLaws.diagnostic;
import static io.github.assetpipe.transform.TransformerLaws.files;
import static io.github.assetpipe.transform.TransformerLaws.input;
import static io.github.assetpipe.transform.TransformerLaws.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.option.SassEngine;
import io.github.assetpipe.option.SassOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DartSassTest {
    private static final SassOptions OPTIONS = new SassOptions(
            SassEngine.DART,
            Map.of(),
            List.of("src/main/scss"),
            "css",
            List.of(),
            List.of("src/main/scss", "vendor"),
            true);
    private static final DartSass SASS = new DartSass(OPTIONS, true);
    private static final String ENTRY = "src/main/scss/app.scss";

    @AfterAll
    static void end() {
        SASS.close();
    }

    private static TransformResult compile(String text, Map<String, String> others) {
        return SASS.transform(input(ENTRY, text), files(others));
    }

    private static String css(String text, Map<String, String> others) {
        return text(compile(text, others));
    }

    @Test
    void lawsHold() {
        TransformerLaws.assertHold(
                SASS,
                input(ENTRY, "@use 'colours';\n.a{color:colours.$brand}"),
                files(Map.of("src/main/scss/_colours.scss", "$brand: teal;")));
    }

    @Test
    void compilesAStylesheetNextToItsSource() {
        TransformResult result = compile(".a{.b{color:red}}", Map.of());
        assertEquals("src/main/scss/app.css", result.outputs().get(0).path().value());
        assertEquals(".a .b {\n  color: red;\n}", text(result));
    }

    @Test
    void findsAPartialBesideTheImportingFile() {
        assertEquals(
                ".deep {\n  color: red;\n}",
                css("@use 'parts/deep';", Map.of("src/main/scss/parts/_deep.scss", ".deep{color:red}")));
    }

    @Test
    void findsAnIndexFile() {
        assertEquals(
                ".i {\n  color: red;\n}",
                css("@use 'parts';", Map.of("src/main/scss/parts/_index.scss", ".i{color:red}")));
    }

    @Test
    void findsThroughALoadPath() {
        assertEquals(".v {\n  color: red;\n}", css("@use 'grid/v';", Map.of("vendor/grid/_v.scss", ".v{color:red}")));
    }

    @Test
    void resolvesInsideAWebJarRelativeToTheImportingFile() {
        Map<String, String> webjar = Map.of(
                "webjars/bootstrap/scss/bootstrap.scss",
                "@import 'mixins/root';",
                "webjars/bootstrap/scss/mixins/_root.scss",
                ".root{color:red}");
        assertEquals(".root {\n  color: red;\n}", css("@use 'webjars/bootstrap/scss/bootstrap';", webjar));
    }

    @Test
    void tildeAndPkgNameAPackage() {
        Map<String, String> modules = Map.of(
                "node_modules/lib/package.json", "{\"exports\":{\".\":{\"sass\":\"./scss/lib.scss\"}}}",
                "node_modules/lib/scss/lib.scss", ".lib{color:red}");
        assertEquals(".lib {\n  color: red;\n}", css("@use 'pkg:lib';", modules));
        assertEquals(".lib {\n  color: red;\n}", css("@use '~lib/scss/lib';", modules));
    }

    @Test
    void tildeFallsBackToAWebJar() {
        assertEquals(".w {\n  color: red;\n}", css("@import '~w/w';", Map.of("webjars/w/_w.scss", ".w{color:red}")));
    }

    @Test
    void importOnlyFilesServeImportAndNotUse() {
        Map<String, String> both = Map.of(
                "src/main/scss/_t.import.scss", ".import{color:red}",
                "src/main/scss/_t.scss", ".use{color:red}");
        assertEquals(".import {\n  color: red;\n}", css("@import 't';", both));
        assertEquals(".use {\n  color: red;\n}", css("@use 't';", both));
    }

    @Test
    void compilesTheIndentedSyntax() {
        assertEquals(
                ".a {\n  color: red;\n}",
                text(SASS.transform(input("src/main/sass/a.sass", ".a\n  color: red\n"), Lookup.none())));
    }

    @Test
    void takesPlainCssIntoTheStylesheet() {
        assertEquals(
                ".plain {\n  color: red;\n}",
                css("@use 'plain';", Map.of("src/main/scss/plain.css", ".plain{color:red}")));
    }

    @Test
    void readsAStylesheetWithAByteOrderMark() {
        assertEquals(".a {\n  color: red;\n}", css("\uFEFF.a{color:red}", Map.of()));
    }

    @Test
    void findsFilesWithSpacesAndUmlautsInTheirNames() {
        assertEquals(
                ".ü {\n  color: red;\n}",
                css("@use 'für alle/x y' as x;", Map.of("src/main/scss/für alle/_x y.scss", ".ü{color:red}"))
                        .replace("@charset \"UTF-8\";\n", ""));
    }

    @Test
    void saysWhereAVariableIsUndefined() {
        Diagnostic problem = diagnostic(compile(".header {\n  color: $brnad;\n}\n", Map.of()));
        assertEquals("""
                src/main/scss/app.scss:2:10: error [sass] Undefined variable.
                  1 | .header {
                  2 |   color: $brnad;
                    |          ^^^^^^""", problem.toString());
    }

    @Test
    void saysWhereInAnImportedFileAndWhatLedThere() {
        Diagnostic problem =
                diagnostic(compile("\n@use 'bad';", Map.of("src/main/scss/_bad.scss", ".a{color:red}\n.b{color:}")));
        assertEquals("src/main/scss/_bad.scss:2:10", String.valueOf(problem.location()));
        assertEquals("reached from src/main/scss/app.scss:2:1", problem.hint());
    }

    @Test
    void saysWhereAMissingStylesheetWasLookedFor() {
        Diagnostic problem = diagnostic(compile("@use 'nowhere';", Map.of()));
        assertEquals("Can't find stylesheet to import.", problem.message());
        assertEquals("src/main/scss/app.scss:1:1", String.valueOf(problem.location()));
        assertEquals("load path: src/main/scss, vendor, node_modules, webjars", problem.hint());
    }

    @Test
    void namesBothFilesOfAnAmbiguousImport() {
        Diagnostic problem =
                diagnostic(compile("@use 't';", Map.of("src/main/scss/_t.scss", "", "src/main/scss/t.scss", "")));
        assertEquals("""
                It's not clear which file to import. Found:
                  src/main/scss/_t.scss
                  src/main/scss/t.scss""", problem.message());
    }

    @Test
    void showsAnOwnDeprecationOnceWithItsPlace() {
        TransformResult result = compile("@mixin m{width: (10px/2)}\n.a{@include m}\n.b{@include m}", Map.of());
        Diagnostic warning = diagnostic(result);
        assertEquals(Severity.WARNING, warning.severity());
        assertEquals("sass-deprecation", warning.id());
        assertEquals("src/main/scss/app.scss:1:18", String.valueOf(warning.location()));
        assertEquals(1, result.outputs().size());
    }

    @Test
    void silencesDeprecationsOfDependenciesButNotOwnOnes() {
        Map<String, String> old = Map.of(
                "webjars/old/_old.scss",
                ".o{width: (10px/2); height: (9px/3); left: (8px/2); top: (4px/2); right:(6px/3); bottom:(6px/3)}",
                "vendor/_v.scss",
                ".v{width: (10px/2)}");
        Diagnostic warning = diagnostic(compile("@use 'webjars/old/old';\n@use 'v';\n.own{width: (10px/2)}", old));
        assertEquals("src/main/scss/app.scss:3:14", String.valueOf(warning.location()));
    }

    @Test
    void showsDeprecationsOfAnOwnFileThatALoadPathLedTo() {
        Lookup own = files(Map.of("src/main/scss/_shared.scss", ".s{width: (10px/2)}"));
        TransformResult result = SASS.transform(input("src/main/web/page.scss", "@use 'shared';"), own);
        assertEquals(
                "src/main/scss/_shared.scss:1:12",
                String.valueOf(diagnostic(result).location()));
    }

    @Test
    void showsAllWarningsWhenDependenciesAreNotQuiet() {
        SassOptions loud = new SassOptions(
                SassEngine.DART, Map.of(), List.of("src/main/scss"), "css", List.of(), List.of(), false);
        try (DartSass sass = new DartSass(loud, false)) {
            TransformResult result = sass.transform(
                    input(ENTRY, "@use 'webjars/old/old';"),
                    files(Map.of("webjars/old/_old.scss", ".o{width: (10px/2)}")));
            assertEquals(
                    "webjars/old/_old.scss:1:12",
                    String.valueOf(diagnostic(result).location()));
        }
    }

    @Test
    void locatesAWarnAtTheOwnLineThatCausedIt() {
        Diagnostic warning = diagnostic(compile(
                "@use 'v';\n.a{\n  @include v.old;\n}",
                Map.of("vendor/_v.scss", "@mixin old{@warn 'old is old'; color:red}")));
        assertEquals("sass-warn", warning.id());
        assertEquals("old is old", warning.message());
        assertEquals("src/main/scss/app.scss:3:3", String.valueOf(warning.location()));
    }

    @Test
    void sourceMapNamesProjectFilesAndHoldsTheirText() {
        TransformResult result =
                compile("@use 'part';\n.a{color:red}", Map.of("src/main/scss/_part.scss", ".p{color:red}"));
        Map<?, ?> json = TransformerLaws.sourceMap(result);
        assertEquals(List.of("src/main/scss/_part.scss", ENTRY), json.get("sources"));
        assertEquals(List.of(".p{color:red}", "@use 'part';\n.a{color:red}"), json.get("sourcesContent"));
    }

    @Test
    void anImportOutOfTheProjectFindsNothing() {
        Diagnostic problem = diagnostic(compile("@use '../../../../etc/passwd';", Map.of()));
        assertEquals("Can't find stylesheet to import.", problem.message());
    }

    @Test
    void goesOnAfterAnError() {
        diagnostic(compile(".a{", Map.of()));
        assertEquals(".a {\n  color: red;\n}", css(".a{color:red}", Map.of()));
        assertTrue(SASS.fingerprint().contains("dart-sass 1."));
    }
}
