package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.assetpipe.css.HeadlessChromium;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.node.NodeProgram;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.MinifyOptions.JsEngine;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.ModuleOptions.Names;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.option.SourceRoot;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The module builds of three.js, Vue and Lit, minified: they run, and they export what their authors' files do. */
class ModuleBuildsTest {
    /** A page that loads both builds of each library, the authors' one from a folder that the pipeline does not know. */
    private static final String PAGE = """
            <!doctype html>
            <html><head><meta charset="utf-8"><title>x</title>
            </head><body><div id="app"></div><my-greeting></my-greeting>
            <script type="module">
            import * as three from '/js/three.module.js';
            import * as vue from '/js/vue.esm-browser.js';
            import * as lit from 'lit';
            import { customElement } from 'lit/decorators.js';
            import { classMap } from 'lit/directives/class-map.js';
            const said = [];
            for (const [name, built] of [['three.module', three], ['vue.esm-browser', vue]]) {
              const written = await import('/authors' + '/' + name + '.js');
              const a = Object.keys(written).join(), b = Object.keys(built).join();
              said.push(a === b ? name + ' exports ' + (b.length > 1000 ? 'the same' : b) : name + ': ' + a + ' / ' + b);
            }
            said.push('lit exports ' + Object.keys(lit));
            said.push('length ' + new three.Vector3(2, 3, 6).length());
            const scene = new three.Scene();
            scene.add(new three.Mesh(new three.BoxGeometry(1, 2, 3), new three.MeshBasicMaterial()));
            said.push('box ' + new three.Box3().setFromObject(scene).getSize(new three.Vector3()).toArray());
            vue.createApp({ template: '<b @click="n++" v-text="n * 2"></b>', data: () => ({ n: 2 }) }).mount('#app');
            document.querySelector('#app b').click();
            await vue.nextTick();
            said.push('vue ' + document.querySelector('#app').innerHTML);
            class Greeting extends lit.LitElement {
              static properties = { name: {} };
              constructor() { super(); this.name = 'you'; }
              render() { return lit.html`<p class=${classMap({ a: true, b: false })}>Hello, ${this.name}!</p>`; }
            }
            customElement('my-greeting')(Greeting);
            const greeting = document.querySelector('my-greeting');
            await greeting.updateComplete;
            greeting.name = 'lit';
            await greeting.updateComplete;
            said.push('lit ' + greeting.shadowRoot.querySelector('p.a').textContent);
            document.body.textContent = 'REP' + 'ORT' + said.join('; ') + 'REP' + 'ORT';
            </script>
            </body></html>
            """;

    @TempDir
    Path base;

    private Path web;

    private void build(JsEngine engine, Names names) {
        MinifyOptions minify = MinifyOptions.defaults();
        List<Path> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.contains("mvnpm"))
                .map(Path::of)
                .toList();
        Config config = Config.builder(base, base.resolve("target/web"))
                .roots(List.of(SourceRoot.of(web, SourceRoot.Kind.WEBAPP, "")))
                .webJars(jars, "")
                .minify(new MinifyOptions(minify.css(), engine, minify.skip(), minify.browsers()))
                .rewrite(RewriteOptions.defaults().withModules(new ModuleOptions(names, "", true)))
                .copyAll(true)
                .threads(2)
                .build();
        AssetPipeline.build(config, Reporter.silent());
    }

    private String output(String path) throws IOException {
        return Files.readString(base.resolve("target/web").resolve(path));
    }

    @BeforeEach
    void site() throws IOException {
        web = base.resolve("src");
        Files.createDirectories(web.resolve("js"));
        Files.writeString(web.resolve("index.html"), PAGE);
    }

    @Test
    void theImportMapsOfMvnpmsJarsLeadToLit() throws IOException {
        Files.writeString(web.resolve("js/three.module.js"), "export const three = 3;");
        Files.writeString(web.resolve("js/vue.esm-browser.js"), "export const vue = 3;");

        build(JsEngine.NATIVE, Names.IMPORT_MAP);

        String page = output("index.html");
        for (String name : List.of(
                "lit", "lit/decorators.js", "lit-html", "lit-element/lit-element.js", "@lit/reactive-element")) {
            assertTrue(page.contains("\"" + name + "\": \"./_static/"), () -> name + " in " + page);
        }
    }

    @Tag("chromium")
    @ParameterizedTest
    @CsvSource({"CLOSURE, IMPORT_MAP", "NATIVE, REWRITTEN"})
    void theyRunInABrowser(JsEngine engine, Names names) throws Exception {
        assumeTrue(HeadlessChromium.exists(), "Chromium is not installed");
        NodeProgram npm = NodeProgram.with("three@0.172.0", "vue@3.5.13", "lit@3.2.1");
        // Node loads a build of its own of the same version, with the same names.
        String exported = npm.run("console.log(String(Object.keys(await import('lit'))))")
                .text()
                .strip();
        Path three = npm.folderOf("three").resolve("build");
        Files.createDirectories(base.resolve("target/web/authors"));
        for (Path file : List.of(
                three.resolve("three.module.js"),
                three.resolve("three.core.js"),
                npm.folderOf("vue").resolve("dist/vue.esm-browser.js"))) {
            Files.copy(file, web.resolve("js").resolve(file.getFileName()));
            Files.copy(file, base.resolve("target/web/authors").resolve(file.getFileName()));
        }
        build(engine, names);

        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        assertTrue(exported.contains("LitElement"), exported);
        try {
            String report = HeadlessChromium.load(
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/index.html");
            assertEquals(
                    "three.module exports the same; vue.esm-browser exports the same; lit exports " + exported
                            + "; length 7; box 1,2,3; vue <b>6</b>; lit Hello, lit!",
                    report);
        } finally {
            server.stop(0);
        }
        for (String path : List.of("js/three.module.js", "js/three.core.js", "js/vue.esm-browser.js")) {
            long written = Files.size(web.resolve(path));
            assertTrue(output(path).length() < written * 3 / 4, path);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        Path file =
                base.resolve("target/web" + exchange.getRequestURI().getPath()).normalize();
        boolean found = file.startsWith(base) && Files.isRegularFile(file);
        byte[] body = found ? Files.readAllBytes(file) : new byte[0];
        String type = file.toString().endsWith(".html") ? "text/html" : "text/javascript";
        exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(found ? 200 : 404, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
