package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.io.BuiltTree;
import io.github.assetpipe.option.RewriteOptions.Missing;
import io.github.assetpipe.option.SourceMapMode;
import io.github.assetpipe.option.SourceMapOptions;
import io.github.assetpipe.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WebJars of a war lie where its container serves them and where Spring does. */
class WebJarCopiesTest extends WebProject {
    private static final String CLASS_PATH = "WEB-INF/classes/META-INF/resources/";
    private static final String SCRIPT = "webjars/tool/1.0/tool.js";

    @BeforeEach
    void project() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(base.resolve("tool.jar")))) {
            zip.putNextEntry(new ZipEntry("META-INF/resources/" + SCRIPT));
            zip.write(
                    "function tool(word) { return word + 'tool'; }\n".repeat(60).getBytes());
        }
        source("js/app.js", "tool('app');");
        page("<script src=\"/" + SCRIPT + "\"></script>");
    }

    private void page(String script) throws IOException {
        source("index.html", "<!doctype html><html><head>" + script + "</head><body></body></html>");
    }

    private void build() {
        build(config().copyAll(false)
                .cacheDirectory(base.resolve("cache"))
                .sourceMaps(SourceMapOptions.of(SourceMapMode.FILE))
                .webJars(List.of(base.resolve("tool.jar")), "")
                .webJarCopyPrefix(CLASS_PATH));
    }

    private List<String> files(String folder) throws IOException {
        Path below = base.resolve("target/web").resolve(folder);
        if (!Files.isDirectory(below)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(below)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> below.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private List<String> problems() {
        try (BuiltTree tree = BuiltTree.open(base.resolve("target/web"), "web", null)) {
            return Verification.of(tree, Missing.ERROR).diagnostics().stream()
                    .map(Diagnostic::id)
                    .toList();
        }
    }

    @Test
    void processedFilesWithVariantsAndMapsLieAtBothPlaces() throws IOException {
        build();

        String script = served(SCRIPT);
        List<String> found = files(CLASS_PATH + "webjars");
        assertTrue(found.contains(script.substring("webjars/".length())), found.toString());
        assertTrue(found.stream().anyMatch(file -> file.endsWith(".js.br")), found.toString());
        assertTrue(found.stream().anyMatch(file -> file.endsWith(".map")), found.toString());
        assertEquals(files("webjars"), found);
        assertEquals(output(script), output(CLASS_PATH + script));
        assertEquals(List.of(), files(CLASS_PATH + "js"));
        assertEquals(List.of(), problems());
    }

    @Test
    void aMissingCopyOrVariantOfItIsFound() throws IOException {
        build();
        Files.delete(base.resolve("target/web").resolve(CLASS_PATH + served(SCRIPT) + ".gz"));

        assertEquals(List.of("output-missing"), problems());
    }

    @Test
    void theNextBuildRestoresCopiesAndRemovesThoseThatNothingNames() throws IOException {
        build();
        String script = served(SCRIPT);
        Files.delete(base.resolve("target/web").resolve(CLASS_PATH + script));
        build();
        assertEquals(output(script), output(CLASS_PATH + script));

        page("<script src=\"/js/app.js\"></script>");
        build();
        assertEquals(List.of(), files(CLASS_PATH));
        assertEquals(List.of(), problems());
    }

    @Test
    void aCleanBuildTakesCopiesFromTheCache() throws IOException {
        build();
        List<String> before = files("");
        try (Stream<Path> walk = Files.walk(base.resolve("target"))) {
            walk.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        build();

        assertEquals(before, files(""));
        assertEquals(List.of(), problems());
    }
}
