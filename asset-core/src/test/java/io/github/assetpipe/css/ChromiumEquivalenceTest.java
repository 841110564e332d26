package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Proves in headless Chromium that minified stylesheets do what their sources do: computed styles of every element at two
 * widths. Run with {@code mvn -Pchromium test}; {@code -Dassetpipe.stylesheets=FOLDER} adds real stylesheets,
 * {@code -Dassetpipe.seed} and {@code -Dassetpipe.sheets} choose the generated ones.
 */
@Tag("chromium")
class ChromiumEquivalenceTest {
    private static final int BATCH = 30;

    @Test
    void generatedSheetsLookTheSame() throws Exception {
        long seed = Long.getLong("assetpipe.seed", 1);
        int sheets = Integer.getInteger("assetpipe.sheets", 120);
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
        List<Path> files = stylesheets();
        assumeTrue(!files.isEmpty(), "-Dassetpipe.stylesheets names no folder");
        for (Path file : files) {
            String source = Files.readString(file);
            String dom = new DomBuilder(Long.getLong("assetpipe.seed", 1)).build(source, 250);
            EquivalencePage.Case one = new EquivalencePage.Case(source, CssMinifier.minify(source), dom);
            String report = EquivalencePage.compare(List.of(one));
            assertTrue(report.endsWith("DIFFERENCES 0"), file.getFileName() + ": " + report);
        }
    }

    private static List<Path> stylesheets() throws IOException {
        String folder = System.getProperty("assetpipe.stylesheets");
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".css"))
                    .sorted()
                    .toList();
        }
    }
}
