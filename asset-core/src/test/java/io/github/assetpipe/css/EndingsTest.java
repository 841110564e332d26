package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text that ends in the middle of something is closed as browsers read it. */
class EndingsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "a{b:c, a{b:c}",
                "a{b:c(d[e, a{b:c(d[e])}",
                "a{b:'c, a{b:'c'}",
                "a{b:'c\\', a{b:'c\\''}",
                "a{b:url(c, a{b:url(c)}",
                "a{b:url(c ), a{b:url(c )}",
                "a{b:url(c\\, a{b:url(c\\\ufffd)}",
                "a{b:url(c\\\\, a{b:url(c\\\\)}",
                "a{b:url(c\\), a{b:url(c\\))}",
                "a{b:url(c d\\, a{b:url(c d\\\ufffd)}",
                "a{b:c\\, a{b:c\\\ufffd}",
                "a{b:c\\\\, a{b:c\\\\}",
                "a{b:c}/* d, a{b:c}/* d*/",
                "a{b:c}/* d*, a{b:c}/* d*/",
            })
    void whatIsOpenIsClosed(String source, String closed) {
        assertEquals(closed, Endings.closed(source).source());
    }

    @Test
    void aBackslashBeforeALineEndNeverEscapesWhatComesAfterTheValue() {
        assertEquals("a{--x:\\\n;color:red}", CssMinifier.minify("a { --x: \\\n ; color: red }"));
        assertEquals("a{--x:\\\n}", CssMinifier.minify("a { --x: \\\n }"));
    }

    @Test
    void aBackslashAtTheEndStandsForAReplacementCharacter() {
        assertEquals("c\ufffd", Tokens.of("url(c\\").content(0));
        assertEquals("c\ufffd", Tokens.of("c\\").name(0));
        assertEquals("c\\", Tokens.of("c\\\\").name(0));
        assertEquals("c", Tokens.of("'c\\").content(0));
    }
}
