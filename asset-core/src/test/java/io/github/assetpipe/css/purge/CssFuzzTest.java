package io.github.assetpipe.css.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.css.Browsers;
import io.github.assetpipe.css.CssMinifier;
import io.github.assetpipe.css.MinifiedCss;
import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.css.SyntaxProblem;
import io.github.assetpipe.css.Tokens;
import io.github.assetpipe.css.UrlReferences;
import io.github.assetpipe.option.PurgeOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Changes stylesheets at random and asks of the tokenizer, parser, minifier and purger what must hold for every text.
 *
 * <p>Takes {@code -Dassetpipe.fuzz.seconds}, 20 unless set; {@code -Dassetpipe.fuzz.seed} chooses where to begin. Every
 * text follows from its seed, which a failure names.
 */
class CssFuzzTest {
    private static final PurgeOptions OPTIONS =
            new PurgeOptions(true, List.of(), List.of(), List.of(), List.of(), true, true, true, List.of(), List.of());
    private static final String[] PIECES = {
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ";",
        ":",
        ",",
        "\"",
        "'",
        "\\",
        "/*",
        "*/",
        "/",
        "!",
        "&",
        "@",
        "#",
        ".",
        "%",
        "-",
        "--",
        "+",
        "~",
        ">",
        "|",
        "*",
        "=",
        "<!--",
        "-->",
        " ",
        "\n",
        "\r",
        "\t",
        "\f",
        "\0",
        "\ufeff",
        "é",
        "😀",
        "\ud800",
        "0",
        "1e3",
        "1e999",
        "4-cm",
        "1e3e4",
        "-.5",
        "calc(",
        "var(--x)",
        "var(",
        "url(",
        "url(a)",
        "!important",
        "@media",
        "@layer",
        "@import",
        "@charset \"x\";",
        "@keyframes",
        "@supports",
        "@font-face",
        "@property",
        "@scope",
        ":is(",
        ":not(",
        ":has(",
        "::before",
        "&&",
        "\\31 ",
        "\\0",
        "u+26",
        "#fff",
        "1px",
        "0%",
        "rgb(0 0 0/.5)",
        "color:red",
        "--x:",
        "margin:0",
        "all:unset",
        "flex:1 1 0%",
        "inherit",
        "gap:1px 2px",
        "border:0",
        "a{",
        "a,b{",
        "@media(min-width:1px){",
        "/*!x*/"
    };

    private static final int SEEDS = 2_000;

    @Test
    void everyTextIsReadMinifiedAndPurgedSafely() throws IOException {
        // Without a time, a fixed number of seeds: a slow machine tries what a fast one tries.
        long seconds = Long.getLong("assetpipe.fuzz.seconds", 0);
        long seed = Long.getLong("assetpipe.fuzz.seed", 1);
        long last = seconds == 0 ? seed + SEEDS : Long.MAX_VALUE;
        List<String> corpus = corpus();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (seed < last && (seconds == 0 || System.nanoTime() < end)) {
            String text = text(corpus, new Random(seed));
            try {
                check(text);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("seed " + seed + " gives " + text, e);
            }
            seed++;
        }
    }

    private static List<String> corpus() throws IOException {
        try (InputStream in = CssMinifier.class.getResourceAsStream("constructs.txt")) {
            String all = in == null ? "a{color:red}" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(all.split("(?m)^=== .*\n"));
        }
    }

    /** Joins one to three constructs and changes them in up to eight places. */
    private static String text(List<String> corpus, Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            out.append(corpus.get(random.nextInt(corpus.size())));
        }
        for (int i = random.nextInt(9); i > 0 && !out.isEmpty(); i--) {
            int at = random.nextInt(out.length());
            int to = Math.min(out.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> out.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 1 -> out.delete(at, to);
                case 2 -> out.insert(random.nextInt(out.length()), out.substring(at, to));
                case 3 -> out.replace(at, to, PIECES[random.nextInt(PIECES.length)]);
                default -> {
                    String construct = corpus.get(random.nextInt(corpus.size()));
                    int cut = construct.isEmpty() ? 0 : random.nextInt(construct.length());
                    out.insert(at, construct, cut, construct.length());
                }
            }
        }
        return out.toString();
    }

    private static void check(String text) {
        tokensTile(text);
        problemsAreInTheText(Stylesheet.parse(text));
        minifies(text);
        purges(text);
    }

    private static void tokensTile(String text) {
        Tokens tokens = Tokens.of(text);
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            assertEquals(at, tokens.start(i), "a gap before token " + i);
            assertTrue(tokens.end(i) > at, "token " + i + " is empty");
            at = tokens.end(i);
        }
        assertEquals(text.length(), at, "the tokens end before the text");
    }

    private static void problemsAreInTheText(Stylesheet sheet) {
        for (SyntaxProblem problem : sheet.problems()) {
            assertTrue(problem.start() >= 0 && problem.start() < problem.end(), problem.toString());
            assertTrue(problem.start() <= sheet.source().length(), problem.toString());
        }
    }

    private static void minifies(String text) {
        MinifiedCss result = CssMinifier.run(text, Browsers.WIDELY_AVAILABLE, true);
        int before = -1;
        for (MinifiedCss.Place place : result.places()) {
            assertTrue(
                    place.generated() >= before
                            && place.generated() <= result.text().length(),
                    place.toString());
            assertTrue(place.source() >= 0 && place.source() <= text.length(), place.toString());
            before = place.generated();
        }
        String minified = result.text();
        assertEquals(minified, CssMinifier.minify(text), "asking for places changes the text");
        // What stays too long comes back closed, so twice is enough to settle.
        String again = CssMinifier.minify(minified);
        assertTrue(again.length() <= minified.length(), "a second pass makes it longer");
        List<String> urls = urls(text);
        for (String url : urls(minified)) {
            assertTrue(urls.contains(url) || url.startsWith("./") || urls.contains("./" + url), "invents " + url);
        }
        CssMinifier.minify(text, Browsers.ANY);
    }

    private static List<String> urls(String css) {
        List<String> out = new ArrayList<>();
        UrlReferences.of(css).forEach(reference -> out.add(reference.url()));
        return out;
    }

    private static void purges(String text) {
        Evidence evidence = Evidence.scan("x.html", "<a class='b x'>c</a>", TextKind.MARKUP);
        PurgeInput input = new PurgeInput("a.css", Stylesheet.parse(text), true);
        PurgeResult result = Purger.purge(List.of(input), evidence, OPTIONS);
        String purged = result.sheets().get(0).text();
        assertTrue(purged.length() <= text.length() + 1, "purging makes it longer");
        for (Verdict verdict : result.sheets().get(0).verdicts()) {
            assertTrue(verdict.offset() >= 0 && verdict.offset() <= text.length(), verdict.toString());
        }
    }
}
