package io.github.assetpipe.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.AssetReport;
import io.github.assetpipe.Config;
import io.github.assetpipe.PassName;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.option.SourceRoot;
import io.github.assetpipe.report.BuildFacts.PassFact;
import io.github.assetpipe.report.BuildFacts.SelectorFact;
import io.github.assetpipe.report.BuildFacts.SheetFact;
import io.github.assetpipe.report.ReportData.Kind;
import io.github.assetpipe.report.Treemap.Tile;
import io.github.assetpipe.report.Weight.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path base;

    private void source(String path, String text) throws IOException {
        Path file = base.resolve("src").resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private Config config() throws IOException {
        source("css/app.scss", "$c: red;\n.used { color: $c }\n" + ".unused-thing { color: blue }\n");
        source("js/app.js", "document.title = 'x';\n");
        source(
                "index.html",
                "<!doctype html><html><head><link rel=stylesheet href=css/app.css><script src=js/app.js></script>"
                        + "</head><body class=used><a href=\"/nowhere.png\">x</a></body></html>");
        return Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(base.resolve("src"), SourceRoot.Kind.ASSETS, "")))
                .copyAll(true)
                .threads(2)
                .passes(EnumSet.allOf(PassName.class))
                .build();
    }

    private AssetReport.Result report(Config config, List<Budget> budgets) {
        AssetPipeline.build(config, Reporter.silent());
        return AssetReport.write(config, "A <shop>", null, budgets, Reporter.silent());
    }

    @Test
    void theReportTellsWhatWasLoadedDroppedAndDecided() throws IOException {
        String html = Files.readString(report(config(), List.of()).file());
        assertTrue(html.contains("A &lt;shop&gt;"), "names are escaped");
        assertTrue(html.contains(".unused-thing"), "dropped selectors are listed");
        assertTrue(html.contains("unused-thing occurs nowhere"), "with the reason");
        assertTrue(html.contains("<th scope=row>src/index.html"), "pages are listed");
        assertTrue(html.contains("id=passes"), "passes are listed");
    }

    @Test
    void manyPagesAreListedInPartsOfWhichTheFirstIsOpen() throws IOException {
        for (int i = 0; i < 600; i++) {
            source("p" + i + ".html", "<!doctype html><p>" + i + "</p>");
        }
        String html = Files.readString(report(config(), List.of()).file());
        String pages = html.replaceAll("(?s).*<section id=pages(.*?)</section>.*", "$1");
        assertEquals(2, pages.split("<details class=sheet", -1).length - 1, "parts");
        assertEquals(1, pages.split("<details class=sheet open", -1).length - 1, "open parts");
        assertEquals(1, pages.split("<noscript>", -1).length - 1, "parts that are text until they are opened");
        for (int i = 0; i < 600; i++) {
            assertTrue(pages.contains("<th scope=row>src/p" + i + ".html"), "page " + i);
        }
    }

    @Test
    void aBundleIsDividedByWhatPurgingLeftOfEachSource() throws IOException {
        source("css/_part.scss", ".part { color: green }");
        source("css/main.scss", "@use 'part';\n.used { color: red }");
        source("css/large.css", ".large { margin: 0 }" + ".unused { padding: 1px }".repeat(100));
        source("index.html", """
                <!doctype html><title>x</title>
                <!-- compress css -->
                <link rel="stylesheet" href="css/main.scss">
                <link rel="stylesheet" href="css/large.css">
                <!-- endcompress -->
                <p class="part used large">""");
        Config config = Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(base.resolve("src"), SourceRoot.Kind.ASSETS, "")))
                .copyAll(true)
                .build();
        String html = Files.readString(report(config, List.of()).file());
        List<String> parts = Pattern.compile("<li>(\\S+) <span class=dim>\\d+ B</span></li>")
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(List.of("src/css/_part.scss", "src/css/main.scss", "src/css/large.css"), parts);
    }

    @Test
    void theReportNeedsNoNetwork() throws IOException {
        String html = Files.readString(report(config(), List.of()).file());
        assertFalse(html.matches("(?s).*<(?:link|img|iframe|script)[^>]*\\s(?:src|href)=.*"), "loads something");
        assertFalse(html.contains("@import") || html.contains("url("), "loads something by its style");
    }

    @Test
    void anExceededBudgetIsAnErrorAndAKeptOneIsNot() throws IOException {
        List<Budget> budgets = List.of(
                new Budget("css", 3, Measure.RAW),
                new Budget("js", 100_000, Measure.BR),
                new Budget("page", 10, Measure.GZIP));
        List<Diagnostic> exceeded = report(config(), budgets).exceeded();
        assertEquals(2, exceeded.size(), exceeded::toString);
        assertTrue(exceeded.get(0).message().startsWith("css weighs "), exceeded::toString);
        assertTrue(exceeded.get(1).message().startsWith("src/index.html weighs "), exceeded::toString);
    }

    @Test
    void aNewFileIsShownAgainstAnEarlierManifest() throws IOException {
        Config config = config();
        report(config, List.of());
        Path earlier = base.resolve("earlier.json");
        Files.copy(base.resolve("target/web/asset-manifest.json"), earlier);
        source("js/more.js", "document.title = 'more';\n");
        AssetPipeline.build(config, Reporter.silent());
        Path file = AssetReport.write(config, "x", earlier, List.of(), Reporter.silent())
                .file();
        String compared = Files.readString(file).replaceAll("(?s).*<section id=compared(.*?)</section>.*", "$1");
        assertTrue(compared.contains("<th scope=row>js/more.js"), compared);
        assertTrue(compared.contains("<td>new</td>"), compared);
        assertFalse(compared.contains("app.js"), compared);
    }

    @Test
    void factsSurviveTheirFile() throws IOException {
        BuildFacts facts = new BuildFacts(
                List.of(new PassFact("purge", 1, 2, 300, 200, 1.5, 3, 4)),
                List.of(
                        Diagnostic.warning(
                                "sass", "Mind \"this\"", new Location("a.scss", 3, 4, 2, "line", null), "so"),
                        Diagnostic.note("note", "No place", null, null)),
                List.of(new SheetFact("a.css", 10, 5, List.of(new SelectorFact(1, ".a\u2028b", false, "why")))),
                List.of("css/a.css"),
                List.of(new ImportFact(
                        "css/a.css", "a.scss", 3, "@import \"b\"", "_b.scss", "", 9, 0, 512, 0, "$gap in c.scss")),
                List.of(new ImportList("css/a.css", "a.scss", "// @import \"b\";\n")),
                List.of(new OriginFact("a.css", "a.scss", "_b.scss", 12)));
        Path file = base.resolve("facts.json");
        Files.write(file, FactsFile.write(facts).bytes());
        assertEquals(Optional.of(facts), FactsFile.read(file));
        Files.writeString(file, "{\"version\":1}");
        assertEquals(Optional.empty(), FactsFile.read(file));
        Files.writeString(file, "[");
        assertEquals(Optional.empty(), FactsFile.read(file));
    }

    @Test
    void aCompiledStylesheetIsDividedByWhatItsSourceMapSaysIsLeftOfEachSource() throws IOException {
        source("css/_big.scss", "/* " + "x".repeat(5000) + " */ @mixin red { color: red }");
        source("css/_gone.scss", ".gone-1 { color: red } .gone-2 { color: red }");
        source("css/_box.scss", "@import 'big'; .box { @include red; } .box { margin: 1px }");
        Config config = config();
        source("css/app.scss", "@import 'gone', 'box';\n.used { color: red }\n");
        source("index.html", "<link rel=stylesheet href=css/app.css><p class='used box'>");
        String html = Files.readString(report(config, List.of()).file());
        List<String> tiles = java.util.regex.Pattern.compile("<title>([^\n<]+)\n([\\d.]+) B raw of css/app.css")
                .matcher(html)
                .results()
                .map(m -> m.group(1))
                .toList();
        assertEquals(List.of("src/css/_box.scss", "src/css/app.scss"), tiles, html);
    }

    @Test
    void tilesCoverTheirRectangleInProportion() {
        List<Long> weights = List.of(60L, 25L, 10L, 4L, 1L);
        List<Tile> tiles = Treemap.tiles(weights, 0, 0, 200, 100);
        assertEquals(5, tiles.size());
        for (Tile tile : tiles) {
            assertEquals(weights.get(tile.index()) * 200.0, tile.width() * tile.height(), 1e-6);
            assertTrue(tile.x() >= -1e-9 && tile.x() + tile.width() <= 200 + 1e-9, tile::toString);
            assertTrue(tile.y() >= -1e-9 && tile.y() + tile.height() <= 100 + 1e-9, tile::toString);
        }
        assertEquals(List.of(), Treemap.tiles(List.of(), 0, 0, 10, 10));
    }

    @Test
    void sizesAreReadAsPeopleWriteThem() {
        assertEquals(Optional.of(60_000L), Budget.size("60 kB"));
        assertEquals(Optional.of(65_536L), Budget.size("64KiB"));
        assertEquals(Optional.of(1_500_000L), Budget.size("1.5 MB"));
        assertEquals(Optional.of(12L), Budget.size("12"));
        assertEquals(Optional.empty(), Budget.size("much"));
    }

    @Test
    void tenThousandPagesMakeAFileThatOpensAtOnce() {
        ReportData.Load load = new ReportData.Load(3, 1, new Weight(30_000, 9_000, 8_000));
        List<ReportData.PageRow> pages = new java.util.ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            pages.add(new ReportData.PageRow("src/main/resources/templates/p" + i + ".html", load, load));
        }
        Kind kind = new Kind("Pages", 1, load.weight(), 1, load.weight());
        ReportData data = new ReportData(
                "x", List.of(kind), pages, List.of(), List.of(), BuildFacts.none(), List.of(), "", List.of());
        assertTrue(ReportPage.write(data).size() < 5_000_000);
    }
}
