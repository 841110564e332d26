package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.option.SourceMapMode;
import io.github.assetpipe.option.SourceMapOptions;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bundles and the loader of lazy images lie in the folder that the project's own files are served from. */
class GeneratedFolderTest extends WebProject {
    @BeforeEach
    void project() throws IOException {
        source("resources/css/a.css", ".a { background: url(../img/a.png) }");
        source("resources/css/b.css", ".b { color: red }");
        StringBuilder images = new StringBuilder();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            source("resources/img/" + name + ".png", "not a picture, but " + name);
            images.append("<img src=\"/resources/img/" + name + ".png\" width=\"9\" height=\"9\" alt=\"\">");
        }
        source("index.html", """
                <!doctype html><html><head><title>x</title>
                <!-- compress css -->
                <link rel="stylesheet" href="/resources/css/a.css">
                <link rel="stylesheet" href="/resources/css/b.css">
                <!-- endcompress -->
                </head><body class="a b">
                """ + images + "</body></html>");
    }

    private SortedMap<String, Manifest.AssetEntry> assets() {
        return ManifestFile.read(base.resolve("target/web/asset-manifest.json"))
                .orElseThrow()
                .assets();
    }

    private Manifest.AssetEntry bundle() {
        return assets().entrySet().stream()
                .filter(entry -> entry.getKey().contains("bundles/a-"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private void isServedBelow(String url, String folder) throws IOException {
        Manifest.AssetEntry bundle = bundle();
        Manifest.AssetEntry loader = assets().get(url + "bundles/lazy-images.js");
        assertTrue(bundle.path().startsWith(url + "bundles/a-"), bundle.path());
        assertEquals(folder + bundle.path().substring(url.length()), bundle.file());
        assertEquals(folder + loader.path().substring(url.length()), loader.file());
        assertTrue(output(bundle.file()).contains("url(../img/a."), output(bundle.file()));
        String page = output("index.html");
        assertTrue(page.contains("href=\"/" + bundle.path() + "\""), page);
        assertTrue(page.contains("src=\"/" + loader.path() + "\""), page);
        assertFalse(page.contains("\"/bundles/"), page);
    }

    @Test
    void theFolderStandsInUrlsAndInTheOutput() throws IOException {
        build(config().generated(new GeneratedFolder("", "resources/", "resources/")));

        isServedBelow("resources/", "resources/");
    }

    @Test
    void aFolderWithAnotherNameInTheOutputIsServedUnderItsPrefix() throws IOException {
        SourceRoot files = new SourceRoot(
                base.resolve("src/main/web/resources"),
                base.resolve("src/main/web/resources"),
                SourceRoot.Kind.ASSETS,
                "resources",
                "out/",
                List.of());
        SourceRoot pages = new SourceRoot(
                base.resolve("src/main/web"),
                base.resolve("src/main/web"),
                SourceRoot.Kind.PAGES,
                "",
                "",
                List.of("resources/**"));
        build(config().roots(List.of(files, pages)).generated(new GeneratedFolder("", "resources/", "out/")));

        isServedBelow("resources/", "out/");
    }

    @Test
    void theNextBuildKnowsBundlesThere() throws IOException {
        ConfigBuilder config = config().sourceMaps(SourceMapOptions.of(SourceMapMode.FILE))
                .generated(new GeneratedFolder("", "resources/", "resources/"));
        build(config);
        String before = bundle().path();
        source("resources/css/b.css", ".b { color: blue }");
        build(config);

        isServedBelow("resources/", "resources/");
        assertFalse(before.equals(bundle().path()), before);
        assertFalse(Files.exists(base.resolve("target/web").resolve(before)), before);
    }
}
