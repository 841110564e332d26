package io.github.assetpipe.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The recipes, in the servers that they are for: those of Debian, where they are installed. */
class ServerRecipesTest extends RecipeProbe {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");
    private static final Path APACHE = Path.of("/usr/sbin/apache2");
    private static final Path CADDY = Path.of("/usr/bin/caddy");

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
        probeRunning(port, brotli, NGINX.toString(), "-c", conf.toString(), "-e", base + "/start.log");
    }

    @Test
    void apacheSendsVariantsAndTheYear() throws Exception {
        assumeTrue(Files.isExecutable(APACHE), "Apache httpd is not installed; its recipe was not tried");
        int port = freePort();
        Path conf = base.resolve("apache.conf");
        String modules = "/usr/lib/apache2/modules";
        Files.writeString(conf, """
                ServerRoot "%s"
                ServerName 127.0.0.1
                Listen 127.0.0.1:%d
                PidFile "%s/apache.pid"
                Mutex pthread
                ErrorLog "%s/apache.log"
                LoadModule mpm_event_module %s/mod_mpm_event.so
                LoadModule authz_core_module %s/mod_authz_core.so
                LoadModule dir_module %s/mod_dir.so
                LoadModule mime_module %s/mod_mime.so
                LoadModule headers_module %s/mod_headers.so
                LoadModule rewrite_module %s/mod_rewrite.so
                TypesConfig /etc/mime.types
                DocumentRoot "%s"
                DirectoryIndex index.html
                <Directory "%s">
                Require all granted
                %s
                </Directory>
                """.formatted(
                        base,
                        port,
                        base,
                        base,
                        modules,
                        modules,
                        modules,
                        modules,
                        modules,
                        modules,
                        web,
                        web,
                        recipes.get("apache.conf")));
        probeRunning(port, true, APACHE.toString(), "-D", "FOREGROUND", "-f", conf.toString());
    }

    @Test
    void caddySendsVariantsAndTheYear() throws Exception {
        assumeTrue(Files.isExecutable(CADDY), "Caddy is not installed; its recipe was not tried");
        int port = freePort();
        Path conf = base.resolve("Caddyfile");
        Files.writeString(conf, """
                {
                    admin off
                    auto_https off
                }
                http://127.0.0.1:%d {
                    root * "%s"
                    %s
                }
                """.formatted(port, web, recipes.get("Caddyfile")));
        probeRunning(port, true, CADDY.toString(), "run", "--config", conf.toString(), "--adapter", "caddyfile");
    }

    /** Starts a server, probes it, and asks for what nobody should get. */
    private void probeRunning(int port, boolean brotli, String... command) throws Exception {
        Path log = base.resolve("server.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("HOME", base.toString());
        builder.environment().put("XDG_DATA_HOME", base.toString());
        builder.environment().put("XDG_CONFIG_HOME", base.toString());
        Process server = builder.start();
        try {
            String url = "http://127.0.0.1:" + port;
            probe(url, brotli);
            assertEquals(404, ask(url + "/asset-manifest.json", "").statusCode());
            assertEquals(404, ask(url + css + ".br", "").statusCode());
        } finally {
            server.destroy();
            assertTrue(server.waitFor(20, TimeUnit.SECONDS), () -> "the server still runs; its log is " + log);
        }
    }
}
