package io.github.assetpipe;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A folder of plain pages that a test writes, builds, and looks at. */
abstract class WebProject {
    @TempDir
    Path base;

    /** What the last build said. */
    List<Diagnostic> said = List.of();

    /** Writes a source. */
    void source(String path, String text) throws IOException {
        Path file = base.resolve("src/main/web").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Returns the configuration of a static site, to be changed. */
    ConfigBuilder config() {
        return Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(base.resolve("src/main/web"), SourceRoot.Kind.WEBAPP, "")))
                .copyAll(true)
                .threads(2);
    }

    /** Builds. */
    void build(ConfigBuilder config) {
        said = AssetPipeline.build(config.build(), Reporter.silent()).diagnostics();
    }

    /** Returns the path that a file is served at. */
    String served(String path) {
        Manifest.AssetEntry entry = ManifestFile.read(base.resolve("target/web/asset-manifest.json"))
                .orElseThrow()
                .assets()
                .get(path);
        return entry == null ? "not in the site" : entry.path();
    }

    /** Returns what an output holds. */
    String output(String path) throws IOException {
        return Files.readString(base.resolve("target/web").resolve(path));
    }
}
