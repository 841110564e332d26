package io.github.assetpipe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class LineMapTest {
    @Test
    void linesEndAsEditorsCountThem() {
        LineMap lines = new LineMap("a\nbc\r\nd\re");

        assertEquals(4, lines.lineCount());
        assertEquals("a", lines.lineText(1));
        assertEquals("bc", lines.lineText(2));
        assertEquals("d", lines.lineText(3));
        assertEquals("e", lines.lineText(4));
        assertNull(lines.lineText(5));
        assertNull(lines.lineText(0));
    }

    @Test
    void anOffsetIsALineAndAColumn() {
        LineMap lines = new LineMap("a\r\nbc\n");

        assertEquals(2, lines.line(4));
        assertEquals(2, lines.column(4));
        assertEquals(3, lines.line(6));
        assertEquals(1, lines.column(6));
    }

    @Test
    void thousandsOfMessagesOnOneMinifiedLineShareItsText() {
        LineMap lines = new LineMap("/* banner */\n" + "a{b:c}".repeat(1000) + "\n");

        String banner = lines.lineText(1);
        String body = lines.lineText(2);
        assertSame(banner, lines.lineText(1));
        assertSame(body, lines.lineText(2));
    }
}
