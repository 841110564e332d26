package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Proves in headless Chromium that minified stylesheets say what their sources say, construct by construct. */
@Tag("chromium")
@EnabledIf(value = "io.github.assetpipe.css.HeadlessChromium#exists", disabledReason = "Chromium is not installed")
class ConstructEquivalenceTest {
    @Test
    void chromiumUnderstandsTheSameOfTheSharedConstructs() throws Exception {
        List<ConstructPage.Sheet> sheets = new ArrayList<>();
        try (Stream<Path> files = Files.list(CssCases.folder("css-constructs"))) {
            for (Path file : files.sorted().toList()) {
                sheets.add(sheet(file.getFileName().toString(), Files.readString(file)));
            }
        }
        assertTrue(sheets.size() >= 55, sheets.size() + " sheets");
        expectNoDifference(sheets);
    }

    @Test
    void chromiumUnderstandsTheSameOfEveryAtRuleAndKindOfValue() throws Exception {
        List<ConstructPage.Sheet> sheets = new ArrayList<>();
        for (String section : own().split("(?m)^=== ")) {
            int line = section.indexOf('\n');
            if (line > 0) {
                sheets.add(sheet(section.substring(0, line), section.substring(line + 1)));
            }
        }
        assertTrue(sheets.size() >= 150, sheets.size() + " sheets");
        expectNoDifference(sheets);
    }

    private static ConstructPage.Sheet sheet(String name, String source) {
        return new ConstructPage.Sheet(name, source, CssMinifier.minify(source));
    }

    private static void expectNoDifference(List<ConstructPage.Sheet> sheets) throws Exception {
        String report = ConstructPage.compare(sheets);
        assertTrue(report.endsWith("DIFFERENCES 0"), report);
    }

    /** Returns the texts in {@code constructs.txt}: a line with three equals signs and a name starts each. */
    static String own() throws IOException {
        try (InputStream in = ConstructEquivalenceTest.class.getResourceAsStream("constructs.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
