package io.github.assetpipe.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.AssetReport;
import io.github.assetpipe.BuildResult;
import io.github.assetpipe.Config;
import io.github.assetpipe.PassName;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportUseTest {
    @TempDir
    Path base;

    private void file(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private Config config() throws IOException {
        return Config.builder(base, base.resolve("out"))
                .roots(List.of(SourceRoot.of(base.resolve("web"), SourceRoot.Kind.ASSETS, "")))
                .copyAll(true)
                .threads(1)
                .passes(EnumSet.of(PassName.COMPILE, PassName.PURGE))
                .build();
    }

    private BuildFacts build(String page) throws IOException {
        file("web/index.html", "<link rel=stylesheet href=css/app.css>" + page);
        AssetPipeline.build(config(), Reporter.silent());
        return FactsFile.read(config().workDirectory().resolve(FactsFile.NAME)).orElseThrow();
    }

    private static String verdicts(BuildFacts facts) {
        return facts.imports().stream()
                .map(i -> i.file() + ":" + i.line() + " " + i.statement() + " " + i.verdict()
                        + (i.through().isEmpty() ? "" : " through " + i.through())
                        + (i.neededFor().isEmpty() ? "" : " needed for " + i.neededFor())
                        + (i.unused() ? " UNUSED" : "") + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void anImportOfWhichNoRuleIsUsedIsNamedWithItsLineRulesAndBytes() throws IOException {
        file("src/main/scss/app.scss", """
                @import "card";

                @import "carousel", "badge"; // shared
                """);
        file("src/main/scss/_card.scss", ".card { color: red } .card-deck { color: blue }");
        file("src/main/scss/_carousel.scss", """
                .carousel { color: red }
                @media print { .carousel-item { color: red } }
                @keyframes slide { from { left: 0 } }
                """);
        file("src/main/scss/_badge.scss", ".badge { color: red }");
        BuildFacts facts = build("<p class='card badge'>");
        assertEquals("""
                src/main/scss/app.scss:1 @import "card" 1 of 2 rules used, 52 B
                src/main/scss/app.scss:3 @import "carousel" 0 of 3 rules used, 109 B UNUSED
                src/main/scss/app.scss:3 @import "badge" 1 of 1 rule used, 24 B
                """, verdicts(facts));
        assertEquals("""
                @import "card";
                // @import "carousel";  // 0 of 3 rules used, 109 B
                @import "badge";
                """, facts.importLists().get(0).text());
    }

    @Test
    void aRuleThatAMixinMakesCountsForTheFileThatIncludesIt() throws IOException {
        file("src/main/scss/app.scss", """
                @import "mixins";
                @import "grid";
                @import "used";
                """);
        file("src/main/scss/_mixins.scss", """
                @mixin column($n) { .col-#{$n} { width: 1px * $n } }
                @mixin columns { @each $n in 1, 2 { @include column($n); } }
                """);
        file("src/main/scss/_grid.scss", "@include columns;");
        file("src/main/scss/_used.scss", "@mixin none {} .used { @include none; color: red }");
        assertEquals("""
                src/main/scss/app.scss:2 @import "grid" 0 of 2 rules used, 48 B UNUSED
                src/main/scss/app.scss:3 @import "used" 1 of 1 rule used, 23 B
                """, verdicts(build("<p class=used>")));
    }

    @Test
    void anImportThatOthersTakeAVariableFromIsNeeded() throws IOException {
        file("src/main/scss/app.scss", """
                @use "theme";
                .used { gap: theme.$gap_wide }
                """);
        file("src/main/scss/_theme.scss", "$gap-wide: 2px; .theme { color: red }");
        assertEquals("""
                src/main/scss/app.scss:1 @use "theme" 0 of 1 rule used, 24 B needed for $gap-wide in src/main/scss/app.scss
                """, verdicts(build("<p class=used>")));
    }

    @Test
    void anImportWhoseRulesOthersExtendIsNeeded() throws IOException {
        file("src/main/scss/app.scss", """
                @import "message";
                .used { @extend .message; }
                """);
        file("src/main/scss/_message.scss", ".message { color: red } .message-box { color: red }");
        BuildFacts facts = build("<p class=other>");
        assertTrue(verdicts(facts).contains("needed for @extend .message"), () -> verdicts(facts));
    }

    private void library() throws IOException {
        file("src/main/scss/app.scss", """
                @use "lib" with (
                  $gap: 3px, // between columns
                  $font: ("A, B", serif),
                );
                """);
        file("node_modules/lib/_index.scss", """
                @import "mixins";
                @include banner;
                @import "variables";
                @import "parts";
                @import "card";
                """);
        file("node_modules/lib/_mixins.scss", "@mixin banner { /*! Lib, some licence */ }");
        file("node_modules/lib/_variables.scss", "$gap: 1px !default; $font: serif !default;");
        file("node_modules/lib/_parts.scss", "@import 'parts/tabs'; @import 'parts/nav';");
        file("node_modules/lib/parts/_tabs.scss", ".tabs { gap: $gap }");
        file("node_modules/lib/parts/_nav.scss", ".nav { gap: $gap }");
        file("node_modules/lib/_card.scss", ".card { font-family: $font }");
    }

    @Test
    void aLibraryThatIsImportedAsAWholeIsJudgedPartByPart() throws IOException {
        library();
        BuildFacts facts = build("<p class='nav'>");
        assertEquals("""
                node_modules/lib/_parts.scss:1 @import "parts/tabs" 0 of 1 rule used, 21 B through src/main/scss/app.scss:1 UNUSED
                node_modules/lib/_parts.scss:1 @import "parts/nav" 1 of 1 rule used, 20 B through src/main/scss/app.scss:1
                node_modules/lib/_index.scss:5 @import "card" 0 of 1 rule used, 39 B through src/main/scss/app.scss:1 UNUSED
                """, verdicts(facts));
        assertEquals("""
                // @use "lib", part by part:
                $gap: 3px;
                $font: ("A, B", serif);
                @import "lib/mixins";
                @include banner;
                @import "lib/variables";
                // @import "lib/parts/tabs";  // 0 of 1 rule used, 21 B
                @import "lib/parts/nav";
                // @import "lib/card";  // 0 of 1 rule used, 39 B
                """, facts.importLists().get(0).text());
    }

    private String compiled() throws IOException {
        return Files.readString(base.resolve("out/css/app.css")).replaceAll("\\n+", "\n");
    }

    @Test
    void theListThatIsPastedGivesTheSameStylesheet() throws IOException {
        library();
        String list = build("<p class='nav'>").importLists().get(0).text();
        String before = compiled();
        file("src/main/scss/app.scss", list);
        build("<p class='nav'>");
        assertEquals(before, compiled());
        assertTrue(before.contains("some licence"), before);
    }

    @Test
    void theBuildNotesTheLargestUnusedImport() throws IOException {
        library();
        build("");
        file("web/other.html", "<p class=nav>");
        BuildResult result = AssetPipeline.build(config(), Reporter.silent());
        List<String> notes = result.diagnostics().stream()
                .filter(d -> d.id().equals("unused-import"))
                .map(Diagnostic::toString)
                .toList();
        assertEquals(List.of("""
                src/main/scss/app.scss:1:1: note [unused-import] @import "card": 0 of 1 rule used, 39 B and 1 more of css/app.css, 60 B in all
                  hint: asset:report has the list of imports to paste."""), notes);
    }

    @Test
    void theReportShowsTheListWithoutAScript() throws IOException {
        library();
        build("<p class=nav>");
        String html = Files.readString(AssetReport.write(config(), "x", null, List.of(), Reporter.silent())
                .file());
        assertTrue(html.contains("// @import &quot;lib/card&quot;;  // 0 of 1 rule used, 39 B"), "the list");
        assertTrue(html.contains("src/<wbr>main/<wbr>scss/<wbr>app.scss:1"), "the place");
    }

    @Test
    void noSourceMapIsShippedForIt() throws IOException {
        library();
        build("<p class=nav>");
        assertFalse(Files.readString(base.resolve("out/css/app.css")).contains("sourceMappingURL"));
        try (Stream<Path> files = Files.walk(base.resolve("out"))) {
            assertEquals(
                    List.of(), files.filter(f -> f.toString().endsWith(".map")).toList());
        }
    }
}
