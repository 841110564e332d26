package io.github.assetpipe.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.option.PrecompressOptions;
import io.github.assetpipe.option.SassOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed build leaves in the folder for temporary files is gone after the next one. */
class LeftoverNativesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path temporary;

    @Test
    void onlyOldFoldersWithNothingButALibraryGo() throws IOException {
        leftover("libjsass-1/libjsass.so", 3600);
        leftover("libjsass-2/libjsass.so", 1);
        leftover("libjsass-3/notes.txt", 3600);
        leftover("libjsass-mine/libjsass.so", 3600);
        leftover("com_aayushatharva_brotli4j_4/libbrotli.so", 3600);
        LeftoverNatives.remove(temporary, LeftoverNatives.JSASS, NOW.minusSeconds(600));
        assertEquals("com_aayushatharva_brotli4j_4 libjsass-2 libjsass-3 libjsass-mine", names());
        LeftoverNatives.remove(temporary, LeftoverNatives.BROTLI, NOW.minusSeconds(600));
        assertEquals("libjsass-2 libjsass-3 libjsass-mine", names());
    }

    @Test
    void theNextBuildRemovesWhatAKilledOneLeft() throws Exception {
        run("halt");
        String left = names();
        assertEquals("com_aayushatharva_brotli4j_N libjsass-N", left.replaceAll("\\d{2,}", "N"));
        for (String name : left.split(" ")) {
            Files.setLastModifiedTime(
                    temporary.resolve(name), FileTime.from(Instant.now().minusSeconds(3600)));
        }
        run("end");
        assertEquals("", names());
    }

    private void leftover(String path, int secondsAgo) throws IOException {
        Path file = temporary.resolve(path);
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        Files.writeString(file, "library");
        Files.setLastModifiedTime(folder, FileTime.from(NOW.minusSeconds(secondsAgo)));
    }

    private String names() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.contains("sass") || name.contains("brotli"))
                    .sorted()
                    .collect(Collectors.joining(" "));
        }
    }

    private void run(String end) throws IOException, InterruptedException {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.io.tmpdir=" + temporary,
                        UseBoth.class.getName(),
                        end)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Loads both libraries, and ends as it is told. */
    static final class UseBoth {
        private UseBoth() {}

        public static void main(String[] arguments) {
            new LibSass(SassOptions.defaults(), false)
                    .transform(TransformerLaws.input("a.scss", ".a{color:red}"), Lookup.none());
            new Brotli(PrecompressOptions.defaults())
                    .transform(TransformerLaws.input("a.css", ".a{color:red}".repeat(100)), Lookup.none());
            if (arguments[0].equals("halt")) {
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
