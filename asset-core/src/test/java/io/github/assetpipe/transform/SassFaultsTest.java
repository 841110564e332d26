package io.github.assetpipe.transform;

import static io.github.assetpipe.transform.TransformerLaws.files;
import static io.github.assetpipe.transform.TransformerLaws.input;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.option.SassOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A mistake is told as Dart Sass's own command line tells it: the same words, the same line, the same column. */
class SassFaultsTest {
    private static final DartSass SASS = new DartSass(SassOptions.defaults(), false);
    private static Map<String, String> commandLine = Map.of();

    /** The message, up to the frame, and the first line of the trace. */
    private static final Pattern REPORT =
            Pattern.compile("Error: (.*?)\n *\\x{2577}.*?\\x{2575}\n +(\\d+)/(\\S+) (\\d+):(\\d+)", Pattern.DOTALL);

    @BeforeAll
    static void runTheCommandLine(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> embedded = new DartSassInstall(UserCache.folder(), DartSassPlatform.current()).command();
        commandLine =
                run(embedded.subList(0, embedded.size() - 1), SassFaults.all().toList(), folder);
    }

    @AfterAll
    static void end() {
        SASS.close();
    }

    static Stream<Arguments> faults() {
        AtomicInteger number = new AtomicInteger();
        return SassFaults.all().map(project -> Arguments.of(number.getAndIncrement(), project));
    }

    @Test
    void thereAreManyKindsOfMistakes() {
        assertTrue(SassFaults.all().count() >= 50);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isToldAsTheCommandLineTellsIt(int number, Map<String, String> project) {
        assertEquals(commandLine.get(String.valueOf(number)), saidByUs(project));
    }

    private static String saidByUs(Map<String, String> project) {
        String entry = entry(project);
        TransformResult result =
                SASS.transform(input(entry, Objects.requireNonNull(project.get(entry))), files(project));
        Diagnostic error = result.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
        Location place = Objects.requireNonNull(error.location());
        return place.file() + ":" + place.line() + ":" + place.column() + " " + error.message();
    }

    /** One run for all: starting it is most of its time. The projects stand in folders named by their numbers. */
    private static Map<String, String> run(List<String> command, List<Map<String, String>> projects, Path folder)
            throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("--no-color", "--unicode", "--quiet", "--no-error-css", "--no-source-map"));
        for (int i = 0; i < projects.size(); i++) {
            for (Map.Entry<String, String> file : projects.get(i).entrySet()) {
                Path path = folder.resolve(i + "/" + file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            whole.add(i + "/" + entry(projects.get(i)) + ":out/" + i + ".css");
        }
        Path out = folder.resolve("report.txt");
        new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        Map<String, String> said = new HashMap<>();
        Matcher matcher = REPORT.matcher(Files.readString(out));
        while (matcher.find()) {
            String number = matcher.group(2);
            String message = matcher.group(1).replaceAll("(?m)^(  )" + number + "/", "$1");
            said.put(number, matcher.group(3) + ":" + matcher.group(4) + ":" + matcher.group(5) + " " + message);
        }
        return said;
    }

    private static String entry(Map<String, String> project) {
        return project.keySet().iterator().next();
    }
}
