package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the site's page of diagnostics to the code. */
class DiagnosticsPageTest {
    private static final Path PAGE = Path.of("../src/site/markdown/diagnostics.md");
    private static final Pattern SAID =
            Pattern.compile("(?:Diagnostic\\s*\\.\\s*(?:error|warning|note)\\(|new Diagnostic\\([^;\"(]*,|\\bproblem\\("
                    + "|\\bin(?:File|Manifest|Page|Source)\\(|Severity\\.[A-Z]+,)\\s*\"([a-z][a-z0-9-]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|([^|]+)\\|([^|]+)\\|$");

    private static Set<String> said() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String module : List.of("src/main/java", "../asset-maven-plugin/src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(module))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    SAID.matcher(Files.readString(file)).results().forEach(m -> ids.add(m.group(1)));
                }
            }
        }
        return ids;
    }

    private static Set<String> documented() throws IOException {
        Set<String> ids = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            assertTrue(!row.group(2).isBlank() && !row.group(3).isBlank(), row.group());
            ids.add(row.group(1));
        }
        return ids;
    }

    @Test
    void everyDiagnosticOfTheCodeHasItsCauseAndCureOnThePage() throws IOException {
        assertEquals(said(), documented());
    }
}
