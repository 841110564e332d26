package io.github.assetpipe.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Manifest.AssetEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LiveReloadTest {
    private static final Manifest NOTHING = new Manifest(new TreeMap<>(), new TreeMap<>());

    private static Manifest sheet(String served, String integrity) {
        AssetEntry entry = new AssetEntry(
                served, served, null, List.of(), "text/css", 1, 1, integrity, new TreeMap<>(), List.of());
        return new Manifest(new TreeMap<>(Map.of("css/app.css", entry)), new TreeMap<>());
    }

    /** Returns the next event as {@code name|data}, without what only keeps the connection. */
    private static String event(RawClient client) throws IOException {
        String name = "";
        StringBuilder data = new StringBuilder();
        while (true) {
            String line = client.line();
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.append(data.isEmpty() ? "" : "\n").append(line.substring(6));
            } else if (line.isEmpty() && !name.isEmpty()) {
                return name + "|" + data;
            }
        }
    }

    private static RawClient listen(HttpServer server, LiveReload live) throws Exception {
        RawClient client = new RawClient(server.url());
        client.send("GET /__asset/events HTTP/1.1\r\nHost: x\r\n\r\n");
        for (String line = client.line(); !line.isEmpty(); line = client.line()) {
            assertTrue(!line.startsWith("HTTP/1.1") || line.contains("200"), line);
        }
        EventStream stream = live.streams().get("/__asset/events");
        for (int i = 0; i < 200 && stream.listeners() == 0; i++) {
            Thread.sleep(10);
        }
        return client;
    }

    @Test
    void anOpenPageHearsOfStylesheetsOtherChangesAndErrors() throws Exception {
        try (LiveReload live = new LiveReload();
                HttpServer server = HttpServer.start(
                        "127.0.0.1", 0, live.answers(ask -> Answer.text(404, "none", Map.of())), live.streams());
                RawClient client = listen(server, live)) {
            live.built(true, sheet("css/app.aaa.css", "1"), sheet("css/app.bbb.css", "2"));
            assertEquals(
                    "styles|[[\"css/app.aaa.css\",\"css/app.bbb.css\"],[\"css/app.css\",\"css/app.css\"]]",
                    event(client));
            live.built(false, sheet("css/app.aaa.css", "1"), sheet("css/app.bbb.css", "2"));
            assertEquals("reload|", event(client));
            live.failed("a.scss:1:1: error\n  hint");
            assertEquals("errors|a.scss:1:1: error\n  hint", event(client));
            live.built(true, NOTHING, NOTHING);
            assertEquals("built|", event(client));
        }
    }

    @Test
    void aPageOpenedWhileTheBuildIsBrokenSeesTheErrors() throws Exception {
        try (LiveReload live = new LiveReload();
                HttpServer server = HttpServer.start(
                        "127.0.0.1", 0, live.answers(ask -> Answer.text(404, "none", Map.of())), live.streams())) {
            live.failed("broken");
            try (RawClient client = listen(server, live)) {
                assertEquals("errors|broken", event(client));
            }
        }
    }

    @Test
    void everyPageGetsTheScriptAtTheEndOfItsBody() {
        try (LiveReload live = new LiveReload()) {
            String page = new String(
                    live.into("<BODY>\u00e4</BODY></html>".getBytes(StandardCharsets.ISO_8859_1)),
                    StandardCharsets.ISO_8859_1);
            assertEquals("<BODY>\u00e4<script src=\"/__asset/client.js\"></script></BODY></html>", page);
            assertTrue(new String(live.into("<p>bare".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8)
                    .endsWith("</script>"));
        }
    }

    @Test
    void theScriptIsServed() throws Exception {
        try (LiveReload live = new LiveReload();
                HttpServer server = HttpServer.start(
                        "127.0.0.1", 0, live.answers(ask -> Answer.text(404, "none", Map.of())), live.streams());
                RawClient client = new RawClient(server.url())) {
            RawClient.Reply reply = client.ask("GET", "/__asset/client.js", List.of());
            assertEquals(200, reply.status());
            assertTrue(new String(reply.body(), StandardCharsets.UTF_8).contains("EventSource"));
        }
    }
}
