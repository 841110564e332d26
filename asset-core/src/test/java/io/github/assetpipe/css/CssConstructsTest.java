package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CssConstructsTest {
    private static List<Path> sheets() throws IOException {
        try (Stream<Path> files = Files.list(CssCases.folder("css-constructs"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void losesNoModernConstruct() throws IOException {
        for (Path sheet : sheets()) {
            String source = Files.readString(sheet);
            String minified = CssMinifier.minify(source);
            assertTrue(minified.length() <= Endings.closed(source).source().length(), sheet.toString());
            assertEquals(minified, CssMinifier.minify(minified), sheet.toString());
            assertTrue(Stylesheet.parse(minified).problems().isEmpty(), sheet + " -> " + minified);
        }
    }

    @Test
    void keepsEveryUrl() throws IOException {
        for (Path sheet : sheets()) {
            String source = Files.readString(sheet);
            List<String> before = urls(source);
            List<String> after = urls(CssMinifier.minify(source));
            assertTrue(before.containsAll(after), sheet.toString());
        }
    }

    private static List<String> urls(String css) {
        return UrlReferences.of(css).stream().map(UrlReference::url).toList();
    }
}
