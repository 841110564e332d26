package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.node.NodeProgram;
import io.github.assetpipe.option.SourceMapMode;
import io.github.assetpipe.option.SourceMapOptions;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source maps of whole builds, read by a consumer that is not ours. */
class SourceMapConsumerTest {
    /** Prints for each map how many of its words stand in the source where the map says, and the words that do not. */
    private static final String CHECK = """
            import fs from 'node:fs';
            import path from 'node:path';
            import {TraceMap, eachMapping, sourceContentFor} from '@jridgewell/trace-mapping';
            const word = /[\\p{L}\\p{N}_$-]+/uy;
            const at = (text, index) => { word.lastIndex = index; return word.exec(text)?.[0] ?? ''; };
            for (const file of process.argv.slice(2)) {
              const text = fs.readFileSync(file, 'utf8');
              const url = /sourceMappingURL=([^\\s*]+)[\\s*/]*$/.exec(text)[1];
              const json = url.startsWith('data:')
                ? Buffer.from(url.slice(url.indexOf(',') + 1), 'base64').toString()
                : fs.readFileSync(path.join(path.dirname(file), path.basename(url)), 'utf8');
              const map = new TraceMap(json);
              const lines = text.split('\\n');
              const originals = new Map(map.sources.map(s => [s, sourceContentFor(map, s)?.split('\\n')]));
              let right = 0, named = 0;
              const wrong = [];
              eachMapping(map, m => {
                if (m.source === null) return;
                const generated = at(lines[m.generatedLine - 1], m.generatedColumn);
                const original = at(originals.get(m.source)[m.originalLine - 1], m.originalColumn);
                if (m.name) {
                  if (m.name === original) named++; else wrong.push([generated, m.name, original]);
                } else if (generated.length > 2) {
                  if (generated === original) right++; else wrong.push([generated, original]);
                }
              });
              console.log(JSON.stringify({right, named, wrong: wrong.length, first: wrong.slice(0, 12), sources: map.sources}));
            }
            """;

    @TempDir
    Path base;

    private void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A site with a bundle of two scripts and an inline one, one of two style sheets, one from Sass, and images. */
    private void site() throws IOException {
        write("src/main/web/img/leaf.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        write("src/main/scss/site.scss", """
                $tone: seagreen;
                .panel { color: $tone;
                  .title { margin-top: 4px; background-image: url(/img/leaf.svg); }
                  .never-used { border-top: 1px; }
                }
                """);
        write(
                "src/main/web/css/plain.css",
                IntStream.range(0, 400)
                        .mapToObj(i -> (i % 3 == 0 ? ".unused-" : ".panel .row-") + i + " {\n  margin-left: " + i
                                + "px;\n  background-image: url(../img/leaf.svg);\n}\n")
                        .collect(Collectors.joining("", "@charset \"UTF-8\";\n/* \u00e9 */\n", "")));
        write("src/main/web/js/count.js", script("counted"));
        write(
                "src/main/web/js/fields.js",
                "class Field { #hidden = 1; get shown() { return this.#hidden ??= 2; } }\n" + script("fielded"));
        String rows = IntStream.range(0, 400)
                .mapToObj(i -> "<p class='row-" + i + "'></p>")
                .collect(Collectors.joining());
        write("src/main/web/index.html", """
                <!doctype html><title>x</title>
                <!-- compress css -->
                <link rel="stylesheet" href="/css/site.css">
                <link rel="stylesheet" href="/css/plain.css">
                <!-- endcompress -->
                <div class="panel"><h1 class="title"></h1>%s</div>
                <!-- compress js -->
                <script src="/js/count.js"></script>
                <script>window.settingsOfPage = {language: "en"};</script>
                <script src="/js/fields.js"></script>
                <!-- endcompress -->
                """.formatted(rows));
    }

    private static String script(String prefix) {
        return IntStream.range(0, 300).mapToObj(i -> """
                        /** Number %2$d. */
                        function %1$sThing%2$d(firstValue, secondValue) {
                          var documentTitle = document.title + firstValue.property%2$d;
                          if (secondValue) {
                            return window.dispatch(documentTitle, { label: "text%2$d" });
                          }
                          return Array.from(secondValue.items, function (itemValue) { return itemValue.size + documentTitle; });
                        }
                        """.formatted(prefix, i)).collect(Collectors.joining());
    }

    private void build(SourceMapOptions maps) {
        Config config = Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(base.resolve("src/main/web"), SourceRoot.Kind.ASSETS, "")))
                .passes(EnumSet.complementOf(EnumSet.of(PassName.PRECOMPRESS)))
                .sourceMaps(maps)
                .build();
        AssetPipeline.build(config, Reporter.silent());
    }

    private List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(base.resolve("target/web"))) {
            return files.filter(f -> f.toString().matches(".*bundles.*\\.[0-9a-f]{12}\\.(css|js)"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> checked(List<Path> files) throws IOException, InterruptedException {
        NodeProgram node = NodeProgram.with("@jridgewell/trace-mapping@0.3.31");
        NodeProgram.Output output =
                node.run(CHECK, files.stream().map(Path::toString).toArray(String[]::new));
        assertEquals(0, output.code(), output.text());
        return output.text().lines().toList();
    }

    @Test
    void everyWordOfABundleIsFoundWhereItsAuthorWroteIt() throws IOException, InterruptedException {
        site();
        build(SourceMapOptions.of(SourceMapMode.FILE));
        List<Path> bundles = bundles();
        assertEquals(2, bundles.size());
        int right = 0;
        for (String line : checked(bundles)) {
            assertTrue(line.contains("\"wrong\":0,"), line);
            right += Integer.parseInt(line.replaceAll(".*\"right\":(\\d+).*", "$1"));
        }
        assertTrue(right > 3000, "words compared: " + right);
    }

    @Test
    void aBundleNamesTheFirstSourcesWithTheirText() throws IOException, InterruptedException {
        site();
        build(SourceMapOptions.of(SourceMapMode.INLINE));
        List<String> lines = new ArrayList<>();
        for (String line : checked(bundles())) {
            lines.add(line.replaceAll(".*\"sources\":", ""));
        }
        assertEquals(
                List.of(
                        "[\"src/main/web/js/count.js\",\"src/main/web/index.html#line-9\",\"src/main/web/js/fields.js\"]}",
                        "[\"src/main/scss/site.scss\",\"src/main/web/css/plain.css\"]}"),
                lines);
    }

    private List<Path> maps() throws IOException {
        try (Stream<Path> files = Files.walk(base.resolve("target/web"))) {
            return files.filter(f -> f.toString().endsWith(".map")).toList();
        }
    }

    @Test
    void withoutSourceMapsNoneIsWritten() throws IOException {
        site();
        build(SourceMapOptions.defaults());
        assertEquals(List.of(), maps());
        for (Path bundle : bundles()) {
            assertFalse(Files.readString(bundle).contains("sourceMappingURL"));
        }
    }

    @Test
    void aHiddenMapIsWrittenAndNotNamed() throws IOException {
        site();
        build(SourceMapOptions.of(SourceMapMode.HIDDEN));
        assertFalse(maps().isEmpty());
        for (Path bundle : bundles()) {
            assertFalse(Files.readString(bundle).contains("sourceMappingURL"));
        }
    }

    @Test
    void aPrefixStandsBeforeTheMapsPath() throws IOException {
        site();
        build(new SourceMapOptions(SourceMapMode.FILE, "https://maps.example.org/", false));
        for (Path bundle : bundles()) {
            String text = Files.readString(bundle);
            assertTrue(text.contains("sourceMappingURL=https://maps.example.org/bundles/"), text);
        }
        for (Path map : maps()) {
            assertFalse(Files.readString(map).contains("sourcesContent"));
        }
    }

    @Test
    void anIndexedMapOfAMinifiedScriptLeadsToItsSources() throws IOException, InterruptedException {
        write("src/main/web/lib/tool.min.js", "toolStart(1);\ntoolEnd(2);\n//# sourceMappingURL=maps/tool.map\n");
        String section = "{\"version\":3,\"sources\":[\"../src/%s.js\"],\"sourcesContent\":[\"%s\"],\"names\":[],"
                + "\"mappings\":\"%s\"}";
        write(
                "src/main/web/lib/maps/tool.map",
                "{\"version\":3,\"sections\":[{\"offset\":{\"line\":0,\"column\":0},\"map\":"
                        + section.formatted("start", "toolStart(1);", "AAAA")
                        + "},{\"offset\":{\"line\":1,\"column\":0},\"map\":"
                        + section.formatted("end", " toolEnd(2);", "AAAC") + "}]}");
        write("src/main/web/js/own.js", "ownStart(3);\n");
        write("src/main/web/index.html", """
                <!doctype html><title>x</title>
                <!-- compress js -->
                <script src="/lib/tool.min.js"></script>
                <script src="/js/own.js"></script>
                <!-- endcompress -->
                """);
        build(SourceMapOptions.of(SourceMapMode.FILE));
        assertEquals(
                List.of("{\"right\":3,\"named\":0,\"wrong\":0,\"first\":[],\"sources\":"
                        + "[\"lib/src/start.js\",\"lib/src/end.js\",\"src/main/web/js/own.js\"]}"),
                checked(bundles()));
    }

    @Test
    void aMapThatIsNoMapIsAWarningAndTheFileItsOwnSource() throws IOException {
        write("src/main/web/lib/tool.min.js", "toolStart(1);\n//# sourceMappingURL=tool.map\n");
        write("src/main/web/lib/tool.map", "[]");
        List<String> warnings = new ArrayList<>();
        Config config = Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(base.resolve("src/main/web"), SourceRoot.Kind.ASSETS, "")))
                .sourceMaps(SourceMapOptions.of(SourceMapMode.FILE))
                .build();
        AssetPipeline.build(config, new Reporter() {
            @Override
            public void report(io.github.assetpipe.diagnostic.Diagnostic diagnostic) {
                warnings.add(diagnostic.id());
            }

            @Override
            public void info(String line) {}
        });
        assertTrue(warnings.contains("source-map"), warnings.toString());
    }
}
