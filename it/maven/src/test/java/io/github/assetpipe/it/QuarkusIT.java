package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Quarkus packs what the goals made, and serves it as its recipe says. Built in profile {@code matrix} only. */
class QuarkusIT {
    private static final String MANIFEST = "META-INF/asset-manifest.json";
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void quarkusServesTheProcessedFilesForAYear() throws Exception {
        String projects = System.getProperty("quarkus.projects", "");
        assumeTrue(!projects.isEmpty(), "needs -Pmatrix: Quarkus is a large download");
        BuiltProject project = new BuiltProject(Path.of(projects).resolve("quarkus"));
        Path folder = project.folder().toAbsolutePath();
        String script = project.tree("target/classes").served(MANIFEST, "js/greet.js");
        int port = freePort();
        Process quarkus = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.config.locations="
                                + folder.resolve("target/asset/report/recipes/quarkus.properties"),
                        "-jar",
                        folder.resolve("target/quarkus-app/quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("target/run.log").toFile())
                .start();
        try {
            String page = patient(port, "/").body();
            assertTrue(page.contains("<script src=\"/" + script + "\""), page);
            assertTrue(page.contains("<p class=\"greeting\">Qute</p>"), page);
            assertTrue(page.matches("(?s).*href=\"/bundles/base-\\w+\\.[0-9a-f]{12}\\.css\".*"), page);

            HttpResponse<String> hashed = ask(port, "/" + script);
            assertEquals(200, hashed.statusCode());
            assertEquals("public, max-age=31536000, immutable", cacheControl(hashed));
            assertEquals(
                    Files.readString(
                            folder.resolve("target/classes/META-INF/resources").resolve(script)),
                    hashed.body());
            assertEquals("no-cache", cacheControl(ask(port, "/js/greet.js")));
        } finally {
            quarkus.destroy();
            assertTrue(quarkus.waitFor(20, TimeUnit.SECONDS));
        }
    }

    private HttpResponse<String> patient(int port, String path) throws Exception {
        for (int i = 0; ; i++) {
            try {
                return ask(port, path);
            } catch (IOException e) {
                if (i == 300) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private HttpResponse<String> ask(int port, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String cacheControl(HttpResponse<String> answer) {
        return String.join(" and ", answer.headers().allValues("Cache-Control"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
