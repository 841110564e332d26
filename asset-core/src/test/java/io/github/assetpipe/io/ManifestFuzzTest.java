package io.github.assetpipe.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a manifest's text holds, reading it gives a manifest or none, and throws nothing. */
class ManifestFuzzTest {
    private static final int SEEDS = 5_000;
    private static final int FILES = 7;
    private static final String MANIFEST = """
            {"version": 1, "assets": {"css/a.css": {"path": "css/a.392368a1f821.css", "file": "css/a.392368a1f821.css",
            "plainFile": "css/a.css", "type": "text/css", "sourceSize": 37, "size": 25, "integrity": "sha384-AAAA",
            "encodings": {"br": 20, "gzip": 22}, "sources": ["src/a.scss"]}},
            "pages": {"src/a.jsp": {"file": "WEB-INF/a.jsp", "sourceSize": 1, "size": 2, "integrity": "sha384-BBBB",
            "encodings": {}, "decisions": [{"kind": "reference", "line": 4, "subject": "/css/a.css", "outcome": "rewritten",
            "reason": "x"}]}}}
            """;
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "null",
        "true",
        "1e999",
        "-1",
        "0.5",
        "99999999999",
        "\\ud800",
        "\"../x\"",
        "\"\"",
        "{}",
        "[]",
        "NaN",
        "\"/etc\"",
        "\"a\\u0000b\"",
        "\"\\\\\\\\h\\\\s\"",
        "/*",
        "\0",
        "\"version\": 2"
    };

    @Test
    void everyTextIsReadOrRefusedAndNothingIsThrown(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("asset-manifest.json");
        long seconds = Long.getLong("assetpipe.fuzz.seconds", 0);
        long first = Long.getLong("assetpipe.fuzz.seed", 1);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        assertTrue(ManifestFile.parse(MANIFEST).isPresent(), "the text that is changed is a manifest");
        long seed = first;
        for (; seconds == 0 ? seed < first + SEEDS : System.nanoTime() < end; seed++) {
            String text = changed(new Random(seed));
            try {
                ManifestFile.parse(text).ifPresent(ManifestFile::owned);
                if (seed % FILES == 0) {
                    // The other reader, which goes entry by entry; text that is not UTF-8 is written as it is.
                    Files.write(file, text.getBytes(seed % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16));
                    ManifestFile.owned(file);
                    ManifestFile.read(file);
                }
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + " gives " + text, e);
            }
        }
        if (seconds > 0) {
            System.out.println("manifests: seeds " + first + " to " + (seed - 1));
        }
    }

    private static String changed(Random random) {
        StringBuilder out = new StringBuilder(MANIFEST);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(out.length());
            int to = Math.min(out.length(), at + 1 + random.nextInt(12));
            String piece = PIECES[random.nextInt(PIECES.length)];
            switch (random.nextInt(4)) {
                case 0 -> out.insert(at, piece);
                case 1 -> out.delete(at, to);
                case 2 -> value(out, random, piece);
                default -> out.replace(at, to, piece);
            }
        }
        return out.toString();
    }

    /** Puts another value after a colon, so that the text stays JSON and only its shape is wrong. */
    private static void value(StringBuilder out, Random random, String piece) {
        int colon = out.indexOf(": ", random.nextInt(out.length()));
        if (colon > 0) {
            int end = colon + 2;
            while (end < out.length() && ",}]\n".indexOf(out.charAt(end)) < 0) {
                end++;
            }
            out.replace(colon + 2, end, piece);
        }
    }
}
