package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and places that file systems treat differently, through the whole pipeline. */
class PathsTest {
    @TempDir
    Path base;

    private Path source(String path, String text) throws IOException {
        Path file = base.resolve("src/main/web").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<Diagnostic> build() {
        Config config = Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(base.resolve("src/main/web"), SourceRoot.Kind.WEBAPP, "")))
                .copyAll(true)
                .threads(2)
                .build();
        return AssetPipeline.build(config, Reporter.silent()).diagnostics();
    }

    private boolean isKnown(String path) {
        return ManifestFile.read(base.resolve("target/web/asset-manifest.json"))
                .orElseThrow()
                .assets()
                .containsKey(path);
    }

    private String output(String path) throws IOException {
        return Files.readString(base.resolve("target/web").resolve(path));
    }

    @Test
    void aFileThatARootDoesNotIncludeIsNeitherBuiltNorWritten() throws IOException {
        source("WEB-INF/home.jsp", "<img src=\"/img/a.svg\">");
        source("shop/a.css", "a { color: red }");
        source("shop/draft.css", "b { color: red }");
        source("secret/index.html", "<p>Hidden</p>");
        SourceRoot root = new SourceRoot(
                        base.resolve("src/main/web"),
                        base.resolve("src/main/web"),
                        SourceRoot.Kind.WEBAPP,
                        "",
                        "",
                        List.of("shop/draft.css"))
                .including(List.of("WEB-INF/**", "shop/**"))
                .copied();

        AssetPipeline.build(
                Config.builder(base, base.resolve("target/web"))
                        .roots(List.of(root))
                        .build(),
                Reporter.silent());

        assertTrue(isKnown("shop/a.css"));
        assertFalse(isKnown("shop/draft.css"));
        assertTrue(Files.exists(base.resolve("target/web/WEB-INF/home.jsp")));
        assertFalse(Files.exists(base.resolve("target/web/secret/index.html")));
    }

    @Test
    void namesThatDifferInCaseOnlyAreTold() throws IOException {
        source("img/Logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        source("img/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' id='b'/>");
        assumeTrue(
                Files.readString(base.resolve("src/main/web/img/Logo.svg")).length() < 42, "one file on this system");
        source("index.html", "<img src=\"/img/Logo.svg\">");

        List<Diagnostic> told =
                build().stream().filter(d -> d.id().equals("name-case")).toList();

        assertEquals(1, told.size());
        assertEquals("src/main/web/img/logo.svg", told.get(0).location().file());
        assertTrue(
                told.get(0).message().contains("src/main/web/img/Logo.svg"),
                told.get(0).message());
    }

    @Test
    void aReferenceInTheWrongCaseIsToldTheRightOne() throws IOException {
        source("img/Logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        source("css/a.css", "p{background:url(../IMG/Logo.svg)}");
        source("index.html", "<link rel=stylesheet href=\"/css/a.css\"><p><img src=\"/img/logo.svg\">");

        List<String> hints = build().stream().map(d -> String.valueOf(d.hint())).toList();

        assertTrue(hints.stream().anyMatch(h -> h.startsWith("there is img/Logo.svg")), hints::toString);
        assertTrue(hints.stream().anyMatch(h -> h.startsWith("There is img/Logo.svg")), hints::toString);
    }

    @Test
    void linksAreFollowedInsideTheirRootAndNowhereElse() throws IOException {
        Files.writeString(base.resolve("secret.css"), "p{color:red}");
        source("css/a.css", "p{color:green}");
        source("index.html", "<link rel=stylesheet href=\"/css/b.css\"><link rel=stylesheet href=\"/css/out.css\"><p>");
        Path css = base.resolve("src/main/web/css");
        try {
            Files.createSymbolicLink(css.resolve("b.css"), Path.of("a.css"));
            Files.createSymbolicLink(css.resolve("out.css"), base.resolve("secret.css"));
            Files.createSymbolicLink(base.resolve("src/main/web/out"), base);
            Files.createSymbolicLink(base.resolve("src/main/web/loop"), base.resolve("src/main/web"));
            Files.createSymbolicLink(css.resolve("nowhere.css"), Path.of("not-there.css"));
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "no symbolic links here");
        }

        build();

        assertTrue(isKnown("css/b.css"));
        assertFalse(isKnown("css/out.css"));
        assertFalse(isKnown("css/nowhere.css"));
        assertFalse(Files.exists(base.resolve("target/web/out")));
        assertFalse(Files.exists(base.resolve("target/web/loop")));
        assertTrue(output("index.html").contains("href=\"/css/out.css\""), output("index.html"));
    }

    @Test
    void aPathOfMoreThanThreeHundredCharactersIsBuilt() throws IOException {
        String folder = ("a-folder-with-a-rather-long-name-" + "x".repeat(40) + "/").repeat(5);
        source(folder + "a.css", "p{color:green}");
        source(folder + "index.html", "<link rel=stylesheet href=\"a.css\"><p>");

        assertEquals(List.of(), build());

        assertTrue(folder.length() > 300);
        assertTrue(isKnown(folder + "a.css"));
        assertTrue(output(folder + "index.html").matches("(?s).*href=\"a\\.[0-9a-f]{8,}\\.css\".*"));
    }
}
