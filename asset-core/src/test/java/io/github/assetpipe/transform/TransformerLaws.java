package io.github.assetpipe.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.text.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What must hold for every transformer, whatever engine is behind it; and short ways to call one in a test. */
final class TransformerLaws {
    private TransformerLaws() {}

    /** An input of text, its file name being its logical path. */
    static TransformInput input(String path, String text) {
        return new TransformInput(LogicalPath.of(path), path, Content.of(text), null);
    }

    /** A look-up over files held in memory. */
    static Lookup files(Map<String, String> files) {
        Map<String, String> copy = new HashMap<>(files);
        return path -> Optional.ofNullable(copy.get(path)).map(Content::of);
    }

    /** The text of the only output. */
    static String text(TransformResult result) {
        assertEquals(
                List.of(),
                result.diagnostics().stream()
                        .filter(d -> d.severity() == Severity.ERROR)
                        .map(Diagnostic::toString)
                        .toList());
        assertEquals(1, result.outputs().size(), "outputs");
        return result.outputs().get(0).content().text();
    }

    /** The members of the only output's source map. */
    static Map<?, ?> sourceMap(TransformResult result) {
        Content map = Objects.requireNonNull(result.outputs().get(0).sourceMap(), "source map");
        return (Map<?, ?>) Objects.requireNonNull(Json.parse(map.text()));
    }

    /** The only diagnostic. */
    static Diagnostic diagnostic(TransformResult result) {
        assertEquals(1, result.diagnostics().size(), () -> result.diagnostics().toString());
        return result.diagnostics().get(0);
    }

    /** Same result again, in another locale, and on four threads; a fingerprint that does not change and names a version. */
    static void assertHold(Transformer transformer, TransformInput input, Lookup lookup) {
        TransformResult first = transformer.transform(input, lookup);
        String fingerprint = transformer.fingerprint();
        assertFalse(transformer.name().isBlank());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(first, transformer.transform(input, lookup), "another locale");
        } finally {
            Locale.setDefault(before);
        }
        assertEquals(first, onFourThreads(transformer, input, lookup), "several threads");
        assertEquals(fingerprint, transformer.fingerprint());
    }

    private static TransformResult onFourThreads(Transformer transformer, TransformInput input, Lookup lookup) {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<TransformResult>> futures = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                futures.add(threads.submit(() -> transformer.transform(input, lookup)));
            }
            TransformResult one = futures.get(0).get();
            for (Future<TransformResult> future : futures) {
                assertEquals(one, future.get());
            }
            return one;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
