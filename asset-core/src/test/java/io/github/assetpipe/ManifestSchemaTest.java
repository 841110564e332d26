package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest keeps to its JSON Schema. */
class ManifestSchemaTest {
    @TempDir
    Path base;

    private static List<Error> faults(String manifest) throws IOException {
        try (InputStream in = ManifestFile.class.getResourceAsStream("asset-manifest.schema.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
            return schema.validate(manifest, InputFormat.JSON);
        }
    }

    private void source(String path, String text) throws IOException {
        Path file = base.resolve("src/main/web").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aManifestOfAllThatABuildDoesIsValid() throws IOException {
        source("css/a.css", ".a { color: red }\n".repeat(100));
        source("css/b.css", ".a { top: 0 }\n");
        source("js/a.js", "var a = 1;\n".repeat(200));
        source("img/i.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='2' height='1'/>");
        source("index.html", """
                <html><head><!-- compress css -->
                <link rel="stylesheet" href="css/a.css"><link rel="stylesheet" href="css/b.css">
                <!-- endcompress --></head>
                <body class="a"><img src="img/i.svg"><img src="img/i.svg"><img src="img/i.svg"><img src="img/i.svg">
                <script src="js/a.js"></script></body></html>
                """);
        Config config = Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(base.resolve("src/main/web"), SourceRoot.Kind.WEBAPP, "")))
                .copyAll(true)
                .passes(EnumSet.complementOf(EnumSet.of(PassName.COMPILE)))
                .build();
        AssetPipeline.build(config, Reporter.silent());
        String manifest = Files.readString(base.resolve("target/web/asset-manifest.json"));
        assertEquals(List.of(), faults(manifest));
        assertFalse(faults(manifest.replaceFirst("sha384-", "sha1-")).isEmpty());
    }

    @Test
    void decisionsAboutAPageThatStaysAsItIsAreToldToo() throws IOException {
        source("js/a.js", "a()");
        source(
                "WEB-INF/stays.jsp",
                "<html><body><script src=\"https://x.example/a.js\"></script><script>a()</script></body></html>");
        Config config = Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(base.resolve("src/main/web"), SourceRoot.Kind.WEBAPP, "")))
                .passes(EnumSet.of(PassName.FINGERPRINT, PassName.REWRITE))
                .build();
        AssetPipeline.build(config, Reporter.silent());
        String manifest = Files.readString(base.resolve("target/web/asset-manifest.json"));
        assertEquals(List.of(), faults(manifest));
        assertTrue(ManifestFile.parse(manifest).orElseThrow().pages().isEmpty());
        assertEquals(
                List.of(
                        "src/main/web/WEB-INF/stays.jsp",
                        "     1  defer      kept       https://x.example/a.js: its text is not known",
                        "     1  reference  kept       https://x.example/a.js: external"),
                Explanation.lines(config));
        assertFalse(Files.exists(base.resolve("target/web/WEB-INF/stays.jsp")));
    }
}
