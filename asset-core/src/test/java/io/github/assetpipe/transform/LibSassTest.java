package io.github.assetpipe.transform;

import static io.github.assetpipe.transform.TransformerLaws.diagnostic;
import static io.github.assetpipe.transform.TransformerLaws.files;
import static io.github.assetpipe.transform.TransformerLaws.input;
import static io.github.assetpipe.transform.TransformerLaws.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.option.SassEngine;
import io.github.assetpipe.option.SassOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LibSassTest {
    private static final SassOptions OPTIONS = new SassOptions(
            SassEngine.LIBSASS, Map.of(), List.of("src/main/scss"), "css", List.of(), List.of("vendor"), true);
    private static final LibSass SASS = new LibSass(OPTIONS, true);
    private static final String ENTRY = "src/main/scss/app.scss";

    private static TransformResult compile(String text, Map<String, String> others) {
        return SASS.transform(input(ENTRY, text), files(others));
    }

    @Test
    void lawsHold() {
        TransformerLaws.assertHold(
                SASS,
                input(ENTRY, "@import 'colours';\n.a{color:$brand}"),
                files(Map.of("src/main/scss/_colours.scss", "$brand: teal;")));
    }

    @Test
    void compilesPartialsLoadPathsAndWebJars() {
        TransformResult result = compile(
                "@import 'part'; @import 'grid'; @import 'webjars/w/w';",
                Map.of(
                        "src/main/scss/_part.scss", ".p{color:red}",
                        "vendor/_grid.scss", ".g{color:red}",
                        "webjars/w/_w.scss", "@import 'mixins/m';",
                        "webjars/w/mixins/_m.scss", ".m{color:red}"));
        assertEquals("src/main/scss/app.css", result.outputs().get(0).path().value());
        assertEquals(".p {\n  color: red;\n}\n\n.g {\n  color: red;\n}\n\n.m {\n  color: red;\n}\n", text(result));
    }

    @Test
    void compilesTheIndentedSyntax() {
        assertEquals(
                ".a {\n  color: red;\n}\n",
                text(SASS.transform(input("src/main/sass/a.sass", ".a\n  color: red\n"), Lookup.none())));
    }

    @Test
    void leavesImportsOfPlainCssInPlace() {
        String css = text(compile("@import 'print' print; @import 'https://x.example/y'; .a{color:red}", Map.of()));
        assertTrue(css.startsWith("@import 'print' print;\n@import 'https://x.example/y';\n"), css);
    }

    @Test
    void saysWhereAVariableIsUndefined() {
        Diagnostic problem = diagnostic(compile(".header {\n  color: $brnad;\n}\n", Map.of()));
        assertEquals("""
                src/main/scss/app.scss:2:10: error [sass] Undefined variable: "$brnad".
                  1 | .header {
                  2 |   color: $brnad;
                    |          ^""", problem.toString());
    }

    @Test
    void saysWhereAMissingStylesheetWasLookedFor() {
        Diagnostic problem = diagnostic(compile(".a{b:c}\n@import 'nowhere';", Map.of()));
        assertEquals("File to import not found or unreadable: nowhere.", problem.message());
        assertEquals("src/main/scss/app.scss:2:9", String.valueOf(problem.location()));
        assertEquals("load path: vendor, node_modules, webjars", problem.hint());
    }

    @Test
    void findsTheLineOfAnErrorWithoutPosition() {
        Diagnostic problem = diagnostic(
                compile("$a: 1px;\n.ok{top: $a}\n.b{\n  left: 1px;\n  width:min($a, 2vw);\n}\n.c{d:e}", Map.of()));
        assertEquals("Incompatible units: 'vw' and 'px'.", problem.message());
        assertEquals("src/main/scss/app.scss:5:3", String.valueOf(problem.location()));
    }

    @Test
    void findsTheLineOfAnErrorWithoutPositionInAnImportedFile() {
        Diagnostic problem = diagnostic(compile(
                ".a{b:c}\n@import 'bad';\n.d{e:f}",
                Map.of("src/main/scss/_bad.scss", "// units\n.x{y:z}\n.b { width: min(1px, 2vw); }")));
        assertEquals("src/main/scss/_bad.scss:3:6", String.valueOf(problem.location()));
    }

    @Test
    void aLeftoverUseIsAnErrorThatNamesTheOtherEngine() {
        Diagnostic problem = diagnostic(compile("/* @use */\n.a{color:red}\n@use 'sass:math';", Map.of()));
        assertEquals("sass-module", problem.id());
        assertEquals("src/main/scss/app.scss:3:1", String.valueOf(problem.location()));
        assertTrue(String.valueOf(problem.hint()).contains("choose the Sass engine dart"), problem.toString());
    }

    @Test
    void aLeftoverForwardOfAnImportedFileIsAnError() {
        Diagnostic problem =
                diagnostic(compile("@import 'all';", Map.of("src/main/scss/_all.scss", ".a{b:c}\n@forward 'part';")));
        assertEquals("src/main/scss/_all.scss:2:1", String.valueOf(problem.location()));
    }

    @Test
    void anErrorAtAModuleFunctionNamesTheOtherEngine() {
        Diagnostic problem = diagnostic(compile("@use 'sass:math';\n.a{width: math.div(10px, 2)}", Map.of()));
        assertTrue(String.valueOf(problem.hint()).contains("choose the Sass engine dart"), problem.toString());
    }

    @Test
    void aUseInACommentOrAStringIsNoModule() {
        String css = text(compile("/*\n@use 'x';\n*/\n.a{content:'@use \"x\";'}", Map.of()));
        assertTrue(css.contains("content: '@use \"x\";'"), css);
    }

    @Test
    void reportsAWarnWithItsPlace() {
        Diagnostic warning = diagnostic(compile(".a{color:red}\n@warn 'old is old';", Map.of()));
        assertEquals("old is old", warning.message());
        assertEquals("src/main/scss/app.scss:2:1", String.valueOf(warning.location()));
    }

    @Test
    void charactersOutsideOfTheBasicPlaneComeOutAsWritten() {
        assertEquals("""
                @charset "UTF-8";
                /* 🌿 */
                .🌿 {
                  content: "a😀b";
                  length: 3;
                  slice: "😀";
                  icon: "\ufdd0\uf000";
                }

                .part {
                  content: "🚀";
                }
                """, text(compile("""
                        /* 🌿 */
                        $smile: "a😀b";
                        .🌿 { content: $smile; length: str-length($smile); slice: str-slice($smile, 2, 2); icon: "\ufdd0\uf000" }
                        @import 'part';
                        """, Map.of("src/main/scss/_part.scss", ".part { content: \"🚀\" }"))));
    }

    @Test
    void anEscapeThatBecomesACharacterOutsideOfTheBasicPlaneIsThatCharacter() {
        assertTrue(text(compile("$smile: \"\\1F600\"; .a { content: $smile }", Map.of()))
                .contains("content: \"😀\""));
    }

    @Test
    void messagesAndPlacesAreRightBehindSuchCharacters() {
        Diagnostic said = diagnostic(compile(".a { content: \"😀😀\"; color: $none; }\n", Map.of()));

        Location at = Objects.requireNonNull(said.location());
        assertEquals("1:30", at.line() + ":" + at.column());
        assertTrue(diagnostic(compile("@warn \"😀\"; .a{b:c}\n", Map.of()))
                .message()
                .contains("😀"));
    }

    @Test
    void dropsTheByteOrderMark() {
        assertEquals("@charset \"UTF-8\";\n.ü {\n  color: red;\n}\n", text(compile("\uFEFF.ü{color:red}", Map.of())));
    }

    @Test
    void sourceMapNamesOnlyTheFilesOfTheProject() {
        TransformResult result =
                compile("@import 'part';\n.a{color:red}", Map.of("src/main/scss/_part.scss", ".p{color:red}"));
        Map<?, ?> map = TransformerLaws.sourceMap(result);
        assertEquals(List.of(ENTRY, "src/main/scss/_part.scss"), map.get("sources"));
    }

    @Test
    void readsNothingAroundTheLookup() {
        Diagnostic problem = diagnostic(compile("@import 'pom.css/../pom';", Map.of()));
        assertTrue(problem.message().startsWith("File to import not found"), problem.toString());
    }
}
