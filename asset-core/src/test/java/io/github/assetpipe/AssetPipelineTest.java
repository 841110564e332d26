package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.option.FingerprintOptions;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetPipelineTest {
    @TempDir
    Path base;

    private void source(String path, String text) throws IOException {
        Path file = base.resolve("src/main/web").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private BuildResult build(PassName... passes) {
        return build(4, passes);
    }

    private BuildResult build(int threads, PassName... passes) {
        return AssetPipeline.build(config(threads, passes).build(), Reporter.silent());
    }

    private ConfigBuilder config(int threads, PassName... passes) {
        return Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(base.resolve("src/main/web"), SourceRoot.Kind.ASSETS, "")))
                .copyAll(true)
                .threads(threads)
                .cacheDirectory(base.resolve("cache"))
                .passes(EnumSet.copyOf(List.of(passes)));
    }

    private SortedMap<String, String> output() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        Path web = base.resolve("target/web");
        try (Stream<Path> walk = Files.walk(web)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                files.put(
                        web.relativize(file).toString().replace('\\', '/'),
                        Content.ofFile(file).sha256());
            }
        }
        return files;
    }

    private Manifest manifest() {
        return ManifestFile.read(base.resolve("target/web/asset-manifest.json")).orElseThrow();
    }

    @Test
    void namesFollowContentAndReferencesFollowNames() throws IOException {
        source("css/app.css", "a{background:url(../img/a.svg?v=1#x)}\n");
        source("img/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        build(PassName.FINGERPRINT);
        String image = manifest().assets().get("img/a.svg").path();
        Manifest.AssetEntry sheet = manifest().assets().get("css/app.css");
        Path written = base.resolve("target/web").resolve(sheet.file());
        assertEquals("a{background:url(../" + image + "?v=1#x)}\n", Files.readString(written));
        assertEquals("css/app." + Content.ofFile(written).sha256().substring(0, 12) + ".css", sheet.path());
        assertArrayEquals(Files.readAllBytes(written), Files.readAllBytes(base.resolve("target/web/css/app.css")));
    }

    @Test
    void everyNumberOfThreadsGivesTheSameBytes() throws IOException {
        for (int i = 0; i < 20; i++) {
            source("css/s" + i + ".css", "@import 's" + (i + 1) + ".css';.a" + i + "{color:red}".repeat(50));
        }
        PassName[] passes = {PassName.FINGERPRINT, PassName.PRECOMPRESS};
        build(1, passes);
        SortedMap<String, String> one = output();
        build(8, passes);
        assertEquals(one, output());
    }

    @Test
    void aSecondRunWritesNothing() throws IOException {
        source("css/app.css", ".a{color:red}".repeat(100));
        assertTrue(build(PassName.FINGERPRINT, PassName.PRECOMPRESS).written() > 0);
        assertEquals(0, build(PassName.FINGERPRINT, PassName.PRECOMPRESS).written());
    }

    @Test
    void unhashedNamesGoWhenTheyAreNotKeptAnyMore() throws IOException {
        source("css/app.css", ".a{color:red}");
        build(PassName.FINGERPRINT);
        assertTrue(output().containsKey("css/app.css"), output().toString());
        Config hashedOnly = config(4, PassName.FINGERPRINT)
                .fingerprint(new FingerprintOptions(false, List.of()))
                .build();
        AssetPipeline.build(hashedOnly, Reporter.silent());
        assertFalse(output().containsKey("css/app.css"), output().toString());
    }

    @Test
    void outputsOfDeletedSourcesGoAndForeignFilesStay() throws IOException {
        source("css/app.css", ".a{color:red}");
        source("css/old.css", ".b{color:red}");
        build(PassName.FINGERPRINT);
        Files.writeString(base.resolve("target/web/foreign.txt"), "not ours");
        String old = manifest().assets().get("css/old.css").file();
        Files.delete(base.resolve("src/main/web/css/old.css"));
        build(PassName.FINGERPRINT);
        assertFalse(Files.exists(base.resolve("target/web").resolve(old)));
        assertFalse(Files.exists(base.resolve("target/web/css/old.css")));
        assertTrue(Files.exists(base.resolve("target/web/foreign.txt")));
    }

    @Test
    void assetUrlsOfStylesheetsFollowNames() throws IOException {
        Path sheet = base.resolve("src/main/scss/app.scss");
        Files.createDirectories(sheet.getParent());
        Files.writeString(sheet, ".a { background: asset-url('img/a.svg'); }");
        source("img/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        build(PassName.COMPILE, PassName.MINIFY, PassName.FINGERPRINT);
        String image = manifest().assets().get("img/a.svg").path();
        Path written = base.resolve("target/web")
                .resolve(manifest().assets().get("css/app.css").file());
        assertEquals(".a{background:url(../" + image + ")}", Files.readString(written));
    }

    @Test
    void aStylesheetIsCompiledAgainWhenAnImageInItChanges() throws IOException {
        Path sheet = base.resolve("src/main/scss/app.scss");
        Files.createDirectories(sheet.getParent());
        Files.writeString(sheet, ".a { background: inline-image('img/a.svg'); }");
        source("img/a.svg", "<svg>1</svg>");
        build(PassName.COMPILE);
        String first = Files.readString(base.resolve("target/web/css/app.css"));
        source("img/a.svg", "<svg>2</svg>");
        build(PassName.COMPILE);
        assertEquals(first.replace("1", "2"), Files.readString(base.resolve("target/web/css/app.css")));
    }
}
