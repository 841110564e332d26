package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks of another compressor's test suite, and probes of its faults: what goes in comes out, in order, or stays. */
class CompressorCasesTest {
    private static final Path CASES = Path.of(System.getProperty("assetpipe.cases", "../../shared/cases"));

    static Stream<Path> upstream() throws IOException {
        return folders("compressor/hunks", "compressor/split", "compressor/output");
    }

    static Stream<Path> probes() throws IOException {
        return folders("compress-probes");
    }

    private static Stream<Path> folders(String... parents) throws IOException {
        Stream<Path> all = Stream.of();
        for (String parent : parents) {
            Path folder = CASES.resolve(parent);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> children = Files.list(folder)) {
                    List<Path> found = children.filter(c -> Files.exists(c.resolve("block.html")))
                            .sorted()
                            .toList();
                    all = Stream.concat(all, found.stream());
                }
            }
        }
        List<Path> found = all.toList();
        return found.isEmpty() ? Stream.of(CASES.resolve("missing")) : found.stream();
    }

    private static TestSite site(String root) throws IOException {
        TestSite site = new TestSite().options(TestSite.referencesOnly());
        Path folder = CASES.resolve(root);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                site.asset(folder.relativize(file).toString().replace('\\', '/'), Content.of(Files.readAllBytes(file)));
            }
        }
        return site;
    }

    private static void assumePresent(Path folder) {
        Assumptions.assumeTrue(Files.isDirectory(folder), "no cases at " + CASES.toAbsolutePath());
    }

    @ParameterizedTest
    @MethodSource("upstream")
    void joinsTheHunksInTheirOrder(Path folder) throws IOException {
        assumePresent(folder);
        String block = Files.readString(folder.resolve("block.html"));
        JsonObject facts = JsonParser.parseString(Files.readString(folder.resolve("case.json")))
                .getAsJsonObject();
        String kind = facts.get("kind").getAsString();
        boolean precompiled = block.contains("text/coffeescript")
                || facts.toString().contains("PRECOMPILERS")
                || facts.toString().contains("<link ");
        Assumptions.assumeFalse(precompiled, "needs a compiler for another language");
        Site after = site("compressor/static")
                .template("p.html", "{% compress " + kind + " file b %}" + block + "{% endcompress %}")
                .run();
        JsonElement hunks = facts.get("expected_hunks");
        StringBuilder made = new StringBuilder();
        after.assets().values().stream()
                .filter(a -> a.origin() == Origin.GENERATED)
                .forEach(a -> made.append(a.content().text()));
        int at = 0;
        for (JsonElement hunk : hunks == null ? new JsonArray() : hunks.getAsJsonArray()) {
            String text =
                    hunk.getAsString().replaceAll("url\\([^)]*\\)", "url(").strip();
            String first = text.contains("url(") ? text.substring(0, text.indexOf("url(")) : text;
            int found = made.indexOf(first, at);
            assertTrue(found >= 0, "\"" + first + "\" in order in\n" + made);
            at = found + first.length();
        }
        String page = after.pages().get(0).content().text();
        assertFalse(page.contains("compress"), page);
    }

    @ParameterizedTest
    @MethodSource("probes")
    void losesNothing(Path folder) throws IOException {
        assumePresent(folder);
        String block = Files.readString(folder.resolve("block.html"));
        String name = folder.getFileName().toString();
        String kind = name.contains("-js-") ? "js" : "css";
        TestSite site = site("compress-probes/_root")
                .template("p.html", "{% compress " + kind + " file b %}" + block + "{% endcompress %}");
        if (name.startsWith("10-") || name.startsWith("16-")) {
            // A missing file, and a style sheet that was not compiled: errors with their place.
            try {
                site.run();
            } catch (AssetException e) {
                assertTrue(e.getMessage().contains("templates/p.html:1:"), e.getMessage());
                return;
            }
            throw new AssertionError("should have failed");
        }
        Site after = site.run();
        String page = after.pages().get(0).content().text();
        String bundles = String.join(
                "\n",
                after.assets().values().stream()
                        .filter(a -> a.origin() == Origin.GENERATED)
                        .map(a -> a.content().text())
                        .toList());
        switch (name.substring(0, 2)) {
            case "02" -> assertEquals(2, count(page, "<link"));
            // Each of the two begins with an @import, which counts only at the beginning of a file.
            case "06" -> assertEquals(2, count(page, "<link"));
            case "08" ->
                assertTrue(page.startsWith("<link rel=\"stylesheet\" href=\"https://cdn.example/x.css\">"), page);
            case "12" ->
                assertEquals(block.replace("print.css", "print.HASH.css").strip(), page.strip());
            case "14" -> assertTrue(page.contains("crossorigin=\"anonymous\" nonce=\"n\" id=\"z\" data-a=\"b\""), page);
            case "18" -> assertTrue(page.startsWith("<p>hello</p><!-- c --><!--[if IE]><link"), page);
            case "20" -> assertEquals("<!-- nothing -->", page.strip());
            case "22" -> assertTrue(bundles.contains("\u00e9"), bundles);
            case "26" -> assertTrue(page.startsWith("<noscript><link"), page);
            case "30" -> assertEquals(2, count(page, "<script"));
            case "34", "38", "40" ->
                assertEquals(
                        block.replace("widget.mjs.js", "widget.mjs.HASH.js").strip(), page.strip());
            case "36" -> assertTrue(page.startsWith("<script nomodule src="), page);
            case "44" -> assertTrue(page.startsWith("<script async defer src="), page);
            case "46" -> assertTrue(page.contains("nonce=\"n\" id=\"i\" data-x=\"1\" fetchpriority=\"low\""), page);
            case "50" -> assertTrue(bundles.contains("if(a&&b<c){x=\"&amp;\"}"), bundles);
            case "52" -> assertEquals(block.strip(), page.strip());
            default -> assertFalse(bundles.isEmpty());
        }
    }

    private static int count(String text, String word) {
        return text.split(java.util.regex.Pattern.quote(word), -1).length - 1;
    }
}
