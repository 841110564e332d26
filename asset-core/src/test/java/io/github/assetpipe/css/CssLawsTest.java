package io.github.assetpipe.css;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for every stylesheet. */
class CssLawsTest {
    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                        "a",
                        ".b",
                        "#c",
                        "{",
                        "}",
                        ";",
                        ":",
                        ",",
                        "(",
                        ")",
                        "[",
                        "]",
                        "color",
                        "red",
                        "margin",
                        "1px",
                        "0",
                        "-",
                        "+",
                        " ",
                        "\n",
                        "@media",
                        "@import",
                        "url(",
                        "\"",
                        "'",
                        "\\",
                        "/*",
                        "*/",
                        "!important",
                        "var(--x)",
                        "--x",
                        "calc(",
                        "*",
                        "/",
                        ">",
                        "&",
                        "%",
                        "#fff",
                        "u+1",
                        "@layer",
                        ":is(",
                        "!",
                        "é",
                        "@keyframes",
                        "from")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 300)
    void aSecondPassOverAGeneratedSheetChangesNothing(@ForAll long seed) {
        String once = CssMinifier.minify(new GeneratedSheets(seed).sheet(12));
        assertEquals(once, CssMinifier.minify(once));
    }

    @Property(tries = 300)
    void aGeneratedSheetNeverGetsLongerOrBroken(@ForAll long seed) {
        String source = new GeneratedSheets(seed).sheet(12);
        String minified = CssMinifier.minify(source);
        assertTrue(minified.length() <= source.length());
        assertEquals(List.of(), Stylesheet.parse(minified).problems());
    }

    @Property(tries = 300)
    void noAddressIsInvented(@ForAll long seed) {
        String source = new GeneratedSheets(seed).sheet(12);
        assertTrue(urls(source).containsAll(urls(CssMinifier.minify(source))));
    }

    @Property(tries = 2000)
    void anyTextIsMinifiedWithoutAnError(@ForAll("fragments") String source) {
        int length = Endings.closed(source).source().length();
        assertTrue(CssMinifier.minify(source).length() <= length);
        assertTrue(CssMinifier.minify(source, Browsers.ANY).length() <= length);
    }

    private static List<String> urls(String css) {
        return UrlReferences.of(css).stream().map(UrlReference::url).toList();
    }

    @Test
    void deepInputExhaustsNoStack() {
        for (String open : List.of("a{", "(", "@media (", "a:not(", "@supports (not (", "calc(", "[")) {
            String text = "a{b:c}" + open.repeat(50_000);
            assertTimeoutPreemptively(Duration.ofSeconds(120), () -> CssMinifier.minify(text), open);
        }
    }

    @Test
    void hugeInputTakesLinearTime() {
        String rules = ".a{margin:0}.b:hover{color:red}".repeat(50_000);
        String selectors = "a.b:hover,".repeat(100_000) + "c{color:red}";
        String media = "@media (min-width:1px){a{margin:0}}".repeat(30_000);
        String comment = "/*" + "x".repeat(1_000_000) + "*/";
        for (String text : List.of(rules, selectors, media, comment)) {
            assertTimeoutPreemptively(Duration.ofSeconds(120), () -> CssMinifier.minify(text));
        }
    }
}
