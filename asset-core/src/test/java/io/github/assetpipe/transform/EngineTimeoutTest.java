package io.github.assetpipe.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.SassOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Engines that never answer are stopped, and the file is named that they were given. */
class EngineTimeoutTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aSassCompilerThatNeverAnswersIsKilledAndTheStylesheetNamed() {
        List<String> silent = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Silent.class.getName());
        Set<ProcessHandle> before = children();
        try (DartSass sass = new DartSass(SassOptions.defaults(), List.of(), false, 1, 1, silent)) {
            TransformResult result = assertTimeoutPreemptively(
                    PATIENCE, () -> sass.transform(TransformerLaws.input("shop.scss", ".a{color:red}"), Lookup.none()));

            assertTrue(result.failed());
            Diagnostic told = result.diagnostics().get(0);
            assertEquals("engine-timeout", told.id());
            assertEquals(Severity.ERROR, told.severity());
            assertTrue(told.toString().contains("shop.scss:1:1"), told.toString());
            assertTrue(
                    told.message().contains("Dart Sass was stopped")
                            && told.message().contains("1 s"),
                    told.message());
            assertTrue(String.valueOf(told.hint()).contains("-Dasset.engineTimeout"), told.toString());
        }
        // The operating system may take a moment to end it.
        assertTimeoutPreemptively(PATIENCE, () -> {
            while (!before.containsAll(children())) {
                Thread.sleep(10);
            }
        });
    }

    @Test
    void aStylesheetThatLibsassDoesNotGetDoneWithIsNamed() {
        // Ends some time after the limit, so that no thread of this test goes on for ever.
        String slow = "@for $i from 1 through 20000000 { $x: $i % 7 }\n.a { b: c }";
        LibSass sass = new LibSass(SassOptions.defaults(), List.of(), false, 1);
        TransformResult result = assertTimeoutPreemptively(
                PATIENCE, () -> sass.transform(TransformerLaws.input("shop.scss", slow), Lookup.none()));

        assertTrue(result.failed());
        Diagnostic told = result.diagnostics().get(0);
        assertEquals("engine-timeout", told.id());
        assertTrue(told.toString().contains("shop.scss:1:1"), told.toString());
        assertTrue(told.message().contains("libsass was stopped"), told.message());
    }

    @Test
    void aCompilerThatAnswersInTimeIsKeptForTheNextStylesheet() {
        try (DartSass sass = new DartSass(SassOptions.defaults(), List.of(), false, 1, 120)) {
            assertFalse(compiles(sass).failed());
            Set<ProcessHandle> first = children();
            assertFalse(compiles(sass).failed());
            assertEquals(first, children());
        }
    }

    private static TransformResult compiles(DartSass sass) {
        return sass.transform(TransformerLaws.input("a.scss", ".a{color:red}"), Lookup.none());
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).collect(Collectors.toSet());
    }

    @Test
    void workThatNeverEndsIsLeftBehind() {
        CountDownLatch never = new CountDownLatch(1);

        assertTimeoutPreemptively(
                PATIENCE,
                () -> assertThrows(
                        TimeoutException.class,
                        () -> DeepStack.call(
                                () -> {
                                    never.await();
                                    return 1;
                                },
                                1)));
    }

    @Test
    void aTimeLimitDoesNotChangeWhatAScriptBecomes() {
        TransformInput input = TransformerLaws.input(
                "a.js", "function greet(name) {\n  console.log('hello ' + name);\n}\ngreet(1);\n");

        assertEquals(
                TransformerLaws.text(new ClosureJs(MinifyOptions.defaults(), false).transform(input, Lookup.none())),
                TransformerLaws.text(
                        new ClosureJs(MinifyOptions.defaults(), false, 100).transform(input, Lookup.none())));
        assertEquals(
                new ClosureJs(MinifyOptions.defaults(), false).fingerprint(),
                new ClosureJs(MinifyOptions.defaults(), false, 100).fingerprint());
    }

    /** Reads nothing and says nothing. */
    static final class Silent {
        private Silent() {}

        public static void main(String[] args) throws InterruptedException {
            Thread.sleep(600_000);
        }
    }
}
