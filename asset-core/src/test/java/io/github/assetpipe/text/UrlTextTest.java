package io.github.assetpipe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UrlTextTest {
    @Test
    void queryAndFragmentSurviveAsWritten() {
        assertEquals(new UrlText("font.eot", "?#iefix&v=4.5.0", true), UrlText.of(" font.eot?#iefix&v=4.5.0 "));
    }

    @Test
    void otherHostsAndSchemesAreNotLocal() {
        for (String url : new String[] {
            "https://a/b.css",
            "//cdn/x.js",
            "data:image/png;base64,AA",
            "about:blank",
            "\\\\unc\\x",
            "blob:1",
            "x+y-z.1:foo"
        }) {
            assertFalse(UrlText.of(url).local(), url);
        }
        assertTrue(UrlText.of("a/b:c.css").local());
        assertTrue(UrlText.of("1:2").local());
    }

    @Test
    void percentEncodingIsDecodedAsUtf8() {
        assertEquals(
                "filename with späces.css",
                UrlText.of("filename%20with%20sp%C3%A4ces.css").decodedPath());
        assertEquals("ü/𝄞 a", UrlText.of("ü/𝄞%20a").decodedPath());
    }

    @Test
    void encodedSeparatorsAreRefused() {
        assertNull(UrlText.of("a%2Fb").decodedPath());
        assertNull(UrlText.of("..%5cb").decodedPath());
        assertNull(UrlText.of("a%00b").decodedPath());
        assertNull(UrlText.of("a%4").decodedPath());
        assertNull(UrlText.of("a%zz").decodedPath());
    }
}
