package io.github.assetpipe.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.Config;
import io.github.assetpipe.PassName;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.option.SourceRoot;
import io.github.assetpipe.report.ServerRecipes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small built site, its recipes, and what a server that follows them has to answer. */
abstract class RecipeProbe {
    private static final String YEAR = "public, max-age=31536000, immutable";

    @TempDir
    Path base;

    Path web;
    String css;
    Map<String, String> recipes = Map.of();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void build() throws IOException {
        web = base.resolve("target/web");
        source("css/app.css", ".a{background:url(../img/a.png)}\n" + ".b{color:red}\n".repeat(300));
        source("img/a.png", "not really a picture");
        source("index.html", "<!doctype html><link rel=stylesheet href=css/app.css>" + "<p>hello".repeat(100));
        Config config = Config.builder(base, web)
                .roots(List.of(SourceRoot.of(base.resolve("src"), SourceRoot.Kind.WEBAPP, "")))
                .copyAll(true)
                .passes(EnumSet.of(PassName.FINGERPRINT, PassName.PRECOMPRESS))
                .build();
        AssetPipeline.build(config, Reporter.silent());
        Manifest manifest =
                ManifestFile.read(web.resolve("asset-manifest.json")).orElseThrow();
        css = "/" + Objects.requireNonNull(manifest.assets().get("css/app.css")).path();
        recipes = ServerRecipes.of(manifest);
    }

    private void source(String path, String text) throws IOException {
        Path file = base.resolve("src").resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    /** Asks for files in several codings, and looks at what comes and how long it may be kept. */
    final void probe(String server, boolean brotli) throws Exception {
        byte[] plain = Files.readAllBytes(web.resolve(css.substring(1)));
        HttpResponse<byte[]> identity = patient(server + css);
        assertEquals(200, identity.statusCode());
        assertEquals(YEAR, header(identity, "Cache-Control"));
        assertEquals("", header(identity, "Content-Encoding"));
        assertArrayEquals(plain, identity.body());

        HttpResponse<byte[]> gzip = ask(server + css, "gzip");
        assertEquals("gzip", header(gzip, "Content-Encoding"));
        assertEquals(YEAR, header(gzip, "Cache-Control"));
        assertTrue(String.join(",", gzip.headers().allValues("Vary"))
                .toLowerCase(java.util.Locale.ROOT)
                .contains("accept-encoding"));
        assertArrayEquals(plain, read(new GZIPInputStream(new ByteArrayInputStream(gzip.body()))));
        assertTrue(header(gzip, "Content-Type").startsWith("text/css"), header(gzip, "Content-Type"));

        if (brotli) {
            Brotli4jLoader.ensureAvailability();
            HttpResponse<byte[]> br = ask(server + css, "gzip, deflate, br");
            assertEquals("br", header(br, "Content-Encoding"));
            assertArrayEquals(Files.readAllBytes(web.resolve(css.substring(1) + ".br")), br.body());
            assertArrayEquals(plain, read(new BrotliInputStream(new ByteArrayInputStream(br.body()))));
            assertTrue(header(br, "Content-Type").startsWith("text/css"), header(br, "Content-Type"));
        }
        assertEquals("gzip", header(ask(server + css, "br;q=0, gzip"), "Content-Encoding"));
        assertEquals("no-cache", header(ask(server + "/css/app.css", ""), "Cache-Control"));
        HttpResponse<byte[]> page = ask(server + "/index.html", "gzip");
        assertEquals("no-cache", header(page, "Cache-Control"));
        assertTrue(header(page, "Content-Type").startsWith("text/html"), header(page, "Content-Type"));
        assertEquals(200, ask(server + "/", "").statusCode());
        assertEquals(404, ask(server + "/css/none.0123456789ab.css", "").statusCode());
    }

    /** Asks without a coding. A server that has just been started may not listen yet. */
    final HttpResponse<byte[]> patient(String address) throws Exception {
        for (int i = 0; ; i++) {
            try {
                return ask(address, "");
            } catch (IOException e) {
                if (i == 100) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    /** Asks with an {@code Accept-Encoding}, empty for none. */
    final HttpResponse<byte[]> ask(String address, String codings) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!codings.isEmpty()) {
            request.header("Accept-Encoding", codings);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Returns a header's value, or an empty text. */
    static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] read(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    /** Returns a port of loopback that nothing listened on a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
