package io.github.assetpipe.serve;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.Config;
import io.github.assetpipe.PassName;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.option.SourceRoot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Asks the running server what browsers, caches, crawlers and attackers ask, byte by byte. */
class ProbeTest {
    private static final String CHANGED = "Sun, 06 Nov 2016 08:49:37 GMT";

    @TempDir
    static Path base;

    private static Path web;
    private static HttpServer server;
    private static OutputFiles files;
    private static String css;
    private static byte[] plain;

    /** One question, and what must be true of the answer. */
    private record Probe(
            String name, String method, String target, List<String> headers, List<Consumer<RawClient.Reply>> checks) {}

    @BeforeAll
    static void start() throws IOException {
        web = base.resolve("target/web");
        source("css/app.css", ".a{background:url(../img/a.png)}\n" + ".b{color:red}\n".repeat(300));
        source("img/a.png", "not really a picture");
        source("js/tiny.js", "1");
        source("empty.txt", "");
        source("index.html", "<!doctype html><link rel=stylesheet href=css/app.css>" + "<p>hello".repeat(100));
        source("docs/index.html", "<h1>docs</h1>");
        source("latin.html", "<meta charset=iso-8859-1>");
        source("a b/ü.txt", "blank");
        Files.write(base.resolve("src/latin.html"), "<p>\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        Config config = Config.builder(base, web)
                .roots(List.of(SourceRoot.of(base.resolve("src"), SourceRoot.Kind.ASSETS, "")))
                .copyAll(true)
                .threads(1)
                .passes(EnumSet.of(PassName.FINGERPRINT, PassName.PRECOMPRESS))
                .build();
        AssetPipeline.build(config, Reporter.silent());
        Manifest manifest =
                ManifestFile.read(web.resolve("asset-manifest.json")).orElseThrow();
        css = "/" + Objects.requireNonNull(manifest.assets().get("css/app.css")).path();
        Files.writeString(web.resolve("liar.0123456789ab.js"), "not what the name says");
        Files.writeString(web.resolve("page.jsp"), "<% secret %>");
        Files.writeString(web.resolve("app.scss"), "$secret: 1");
        Files.createDirectories(web.resolve("WEB-INF"));
        Files.writeString(web.resolve("WEB-INF/web.xml"), "<secret/>");
        Files.writeString(base.resolve("outside.txt"), "secret");
        try (Stream<Path> all = Files.walk(web)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2016-11-06T08:49:37Z")));
            }
        }
        try {
            Files.createSymbolicLink(web.resolve("link.txt"), base.resolve("outside.txt"));
        } catch (IOException | UnsupportedOperationException e) {
            Files.deleteIfExists(web.resolve("link.txt"));
        }
        plain = Files.readAllBytes(web.resolve(css.substring(1)));
        files = new OutputFiles(web, "asset-manifest.json", WebJars.open(List.of(), ""), UnaryOperator.identity());
        server = HttpServer.start("127.0.0.1", 0, new SiteAnswers(files)::answer, java.util.Map.of());
    }

    private static void source(String path, String text) throws IOException {
        Path file = base.resolve("src").resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Consumer<RawClient.Reply> status(int status) {
        return r -> assertEquals(status, r.status());
    }

    private static Consumer<RawClient.Reply> header(String name, String value) {
        return r -> assertEquals(value, r.header(name), name);
    }

    private static Consumer<RawClient.Reply> no(String name) {
        return r -> assertEquals("", r.header(name), name);
    }

    private static Consumer<RawClient.Reply> body(byte[] bytes) {
        return r -> assertArrayEquals(bytes, r.body());
    }

    private static Consumer<RawClient.Reply> coding(String coding) {
        return r -> {
            assertEquals(200, r.status());
            assertEquals(coding.equals("identity") ? "" : coding, r.header("content-encoding"));
            assertArrayEquals(plain, decode(r));
            assertEquals("Accept-Encoding", r.header("vary"));
        };
    }

    private static byte[] decode(RawClient.Reply reply) {
        try {
            return switch (reply.header("content-encoding")) {
                case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(reply.body())).readAllBytes();
                case "br" -> io.github.assetpipe.transform.Brotli.decode(reply.body(), 1 << 20);
                default -> reply.body();
            };
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] slice(int from, int to) {
        return Arrays.copyOfRange(plain, from, to);
    }

    @SafeVarargs
    private static Probe get(String name, String target, String headers, Consumer<RawClient.Reply>... checks) {
        return probe(name, "GET", target, headers, checks);
    }

    @SafeVarargs
    private static Probe probe(
            String name, String method, String target, String headers, Consumer<RawClient.Reply>... checks) {
        return new Probe(
                name, method, target, headers.lines().filter(h -> !h.isEmpty()).toList(), List.of(checks));
    }

    private static Probe negotiate(String accept, String coding) {
        return get("Accept-Encoding \"" + accept + "\"", css, "Accept-Encoding: " + accept, coding(coding));
    }

    private static List<Probe> probes() {
        List<Probe> all = new ArrayList<>();
        all.addAll(negotiation());
        all.addAll(conditions());
        all.addAll(ranges());
        all.addAll(caching());
        all.addAll(paths());
        return all;
    }

    private static List<Probe> negotiation() {
        return List.of(
                get("no Accept-Encoding", css, "", coding("identity")),
                get("empty Accept-Encoding", css, "Accept-Encoding:", coding("identity")),
                negotiate("gzip", "gzip"),
                negotiate("br", "br"),
                negotiate("gzip, deflate, br", "br"),
                negotiate("gzip, deflate, br, zstd", "br"),
                negotiate("br;q=0", "identity"),
                negotiate("br;q=0, gzip", "gzip"),
                negotiate("br;q=0.000, gzip;q=0.001", "gzip"),
                negotiate("gzip;q=1.0, br;q=0.5", "gzip"),
                negotiate("br;q=0.8, gzip;q=0.8", "br"),
                negotiate("*", "br"),
                negotiate("*;q=0.1", "br"),
                negotiate("gzip;q=0.2, *;q=0.9", "br"),
                negotiate("br;q=0, *", "gzip"),
                negotiate("gzip;q=0, br;q=0, *", "identity"),
                negotiate("identity", "identity"),
                negotiate("identity;q=1, *;q=0", "identity"),
                negotiate("identity;q=0.5, gzip;q=0.1", "identity"),
                negotiate("identity;q=0, gzip", "gzip"),
                negotiate("GZIP", "gzip"),
                negotiate("Br ; Q=1", "br"),
                negotiate("x-gzip", "gzip"),
                negotiate("x-gzip-not", "identity"),
                negotiate("not-br, brotli", "identity"),
                negotiate("gzip;q=1.5", "identity"),
                negotiate("gzip;q=0.1234, br", "br"),
                negotiate("gzip;q=, br;q=x", "identity"),
                negotiate(",, gzip ,,", "gzip"),
                negotiate("deflate, compress", "identity"),
                negotiate("gzip;level=9;q=1", "identity"),
                get(
                        "two lines",
                        css,
                        "Accept-Encoding: deflate\nAccept-Encoding: br;q=0.3, gzip;q=0.4",
                        coding("gzip")),
                get(
                        "nothing acceptable",
                        css,
                        "Accept-Encoding: *;q=0",
                        status(406),
                        header("vary", "Accept-Encoding")),
                get(
                        "identity refused, unknown coding",
                        css,
                        "Accept-Encoding: identity;q=0, deflate",
                        status(406),
                        header("cache-control", "no-store")),
                get(
                        "identity refused for a file without variants",
                        "/js/tiny.js",
                        "Accept-Encoding: identity;q=0, gzip",
                        status(200),
                        header("content-encoding", "gzip"),
                        r -> assertArrayEquals("1".getBytes(StandardCharsets.US_ASCII), decode(r))));
    }

    private static String tag(String accept) throws IOException {
        try (RawClient client = new RawClient(server.url())) {
            return client.ask("HEAD", css, List.of("Accept-Encoding: " + accept))
                    .header("etag");
        }
    }

    private static List<Probe> conditions() {
        String br;
        String gzip;
        String identity;
        try {
            br = tag("br");
            gzip = tag("gzip");
            identity = tag("identity");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String asBr = "Accept-Encoding: br\n";
        return List.of(
                get("tag of what would be sent", css, asBr + "If-None-Match: " + br, status(304), header("etag", br)),
                get("tag of another coding", css, asBr + "If-None-Match: " + gzip, status(200)),
                get("tag of no coding", css, asBr + "If-None-Match: " + identity, status(200)),
                get("weak tag", css, asBr + "If-None-Match: W/" + br, status(304)),
                get("list of tags", css, asBr + "If-None-Match: \"x\", " + gzip + ", " + br, status(304)),
                get("list on two lines", css, asBr + "If-None-Match: \"x\"\nIf-None-Match: " + br, status(304)),
                get("tag with a comma before", css, asBr + "If-None-Match: \"a,b\"," + br, status(304)),
                get("star", css, asBr + "If-None-Match: *", status(304)),
                get("other tag", css, asBr + "If-None-Match: \"x\"", status(200)),
                get("tag without quotes", css, asBr + "If-None-Match: " + br.replace("\"", ""), status(200)),
                get(
                        "a 304 has no body headers",
                        css,
                        asBr + "If-None-Match: *",
                        no("content-type"),
                        no("content-encoding")),
                get(
                        "a 304 keeps what caches need",
                        css,
                        asBr + "If-None-Match: *",
                        header("vary", "Accept-Encoding"),
                        header("cache-control", "public, max-age=31536000, immutable")),
                get("same time", css, "If-Modified-Since: " + CHANGED, status(304)),
                get("later time", css, "If-Modified-Since: Mon, 07 Nov 2016 08:49:37 GMT", status(304)),
                get("earlier time", css, "If-Modified-Since: Sat, 05 Nov 2016 08:49:37 GMT", status(200)),
                get("RFC 850 time", css, "If-Modified-Since: Sunday, 06-Nov-16 08:49:37 GMT", status(304)),
                get("asctime time", css, "If-Modified-Since: Sun Nov  6 08:49:37 2016", status(304)),
                get("no time", css, "If-Modified-Since: yesterday", status(200)),
                get("tags win over times", css, "If-None-Match: \"x\"\nIf-Modified-Since: " + CHANGED, status(200)),
                get(
                        "tags win over times, the other way",
                        css,
                        "If-None-Match: " + identity + "\nIf-Modified-Since: Sat, 05 Nov 2016 08:49:37 GMT",
                        status(304)),
                get("If-Match fits", css, "If-Match: " + identity, status(200)),
                get("If-Match star", css, "If-Match: *", status(200)),
                get("If-Match weak never fits", css, "If-Match: W/" + identity, status(412)),
                get("If-Match other", css, "If-Match: \"x\"", status(412)),
                get("If-Unmodified-Since fits", css, "If-Unmodified-Since: " + CHANGED, status(200)),
                get(
                        "If-Unmodified-Since does not fit",
                        css,
                        "If-Unmodified-Since: Sat, 05 Nov 2016 08:49:37 GMT",
                        status(412)),
                probe("HEAD with a tag", "HEAD", css, asBr + "If-None-Match: " + br, status(304)),
                get(
                        "a range with a tag that fits is not sent",
                        css,
                        asBr + "Range: bytes=0-4\nIf-None-Match: " + br,
                        status(304)),
                get("If-Range fits", css, "Range: bytes=0-4\nIf-Range: " + identity, status(206), body(slice(0, 5))),
                get("If-Range is another", css, "Range: bytes=0-4\nIf-Range: \"x\"", status(200), body(plain)),
                get("If-Range is weak", css, "Range: bytes=0-4\nIf-Range: W/" + identity, status(200)),
                get("If-Range by time", css, "Range: bytes=0-4\nIf-Range: " + CHANGED, status(206)),
                get(
                        "If-Range by another time",
                        css,
                        "Range: bytes=0-4\nIf-Range: Mon, 07 Nov 2016 08:49:37 GMT",
                        status(200)));
    }

    private static List<Probe> ranges() {
        int size = plain.length;
        return List.of(
                get(
                        "first byte",
                        css,
                        "Range: bytes=0-0",
                        status(206),
                        header("content-range", "bytes 0-0/" + size),
                        body(slice(0, 1))),
                get("to the end", css, "Range: bytes=10-", status(206), body(slice(10, size))),
                get("beyond the end", css, "Range: bytes=10-99999999", status(206), body(slice(10, size))),
                get(
                        "far beyond the end",
                        css,
                        "Range: bytes=10-99999999999999999999999",
                        status(206),
                        body(slice(10, size))),
                get("suffix", css, "Range: bytes=-7", status(206), body(slice(size - 7, size))),
                get("suffix longer than all", css, "Range: bytes=-99999999", status(206), body(plain)),
                get(
                        "everything",
                        css,
                        "Range: bytes=0-",
                        status(206),
                        header("content-range", "bytes 0-" + (size - 1) + "/" + size)),
                get(
                        "after the end",
                        css,
                        "Range: bytes=99999999-",
                        status(416),
                        header("content-range", "bytes */" + size)),
                get("empty suffix", css, "Range: bytes=-0", status(416)),
                get("backwards", css, "Range: bytes=7-3", status(200), body(plain)),
                get("other unit", css, "Range: lines=1-2", status(200), no("content-range")),
                get("no range", css, "Range: bytes=abc", status(200)),
                get("only a dash", css, "Range: bytes=-", status(200)),
                get("unit in capitals", css, "Range: BYTES=0-1", status(206)),
                get("blanks in the list", css, "Range: bytes= 0-1 , ", status(206), body(slice(0, 2))),
                get("two ranges", css, "Range: bytes=0-1,10-12", status(206), no("content-range"), ProbeTest::twoParts),
                get("touching ranges", css, "Range: bytes=0-1,2-3", status(206), body(slice(0, 4))),
                get("overlapping ranges", css, "Range: bytes=5-9,0-6", status(206), body(slice(0, 10))),
                get(
                        "one of two can be satisfied",
                        css,
                        "Range: bytes=0-1,99999999-",
                        status(206),
                        header("content-range", "bytes 0-1/" + size)),
                get("none of two can be satisfied", css, "Range: bytes=99999999-,-0", status(416)),
                get(
                        "a thousand ranges",
                        css,
                        "Range: bytes=" + "0-0,2-2,".repeat(500) + "4-4",
                        status(200),
                        body(plain)),
                probe(
                        "HEAD has no ranges",
                        "HEAD",
                        css,
                        "Range: bytes=0-4",
                        status(200),
                        header("content-length", "" + size)),
                get(
                        "a range of what is encoded",
                        css,
                        "Accept-Encoding: gzip\nRange: bytes=0-1",
                        status(206),
                        header("content-encoding", "gzip"),
                        body(new byte[] {0x1f, (byte) 0x8b})),
                get(
                        "several ranges of what is encoded",
                        css,
                        "Accept-Encoding: gzip\nRange: bytes=0-1,8-9",
                        status(200),
                        coding("gzip")),
                get(
                        "a range of nothing",
                        "/empty.txt",
                        "Range: bytes=0-",
                        status(416),
                        header("content-range", "bytes */0")),
                get("ranges are announced", css, "", header("accept-ranges", "bytes")));
    }

    private static void twoParts(RawClient.Reply reply) {
        String type = reply.header("content-type");
        assertTrue(type.startsWith("multipart/byteranges; boundary="), type);
        String boundary = type.substring(type.indexOf('=') + 1);
        String size = "/" + plain.length;
        String want =
                "\r\n--" + boundary + "\r\nContent-Type: text/css; charset=utf-8\r\nContent-Range: bytes 0-1" + size
                        + "\r\n\r\n" + new String(slice(0, 2), StandardCharsets.US_ASCII) + "\r\n--" + boundary
                        + "\r\nContent-Type: text/css; charset=utf-8\r\nContent-Range: bytes 10-12" + size + "\r\n\r\n"
                        + new String(slice(10, 13), StandardCharsets.US_ASCII) + "\r\n--" + boundary + "--\r\n";
        assertEquals(want, new String(reply.body(), StandardCharsets.US_ASCII));
    }

    private static List<Probe> caching() {
        String check = "no-cache";
        return List.of(
                get(
                        "a true hash is kept for a year",
                        css,
                        "",
                        header("cache-control", "public, max-age=31536000, immutable")),
                get("a plain name is checked", "/css/app.css", "", status(200), header("cache-control", check)),
                get(
                        "a name that lies is checked",
                        "/liar.0123456789ab.js",
                        "",
                        status(200),
                        header("cache-control", check)),
                get(
                        "a page is checked",
                        "/index.html",
                        "",
                        header("cache-control", check),
                        header("content-type", "text/html; charset=utf-8")),
                get("a page is compressed", "/", "Accept-Encoding: br", header("content-encoding", "br")),
                get("a page in another charset names its own", "/latin.html", "", header("content-type", "text/html")),
                get("a script's type", "/js/tiny.js", "", header("content-type", "text/javascript; charset=utf-8")),
                get(
                        "a picture's type",
                        "/img/a.png",
                        "Accept-Encoding: br, gzip",
                        header("content-type", "image/png"),
                        no("content-encoding")),
                get("types are not guessed", css, "", header("x-content-type-options", "nosniff")),
                get("the time of the file", css, "", header("last-modified", CHANGED)),
                get("no server is named", css, "", no("server")),
                probe(
                        "HEAD is GET without a body",
                        "HEAD",
                        css,
                        "Accept-Encoding: br",
                        status(200),
                        header("content-encoding", "br"),
                        body(new byte[0])),
                probe("POST", "POST", css, "Content-Length: 0", status(405), header("allow", "GET, HEAD, OPTIONS")),
                probe("DELETE", "DELETE", css, "", status(405)),
                probe("OPTIONS", "OPTIONS", css, "", status(204), header("allow", "GET, HEAD, OPTIONS")));
    }

    private static Probe hidden(String target) {
        return get("not served: " + target, target, "", r -> {
            assertTrue(r.status() == 404 || r.status() == 400, target + " gave " + r.status());
            assertTrue(!new String(r.body(), StandardCharsets.UTF_8).contains("secret"), target);
        });
    }

    private static List<Probe> paths() {
        return List.of(
                get("the root", "/", "", status(200), header("content-type", "text/html; charset=utf-8")),
                get("a folder with a page", "/docs/", "", status(200)),
                get("a folder without its slash", "/docs?x=1", "", status(302), header("location", "/docs/?x=1")),
                get("a folder without a page is not listed", "/css/", "", status(404)),
                get(
                        "encoded names",
                        "/a%20b/%C3%BC.txt",
                        "",
                        status(200),
                        body("blank".getBytes(StandardCharsets.US_ASCII))),
                get("a query does not matter", css + "?v=1", "", status(200)),
                hidden("/none.css"),
                hidden("/asset-manifest.json"),
                hidden("/asset-manifest-paths.json"),
                hidden(css + ".br"),
                hidden("/css/app.css.gz"),
                hidden("/page.jsp"),
                hidden("/app.scss"),
                hidden("/WEB-INF/web.xml"),
                hidden("/web-inf/web.xml"),
                hidden("/./WEB-INF/web.xml"),
                hidden("/WEB-INF%2Fweb.xml"),
                hidden("/%57EB-INF/web.xml"),
                hidden("/WEB-INF;a=b/web.xml"),
                hidden("/../outside.txt"),
                hidden("/%2e%2e/outside.txt"),
                hidden("/..%2foutside.txt"),
                hidden("/..\\outside.txt"),
                hidden("/css/..%5c..%5c..%5coutside.txt"),
                hidden("/css/%00"),
                hidden("/css/app.css%00.html"),
                hidden("/css/%ff%fe"),
                hidden("//outside.txt"),
                hidden("/css//app.css"),
                hidden("/css/app.css/"),
                hidden("/link.txt"));
    }

    @TestFactory
    Stream<DynamicTest> everyProbeIsAnsweredRight() {
        return probes().stream()
                .map(probe -> DynamicTest.dynamicTest(probe.name(), () -> {
                    try (RawClient client = new RawClient(server.url())) {
                        check(probe, client);
                    }
                }));
    }

    private static void check(Probe probe, RawClient client) throws IOException {
        RawClient.Reply reply = client.ask(probe.method(), probe.target(), probe.headers());
        assertAll(
                probe.name() + ": " + reply.status() + " " + reply.headers(),
                probe.checks().stream().map(c -> () -> c.accept(reply)));
    }

    @Test
    void thereAreMoreThanSixtyProbes() {
        assertTrue(probes().size() > 120, "only " + probes().size());
    }

    @Test
    void hundredsOfClientsAtOnceGetTheSameOverOpenConnections() throws Exception {
        List<Probe> all = probes().stream()
                // The server closes the connection after a request that is not well-formed.
                .filter(p -> !p.name().startsWith("not served"))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(300);
        try {
            List<Callable<Integer>> clients = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                int first = i;
                clients.add(() -> {
                    try (RawClient client = new RawClient(server.url())) {
                        for (int k = 0; k < all.size(); k++) {
                            check(all.get((first + k) % all.size()), client);
                        }
                    }
                    return all.size();
                });
            }
            int answered = 0;
            for (Future<Integer> one : pool.invokeAll(clients)) {
                answered += one.get();
            }
            assertEquals(300 * all.size(), answered);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aFileThatIsBuiltAnewIsSentAnew() throws IOException {
        Path file = web.resolve("fresh.txt");
        Files.writeString(file, "one");
        try (RawClient client = new RawClient(server.url())) {
            RawClient.Reply one = client.ask("GET", "/fresh.txt", List.of());
            Files.writeString(file, "two and more");
            RawClient.Reply two = client.ask("GET", "/fresh.txt", List.of("If-None-Match: " + one.header("etag")));
            assertEquals(200, two.status());
            assertEquals("two and more", new String(two.body(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aLargeFileIsSentFromDiskInStretches() throws IOException {
        byte[] large = new byte[9 << 20];
        new java.util.Random(7).nextBytes(large);
        Files.write(web.resolve("large.bin"), large);
        try (RawClient client = new RawClient(server.url())) {
            assertArrayEquals(large, client.ask("GET", "/large.bin", List.of()).body());
            RawClient.Reply some = client.ask("GET", "/large.bin", List.of("Range: bytes=5000000-5000999"));
            assertArrayEquals(Arrays.copyOfRange(large, 5_000_000, 5_001_000), some.body());
            RawClient.Reply two = client.ask("GET", "/large.bin", List.of("Range: bytes=0-9,9000000-9000009"));
            assertEquals(206, two.status());
            assertTrue(two.body().length > 20 && two.body().length < 1000);
        }
    }
}
