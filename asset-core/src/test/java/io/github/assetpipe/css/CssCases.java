package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the shared cases are; tests are skipped where they are not. */
final class CssCases {
    private CssCases() {}

    static Path folder(String name) {
        Path folder = Path.of(System.getProperty("assetpipe.cases", "../../shared/cases"))
                .resolve(name);
        if (!Files.isDirectory(folder)) {
            folder = Path.of("../../shared/cases").resolve(name);
        }
        assumeTrue(Files.isDirectory(folder), "no shared cases at " + folder);
        return folder;
    }

    static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals("source.css"))
                    .sorted()
                    .toList();
        }
    }
}
