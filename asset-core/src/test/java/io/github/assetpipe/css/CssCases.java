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
        String configured = System.getProperty("assetpipe.cases");
        List<String> places =
                configured == null ? List.of("../../shared/cases", "../../../shared/cases") : List.of(configured);
        for (String place : places) {
            Path folder = Path.of(place).resolve(name);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        assumeTrue(false, "no shared cases in " + places);
        return Path.of("");
    }

    static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals("source.css"))
                    .sorted()
                    .toList();
        }
    }
}
