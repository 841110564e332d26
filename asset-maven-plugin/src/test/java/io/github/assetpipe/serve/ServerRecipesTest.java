package io.github.assetpipe.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.tools.ToolProvider;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes, in the servers that they are for. */
class ServerRecipesTest {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final String YEAR = "public, max-age=31536000, immutable";

    @TempDir
    Path base;

    private Path web;
    private String css;
    private Map<String, String> recipes = Map.of();
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

    @Test
    void nginxSendsVariantsAndTheYear() throws Exception {
        assumeTrue(Files.isExecutable(NGINX), "nginx is not installed; its recipe was not tried");
        Path module = Path.of("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
        boolean brotli = Files.exists(module);
        String recipe = Objects.requireNonNull(recipes.get("nginx.conf"));
        Files.writeString(
                base.resolve("recipe.conf"), brotli ? recipe : recipe.replaceAll("(?m)^\\s*brotli_static on;$", ""));
        int port = freePort();
        Path conf = base.resolve("nginx.conf");
        Files.writeString(conf, """
                %s
                daemon off; master_process off; pid %s/nginx.pid; error_log %s/error.log;
                events {}
                http {
                  include /etc/nginx/mime.types; access_log off;
                  client_body_temp_path %s/t1; proxy_temp_path %s/t2; fastcgi_temp_path %s/t3;
                  uwsgi_temp_path %s/t4; scgi_temp_path %s/t5;
                  server { listen 127.0.0.1:%d; root "%s"; include %s/recipe.conf; }
                }
                """.formatted(
                        brotli ? "load_module " + module + ";" : "",
                        base,
                        base,
                        base,
                        base,
                        base,
                        base,
                        base,
                        port,
                        web,
                        base));
        Process nginx = new ProcessBuilder(NGINX.toString(), "-c", conf.toString(), "-e", base + "/start.log").start();
        try {
            probe("http://127.0.0.1:" + port, brotli);
            assertEquals(
                    404,
                    ask("http://127.0.0.1:" + port + "/asset-manifest.json", "").statusCode());
            assertEquals(404, ask("http://127.0.0.1:" + port + css + ".br", "").statusCode());
        } finally {
            nginx.destroy();
            assertTrue(nginx.waitFor(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void tomcatSendsVariantsAndTheYear() throws Exception {
        Path classes = Files.createDirectories(base.resolve("classes"));
        Path filter = base.resolve("AssetCacheFilter.java");
        Files.writeString(filter, Objects.requireNonNull(recipes.get("AssetCacheFilter.java")));
        String servlets = Path.of(Tomcat.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-cp", servlets, "-d", classes.toString(), filter.toString()));
        Files.createDirectories(web.resolve("WEB-INF"));
        Files.writeString(
                web.resolve("WEB-INF/web.xml"),
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                        + recipes.get("tomcat-web.xml")
                        + "<welcome-file-list><welcome-file>index.html</welcome-file></welcome-file-list></web-app>");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.resolve("tomcat").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Context context = tomcat.addContext("", web.toString());
            context.setParentClassLoader(loader);
            Tomcat.addDefaultMimeTypeMappings(context);
            context.addLifecycleListener(new org.apache.catalina.startup.ContextConfig());
            tomcat.start();
            probe("http://127.0.0.1:" + tomcat.getConnector().getLocalPort(), true);
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    private void probe(String server, boolean brotli) throws Exception {
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

    /** A server that has just been started may not listen yet. */
    private HttpResponse<byte[]> patient(String address) throws Exception {
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

    private HttpResponse<byte[]> ask(String address, String codings) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!codings.isEmpty()) {
            request.header("Accept-Encoding", codings);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static byte[] read(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
