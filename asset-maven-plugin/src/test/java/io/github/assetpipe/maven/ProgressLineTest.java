package io.github.assetpipe.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person at a terminal sees while a build works, and what a log never sees. */
class ProgressLineTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void tellsPassDoneTotalAndRate() {
        assertEquals(
                "rewrite      [===============>              ] 500/1000  250/s",
                ProgressLine.text("rewrite", 500, 1000, 2));
        assertEquals("minify       [" + "=".repeat(30) + "] 3/3", ProgressLine.text("minify", 3, 3, 0));
    }

    @Test
    void aQuickPassShowsNothing() {
        ProgressLine line = new ProgressLine(terminal, true);
        line.show("minify", 0, 0);
        line.show("minify", 1, 2);
        line.clear();
        assertEquals("", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aLongPassIsShownAndTakenAwayBeforeTheLogGoesOn() throws InterruptedException {
        ProgressLine line = new ProgressLine(terminal, true);
        line.show("rewrite", 0, 0);
        Thread.sleep(400);
        line.show("rewrite", 10, 100);
        line.clear();
        String shown = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(shown.startsWith("\rrewrite "), shown);
        assertTrue(shown.contains("10/100"), shown);
        assertTrue(shown.endsWith(" \r"), shown);
    }

    @Test
    void whereNobodyWatchesNothingIsDrawn() throws InterruptedException {
        ProgressLine line = new ProgressLine(terminal, false);
        line.show("rewrite", 0, 0);
        Thread.sleep(400);
        line.show("rewrite", 10, 100);
        line.clear();
        assertEquals("", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aBuildServerIsNoTerminal() {
        assertFalse(ProgressLine.isTerminal(Map.of("TERM", "xterm", "CI", "true")));
        assertFalse(ProgressLine.isTerminal(Map.of("TERM", "dumb")));
        assertFalse(ProgressLine.isTerminal(Map.of()));
    }
}
