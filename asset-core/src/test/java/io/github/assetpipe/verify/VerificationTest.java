package io.github.assetpipe.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.Config;
import io.github.assetpipe.PassName;
import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.BuiltTree;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.option.RewriteOptions.Missing;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    @TempDir
    Path base;

    private Path web;

    @BeforeEach
    void build() throws IOException {
        web = base.resolve("target/web");
        source("css/app.css", ".a{background:url(../img/a.svg?v=1#x)}\n" + ".b{color:red}\n".repeat(40));
        source("img/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'>" + "<g/>".repeat(60) + "</svg>");
        source("index.html", "<p>" + "hello ".repeat(60));
        rebuild();
    }

    private void rebuild() {
        Config config = Config.builder(base, web)
                .roots(List.of(SourceRoot.of(base.resolve("src"), SourceRoot.Kind.ASSETS, "")))
                .copyAll(true)
                .threads(1)
                .passes(EnumSet.of(PassName.FINGERPRINT, PassName.PRECOMPRESS))
                .build();
        AssetPipeline.build(config, Reporter.silent());
    }

    private void source(String path, String text) throws IOException {
        Path file = base.resolve("src").resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private Manifest manifest() {
        return ManifestFile.read(web.resolve("asset-manifest.json")).orElseThrow();
    }

    private String hashed(String path) {
        return Objects.requireNonNull(manifest().assets().get(path)).file();
    }

    private Verification verify(Path tree) {
        try (BuiltTree built = BuiltTree.open(tree, "out", null)) {
            return Verification.of(built, Missing.ERROR);
        }
    }

    private void expect(String id, String place) {
        List<Diagnostic> all = verify(web).diagnostics();
        assertTrue(
                all.stream()
                        .anyMatch(d -> d.id().equals(id)
                                && String.valueOf(d.location()).startsWith(place)),
                () -> "expected " + id + " at " + place + " in " + all);
        assertTrue(verify(web).failed());
    }

    @Test
    void aTreeAsItWasBuiltHasNoProblems() {
        Verification outcome = verify(web);
        assertEquals(List.of(), outcome.diagnostics());
        assertEquals(2, outcome.assets());
        assertEquals(1, outcome.pages());
        assertTrue(outcome.variants() >= 8, "variants decoded: " + outcome.variants());
        assertEquals(1, outcome.references());
    }

    @Test
    void pagesOfAJarHaveNoProblemsWhereverTheirFoldersAreServed() throws IOException {
        source("static/css/app.css", ".a{color:red}");
        source("static/docs/index.html", "<link rel=stylesheet href=../css/app.css>");
        source("templates/a.html", """
                <html xmlns:th="x"><link rel="stylesheet" href="../static/css/app.css" th:href="@{/css/app.css}"></html>
                """);
        Path jar = base.resolve("target/jar");
        AssetPipeline.build(
                Config.builder(base, jar)
                        .roots(List.of(
                                SourceRoot.of(base.resolve("src/static"), SourceRoot.Kind.ASSETS, "static/"),
                                SourceRoot.of(base.resolve("src/templates"), SourceRoot.Kind.PAGES, "templates/")))
                        .copyAll(true)
                        .passes(EnumSet.of(PassName.FINGERPRINT, PassName.REWRITE))
                        .build(),
                Reporter.silent());

        Verification outcome = verify(jar);
        assertEquals(List.of(), outcome.diagnostics());
        assertEquals(2, outcome.pages());

        Path page = jar.resolve("static/docs/index.html");
        Files.writeString(page, Files.readString(page).replaceAll("app\\.\\w{12}", "app.0123456789ab"));
        assertTrue(
                verify(jar).diagnostics().stream().anyMatch(d -> d.id().equals("reference-broken")),
                () -> verify(jar).diagnostics().toString());
    }

    @Test
    void aFileThatIsMissingIsNamedAtItsLineOfTheManifest() throws IOException {
        Files.delete(web.resolve(hashed("img/a.svg")));
        expect("output-missing", "out/asset-manifest.json:");
    }

    @Test
    void aPlainCopyThatIsMissingIsFound() throws IOException {
        Files.delete(web.resolve("img/a.svg"));
        expect("output-missing", "out/asset-manifest.json:");
    }

    @Test
    void aChangedByteOfTheSameLengthIsFound() throws IOException {
        Path file = web.resolve("css/app.css");
        byte[] bytes = Files.readAllBytes(file);
        bytes[20] ^= 1;
        Files.write(file, bytes);
        expect("output-changed", "out/css/app.css");
    }

    @Test
    void aChangedPageIsFound() throws IOException {
        Path file = web.resolve("index.html");
        Files.writeString(file, Files.readString(file).replaceFirst("hello", "hallo"));
        expect("output-changed", "out/index.html");
    }

    @Test
    void aNameThatItsContentDoesNotGiveIsFound() throws IOException {
        String name = hashed("img/a.svg");
        String wrong = name.replaceFirst("\\.[0-9a-f]{12}\\.", ".000000000000.");
        for (String suffix : List.of("", ".br", ".gz")) {
            if (Files.exists(web.resolve(name + suffix))) {
                Files.move(web.resolve(name + suffix), web.resolve(wrong + suffix));
            }
        }
        for (String file : List.of("asset-manifest.json", "asset-manifest-paths.json")) {
            Path path = web.resolve(file);
            Files.writeString(path, Files.readString(path).replace(name, wrong));
        }
        expect("name-untrue", "out/asset-manifest.json:");
    }

    @Test
    void aVariantOfAnotherTextIsFound() throws IOException {
        Files.copy(
                web.resolve(hashed("img/a.svg") + ".br"),
                web.resolve("css/app.css.br"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        expect("variant-broken", "out/css/app.css.br");
    }

    @Test
    void aVariantThatIsCutOffIsFound() throws IOException {
        for (String name : List.of("css/app.css.br", "css/app.css.gz")) {
            byte[] bytes = Files.readAllBytes(web.resolve(name));
            Files.write(web.resolve(name), java.util.Arrays.copyOf(bytes, bytes.length - 3));
            expect("variant-broken", "out/" + name);
        }
    }

    @Test
    void bytesAfterAVariantAreFound() throws IOException {
        for (String name : List.of("css/app.css.br", "css/app.css.gz")) {
            Files.writeString(web.resolve(name), "x", java.nio.file.StandardOpenOption.APPEND);
            Assertions.assertTrue(verify(web).diagnostics().stream()
                    .anyMatch(d -> String.valueOf(d.location()).equals("out/" + name)));
        }
    }

    @Test
    void aStaleVariantThatServersWouldSendIsFound() throws IOException {
        source("tiny.txt", "hi");
        rebuild();
        Files.writeString(web.resolve("tiny.txt.gz"), "stale");
        expect("variant-unlisted", "out/tiny.txt.gz");
    }

    @Test
    void anOutputOfAFormerBuildIsFound() throws IOException {
        Files.writeString(web.resolve("css/app.0123456789ab.css"), "old");
        expect("orphan", "out/css/app.0123456789ab.css");
    }

    @Test
    void anOutputWhoseAssetIsGoneIsFound() throws IOException {
        String digest = Content.of("gone").sha256().substring(0, 12);
        Files.writeString(web.resolve("gone." + digest + ".js"), "gone");
        expect("orphan", "out/gone." + digest + ".js");
    }

    @Test
    void hashedNamesOfOtherToolsAreNoneOfOurs() throws IOException {
        Files.writeString(web.resolve("chunk.0123456789ab.js"), "webpack");
        assertEquals(List.of(), verify(web).diagnostics());
    }

    @Test
    void aReferenceToNothingIsLocatedInTheStylesheet() throws IOException {
        source("css/broken.css", ".x{}\n.y{background:url(none.png)}\n");
        rebuild();
        expect("reference-broken", "out/" + hashed("css/broken.css") + ":2:15");
    }

    @Test
    void aPageThatNamesTheOutputOfAnotherBuildIsLocated() throws IOException {
        String digest = Content.of("old").sha256().substring(0, 12);
        source("other.html", "<p>\n<link rel=stylesheet href=\"css/app." + digest + ".css\">" + "<p>".repeat(200));
        rebuild();
        expect("reference-broken", "out/other.html:2:28");
    }

    @Test
    void aCandidateOfASrcsetThatIsNoOutputIsLocated() throws IOException {
        String digest = Content.of("old").sha256().substring(0, 12);
        source("other.html", "<p>\n<img srcset=\"img/a.svg 1x, img/a." + digest + ".svg 2x\">" + "<p>".repeat(200));
        rebuild();
        expect("reference-broken", "out/other.html:2:14");
    }

    @Test
    void aBaseElementIsHeededByTheReadersOfPages() throws IOException {
        source("deep/other.html", "<base href=\"../\">\n<link rel=stylesheet href=\"css/app.css\">");
        rebuild();
        assertEquals(List.of(), verify(web).diagnostics());
    }

    @Test
    void aManifestThatIsMissingOrDamagedIsOneClearProblem() throws IOException {
        Files.writeString(web.resolve("asset-manifest.json"), "{\"version\":1,");
        expect("manifest-damaged", "out/asset-manifest.json");
        Files.delete(web.resolve("asset-manifest.json"));
        expect("manifest-missing", "out/asset-manifest.json");
    }

    @Test
    void everyDamagedFlatFormIsFound() throws IOException {
        Files.writeString(web.resolve("asset-manifest-paths.json"), "{}");
        expect("manifest-damaged", "out/asset-manifest-paths.json");
    }

    @Test
    void anArchiveIsCheckedLikeAFolder() throws IOException {
        Path war = base.resolve("app.war");
        pack(war, "", "WEB-INF/");
        assertEquals(List.of(), verify(war).diagnostics());
        Path boot = base.resolve("app.jar");
        pack(boot, "BOOT-INF/classes/", "META-INF/");
        assertEquals(List.of(), verify(boot).diagnostics());
        Files.writeString(web.resolve("css/app.css"), "changed");
        pack(boot, "BOOT-INF/classes/", "META-INF/");
        assertTrue(verify(boot).diagnostics().stream()
                .anyMatch(d -> String.valueOf(d.location()).equals("out!/BOOT-INF/classes/css/app.css")));
    }

    private void pack(Path archive, String root, String manifestFolder) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(web)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = web.relativize(file).toString().replace('\\', '/');
                String folder = name.startsWith("asset-manifest") ? manifestFolder : "";
                zip.putNextEntry(new ZipEntry(root + folder + name));
                Files.copy(file, zip);
            }
        }
    }

    @Test
    void aTreeThatIsNotThereIsAFaultOfTheCall() {
        AssetException fault = Assertions.assertThrows(AssetException.class, () -> verify(base.resolve("none")));
        assertEquals(AssetException.Fault.ENVIRONMENT, fault.fault());
        assertFalse(fault.diagnostics().isEmpty());
    }
}
