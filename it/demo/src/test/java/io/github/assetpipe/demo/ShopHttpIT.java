package io.github.assetpipe.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged shop over HTTP: everything is there, under its final name, and compressed. */
class ShopHttpIT {
    private static final Pattern FINGERPRINTED = Pattern.compile(".*\\.([0-9a-f]{12})\\.[a-z0-9]+");
    private static final Visitor VISITOR = new Visitor(RunningShop.built());

    private static Crawl crawl = new Crawl(new java.util.TreeMap<>(), new java.util.TreeMap<>());

    @BeforeAll
    static void crawlTheShop() {
        crawl = Crawl.of(VISITOR);
    }

    @Test
    void everyPageIsThere() {
        assertTrue(crawl.pages().size() > 30, () -> "only " + crawl.pages().keySet());
        assertEquals(List.of(), paths(crawl.pages(), answer -> answer.status() != 200));
    }

    @Test
    void everyAssetThatAPageOrAStylesheetNamesIsThere() {
        assertTrue(crawl.assets().size() > 30, () -> "only " + crawl.assets().keySet());
        assertEquals(List.of(), paths(crawl.assets(), answer -> answer.status() != 200));
    }

    @Test
    void stylesheetsScriptsAndFontsAreNamedByTheirContent() {
        List<String> plain = crawl.assets().keySet().stream()
                .filter(path -> path.matches(".*\\.(css|js|woff2)"))
                .filter(path -> !FINGERPRINTED.matcher(path).matches())
                .toList();
        assertEquals(List.of(), plain);
    }

    @Test
    void aFingerprintIsTheFirstTwelveDigitsOfTheContentsHash() throws NoSuchAlgorithmException {
        int checked = 0;
        for (Map.Entry<String, Visitor.Answer> asset : crawl.assets().entrySet()) {
            Matcher name = FINGERPRINTED.matcher(asset.getKey());
            if (name.matches()) {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(asset.getValue().body());
                assertEquals(HexFormat.of().formatHex(hash).substring(0, 12), name.group(1), asset.getKey());
                checked++;
            }
        }
        assertTrue(checked > 15, "only " + checked + " fingerprinted assets");
    }

    @Test
    void fingerprintedFilesAreKeptForAYear() {
        crawl.assets().forEach((path, answer) -> {
            if (FINGERPRINTED.matcher(path).matches()) {
                assertEquals("max-age=31536000, public, immutable", answer.cache(), path);
            }
        });
    }

    @Test
    void pagesAreAskedForAgain() {
        crawl.pages().forEach((path, answer) -> assertEquals("no-cache", answer.cache(), path));
    }

    @Test
    void aFingerprintThatIsGoneIsNotRememberedAsMissing() {
        Visitor.Answer answer = VISITOR.get("/css/app.0123456789ab.css");
        assertEquals(404, answer.status());
        assertEquals("no-cache", answer.cache());
    }

    @Test
    void brotliDecodesToTheFile() throws IOException {
        decodesToTheFile("br");
    }

    @Test
    void gzipDecodesToTheFile() throws IOException {
        decodesToTheFile("gzip");
    }

    @Test
    void browsersThatTakeBothGetBrotli() {
        String stylesheet = paths(crawl.assets(), answer -> answer.type().startsWith("text/css"))
                .get(0);
        assertEquals("br", VISITOR.get(stylesheet, "gzip, deflate, br, zstd").coding());
    }

    @Test
    void anUnknownAddressGetsTheShopsOwnPage() {
        Visitor.Answer answer = VISITOR.get("/plants/no-such-plant");
        assertEquals(404, answer.status());
        assertTrue(answer.text().contains("This one has wilted"));
    }

    @Test
    void aFaultGetsTheShopsOwnPage() {
        Visitor.Answer answer = VISITOR.get("/fault");
        assertEquals(500, answer.status());
        assertTrue(answer.text().contains("We spilled something"));
    }

    @Test
    void stylesAndScriptsOfTheHomePageFallBySixtyPercentOnTheWire() throws IOException {
        Weight before = Weight.ofHomePage(RunningShop.unprocessed());
        Weight after = Weight.ofHomePage(RunningShop.built());
        String table = Weight.table(before, after);
        System.out.println(table);
        assertTrue(after.brotli() <= before.brotli() * 0.4, table);
    }

    private static void decodesToTheFile(String coding) throws IOException {
        int checked = 0;
        for (Map.Entry<String, Visitor.Answer> asset : crawl.assets().entrySet()) {
            boolean text = asset.getKey().matches(".*\\.[0-9a-f]{12}\\.(css|js|svg)");
            if (text) {
                Visitor.Answer answer = VISITOR.get(asset.getKey(), coding);
                assertEquals(coding, answer.coding(), asset.getKey());
                assertArrayEquals(asset.getValue().body(), answer.decoded(), asset.getKey());
                checked++;
            }
        }
        assertTrue(checked > 5, "only " + checked + " compressed assets");
    }

    private static List<String> paths(
            Map<String, Visitor.Answer> answers, java.util.function.Predicate<Visitor.Answer> which) {
        return answers.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(entry -> entry.getKey()
                        + (entry.getValue().status() == 200
                                ? ""
                                : " " + entry.getValue().status()))
                .toList();
    }
}
