package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
    @TempDir
    Path base;

    private void source(String path, String text) throws IOException {
        Path file = base.resolve("src").resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private List<String> summary() throws IOException {
        source("css/app.css", ".a { color: red }\n".repeat(100));
        source("index.html", "<!doctype html><link rel=stylesheet href=css/app.css><p class=a>");
        Config config = Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(base.resolve("src"), SourceRoot.Kind.ASSETS, "")))
                .copyAll(true)
                .threads(1)
                .passes(EnumSet.of(PassName.MINIFY, PassName.FINGERPRINT, PassName.REWRITE, PassName.PRECOMPRESS))
                .build();
        return AssetPipeline.build(config, Reporter.silent()).summary();
    }

    @Test
    void aPassIsOneLineWhoseColumnsAreThoseOfTheOthers() throws IOException {
        List<String> passes =
                summary().stream().takeWhile(line -> !line.isEmpty()).toList();
        assertEquals(
                List.of("minify", "fingerprint", "rewrite", "precompress"),
                passes.stream()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList());
        for (String line : passes) {
            assertTrue(line.matches(".{12} ( {4}\\d .{6}| {12}) ( {4}\\d .{6}| {12}) {4}\\d\\.\\d\\d s.*"), line);
        }
        assertTrue(passes.get(0).matches("minify +1 asset +\\d\\.\\d\\d s +1\\.8 kB -> +1\\d B"), passes.get(0));
        assertTrue(passes.get(2).contains(" 1 page "), passes.get(2));
    }

    @Test
    void theTableSaysWhatEachKindWeighsBeforeAndAfter() throws IOException {
        List<String> lines = summary();
        String css =
                lines.stream().filter(l -> l.startsWith("css ")).findFirst().orElseThrow();
        assertTrue(css.matches("css +1 +1\\.8 kB +1\\d B +- +-99 %"), css);
        int header = lines.indexOf("") + 1;
        assertTrue(lines.get(header).matches(" +files +before +after +compressed"), lines.get(header));
    }
}
