package io.github.assetpipe.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CodeFrameTest {
    @Test
    void showsPlaceLineMarkerAndHint() {
        Location location = new Location("src/main/scss/app.scss", 12, 10, 6, "  color: $brnad;", ".header {");
        assertEquals(
                """
                src/main/scss/app.scss:12:10: error [sass] Undefined variable
                  11 | .header {
                  12 |   color: $brnad;
                     |          ^^^^^^
                  hint: load path: src/main/scss""",
                CodeFrame.render(Diagnostic.error("sass", "Undefined variable", location, "load path: src/main/scss")));
    }

    @Test
    void tabsKeepTheMarkerUnderItsCharacter() {
        Location location = new Location("a.css", 1, 3, 1, "\t\tx", null);
        assertTrue(CodeFrame.render(Diagnostic.note("n", "m", location, null)).endsWith("    | \t\t^"));
    }

    @Test
    void aMinifiedLineIsCutAroundItsColumn() {
        String line = "a".repeat(5000) + "X" + "b".repeat(5000);
        Location location = new Location("a.js", 1, 5001, 1, line, null);
        String[] frame =
                CodeFrame.render(Diagnostic.note("n", "m", location, null)).split("\n");
        assertTrue(frame[1].length() < 200);
        assertEquals('X', frame[1].charAt(frame[2].indexOf('^')));
    }

    @Test
    void lineNumbersStayAlignedAcrossAPowerOfTen() {
        Location location = new Location("a.css", 10, 1, 1, "b", "a");
        assertEquals("""
                a.css:10:1: note [n] m
                   9 | a
                  10 | b
                     | ^""", CodeFrame.render(Diagnostic.note("n", "m", location, null)));
    }
}
