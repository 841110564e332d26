package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Proves in headless Chromium that minified stylesheets do what their sources do: computed styles of every element at two
 * widths. {@code -Dassetpipe.seed} and {@code -Dassetpipe.sheets} choose the generated stylesheets; {@code mvn -Pchromium test} takes
 * more of them, and {@code -Dassetpipe.stylesheets=FOLDER} adds real ones to those of WebJars.
 */
@Tag("chromium")
@EnabledIf(value = "io.github.assetpipe.css.HeadlessChromium#exists", disabledReason = "Chromium is not installed")
class ChromiumEquivalenceTest {
    private static final int BATCH = 30;
    private static final List<String> WEB_JARS = List.of(
            "bootstrap/4.6.2/css/bootstrap.css",
            "bootstrap/5.3.8/dist/css/bootstrap.css",
            "bulma/1.0.4/css/bulma.css",
            "foundation-sites/6.4.3/dist/css/foundation.css",
            "font-awesome/4.7.0/css/font-awesome.css");

    @Test
    void generatedSheetsLookTheSame() throws Exception {
        long seed = Long.getLong("assetpipe.seed", 1);
        int sheets = Integer.getInteger("assetpipe.sheets", 60);
        for (int from = 0; from < sheets; from += BATCH) {
            List<EquivalencePage.Case> cases = new ArrayList<>();
            for (int i = from; i < Math.min(sheets, from + BATCH); i++) {
                GeneratedSheets generated = new GeneratedSheets(seed + i);
                String source = generated.sheet(8 + i % 10);
                cases.add(new EquivalencePage.Case(source, CssMinifier.minify(source), generated.dom()));
            }
            String report = EquivalencePage.compare(cases);
            assertTrue(report.endsWith("DIFFERENCES 0"), "seed " + (seed + from) + ": " + report);
        }
    }

    @Test
    void realSheetsLookTheSame() throws Exception {
        for (Map.Entry<String, String> sheet : stylesheets().entrySet()) {
            String dom = new DomBuilder(Long.getLong("assetpipe.seed", 1)).build(sheet.getValue(), 250);
            EquivalencePage.Case one =
                    new EquivalencePage.Case(sheet.getValue(), CssMinifier.minify(sheet.getValue()), dom);
            String report = EquivalencePage.compare(List.of(one));
            assertTrue(report.endsWith("DIFFERENCES 0"), sheet.getKey() + ": " + report);
        }
    }

    private static SortedMap<String, String> stylesheets() throws IOException {
        SortedMap<String, String> sheets = new TreeMap<>();
        for (String path : WEB_JARS) {
            try (InputStream in =
                    ChromiumEquivalenceTest.class.getResourceAsStream("/META-INF/resources/webjars/" + path)) {
                sheets.put(path, new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String folder = System.getProperty("assetpipe.stylesheets");
        if (folder != null) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : (Iterable<Path>) files.filter(f -> f.toString().endsWith(".css"))::iterator) {
                    sheets.put(file.toString(), Files.readString(file));
                }
            }
        }
        return sheets;
    }
}
