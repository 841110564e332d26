package io.github.assetpipe.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshWarningsTest {
    private final List<String> said = new ArrayList<>();
    private final FreshWarnings warnings = new FreshWarnings(new Reporter() {
        @Override
        public void report(Diagnostic diagnostic) {
            said.add(diagnostic.message());
        }

        @Override
        public void info(String line) {
            said.add(line);
        }
    });

    private void report(String... messages) {
        for (String message : messages) {
            warnings.report(Diagnostic.warning("sass-deprecation", message, null, null));
        }
    }

    @Test
    void aWarningIsSaidOnceForAsLongAsBuildsHaveIt() {
        report("a", "b");
        assertEquals(0, warnings.built());
        report("a", "b", "c");
        assertEquals(2, warnings.built());
        assertEquals(List.of("a", "b", "c"), said);
    }

    @Test
    void aWarningThatComesBackIsSaidAgain() {
        report("a");
        warnings.built();
        warnings.built();
        report("a");
        assertEquals(0, warnings.built());
        assertEquals(List.of("a", "a"), said);
    }

    @Test
    void aBuildThatFailedEarlyForgetsNothing() {
        report("a", "b");
        warnings.built();
        report("a");
        assertEquals(1, warnings.failed());
        report("a", "b");
        assertEquals(2, warnings.built());
        assertEquals(List.of("a", "b"), said);
    }
}
