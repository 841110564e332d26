package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.ModuleOptions.Names;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Import maps in place of rewritten specifiers, bare names, and preloads of modules, through the whole pipeline. */
class ImportMapsTest extends WebProject {
    private final List<Path> jars = new ArrayList<>();
    private ModuleOptions options = new ModuleOptions(Names.IMPORT_MAP, "", false);

    private void jar(String name, Map<String, String> entries) throws IOException {
        Path jar = base.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        jars.add(jar);
    }

    private void build() {
        build(config().roots(List.of(
                        SourceRoot.of(base.resolve("src/main/web"), SourceRoot.Kind.WEBAPP, ""),
                        SourceRoot.of(base.resolve("src/main/templates"), SourceRoot.Kind.PAGES, "templates/")))
                .webJars(jars, "")
                .rewrite(RewriteOptions.defaults().withModules(options)));
    }

    private void app() throws IOException {
        source("index.html", """
                <!doctype html>
                <html><head><title>x</title>
                  <script type="module" nonce="n1" src="/js/app.js"></script>
                </head><body></body></html>
                """);
        source("js/app.js", "import {a} from './lib/a.js'; a(); onclick = () => import('./late.js');");
        source("js/lib/a.js", "import {leaf} from '../leaf.js'; export const a = () => console.log(leaf);");
        source("js/leaf.js", "export const leaf = 1;");
        source("js/late.js", "export default 2;");
    }

    @Test
    void aPageGetsAMapBeforeItsFirstModuleAndSpecifiersStay() throws IOException {
        app();
        build();

        String page = output("index.html");
        assertEquals(
                """
                <!doctype html>
                <html><head><title>x</title>
                  <script type="importmap" nonce="n1">{ "imports": { "/js/late.js": "/LATE", "/js/leaf.js": "/LEAF", \
                "/js/lib/a.js": "/A" } }</script>
                  <script type="module" nonce="n1" src="/APP"></script>
                </head><body></body></html>
                """,
                page.replace(served("js/late.js"), "LATE")
                        .replace(served("js/leaf.js"), "LEAF")
                        .replace(served("js/lib/a.js"), "A")
                        .replace(served("js/app.js"), "APP"));
        assertTrue(output(served("js/app.js")).contains("\"./lib/a.js\""), output(served("js/app.js")));
    }

    @Test
    void aChangedLeafRenamesNoImporter() throws IOException {
        app();
        build();
        String app = served("js/app.js");
        String leaf = served("js/leaf.js");
        source("js/leaf.js", "export const leaf = 2;");
        build();

        assertNotEquals(leaf, served("js/leaf.js"));
        assertEquals(app, served("js/app.js"));
        assertTrue(output("index.html").contains(served("js/leaf.js")), output("index.html"));
    }

    @Test
    void modulesInACircleAndComputedImportsGetFingerprintsToo() throws IOException {
        app();
        source("js/app.js", "import './b.js'; import(`./lang/${navigator.language}.js`);");
        source("js/b.js", "import {c} from './c.js'; export const b = () => c;");
        source("js/c.js", "import {b} from './b.js'; export const c = () => b;");
        source("js/lang/en.js", "export default 'en';");
        build();

        String page = output("index.html");
        for (String path : List.of("js/b.js", "js/c.js", "js/lang/en.js")) {
            assertNotEquals(path, served(path));
            assertTrue(page.contains("\"/" + path + "\": \"/" + served(path) + "\""), page);
        }
    }

    @Test
    void aMapOfThePageKeepsWhatItSaysAndGetsTheRest() throws IOException {
        app();
        source("index.html", """
                <!doctype html><title>x</title>
                <script type="importmap">
                  {"imports": {"tool": "/js/leaf.js", "tools/": "./js/lib/"}}
                </script>
                <script type="module">import 'tool'; import '/js/user.js';</script>
                """);
        source("js/user.js", "import 'tools/a.js'; import './late.js';");
        build();

        String page = output("index.html");
        assertTrue(
                page.contains(
                        "{\"imports\": { \"./js/late.js\": \"./" + served("js/late.js") + "\", \"./js/leaf.js\": \"./"
                                + served("js/leaf.js") + "\", \"./js/lib/a.js\": \"./" + served("js/lib/a.js")
                                + "\", \"tools/a.js\": \"./" + served("js/lib/a.js") + "\",\"tool\": \"/"
                                + served("js/leaf.js") + "\", \"tools/\": \"./js/lib/\"}}"),
                page);
        assertEquals(1, page.split("importmap", -1).length - 1);
    }

    @Test
    void aTemplateWritesTheMapAsItWritesItsUrls() throws IOException {
        app();
        Files.createDirectories(base.resolve("src/main/templates"));
        Files.writeString(base.resolve("src/main/templates/shop.html"), """
                <html xmlns:th="http://www.thymeleaf.org"><head>
                <script type="module" th:src="@{/js/app.js}" th:nonce="${nonce}"></script></head></html>
                """);
        Files.writeString(base.resolve("src/main/templates/cart.jsp"), """
                <%@ page pageEncoding="UTF-8" %>
                <script type="module" src="${ctx}/js/app.js"></script>
                """);
        build();

        String shop = output("templates/shop.html");
        assertTrue(
                shop.contains(
                        "<script type=\"importmap\" th:inline=\"javascript\" th:nonce=\"${nonce}\">{ \"imports\": { "
                                + "\"[(@{/js/late.js})]\": \"[(@{/" + served("js/late.js") + "})]\", "),
                shop);
        String cart = output("templates/cart.jsp");
        assertTrue(
                cart.contains("{ \"imports\": { \"${ctx}/js/late.js\": \"${ctx}/" + served("js/late.js") + "\", "),
                cart);
    }

    private void lit() throws IOException {
        jar(
                "lit.jar",
                Map.of(
                        "META-INF/importmap.json",
                        "{\"imports\": {\"lit\": \"/_static/lit/3.2.1/index.js\", \"lit/\": \"/_static/lit/3.2.1/\"}}",
                        "META-INF/resources/_static/lit/3.2.1/index.js",
                        "import './html.js'; export const lit = 3;\n",
                        "META-INF/resources/_static/lit/3.2.1/html.js",
                        "export const html = String.raw;\n",
                        "META-INF/resources/_static/lit/3.2.1/decorators.js",
                        "export const property = 1;\n",
                        "META-INF/resources/_static/lit/3.2.1/unused.js",
                        "export const unused = 1;\n"));
    }

    @Test
    void bareNamesLeadIntoTheJarsThatBringAnImportMap() throws IOException {
        lit();
        app();
        source("js/app.js", "import {lit} from 'lit'; import {property} from 'lit/decorators.js'; lit(property);");
        build();

        String page = output("index.html");
        assertTrue(page.contains("\"lit\": \"/" + served("_static/lit/3.2.1/index.js") + "\""), page);
        assertTrue(
                page.contains("\"lit/decorators.js\": \"/" + served("_static/lit/3.2.1/decorators.js") + "\""), page);
        assertTrue(Files.exists(base.resolve("target/web").resolve(served("_static/lit/3.2.1/html.js"))));
        assertEquals("not in the site", served("_static/lit/3.2.1/unused.js"));
        assertTrue(output(served("js/app.js")).contains("from\"lit\""), output(served("js/app.js")));
    }

    @Test
    void bareNamesBecomeAddressesWhereSpecifiersAreRewritten() throws IOException {
        options = ModuleOptions.defaults();
        lit();
        app();
        source("js/app.js", "import {lit} from 'lit'; import {property} from 'lit/decorators.js'; lit(property);");
        build();

        String app = output(served("js/app.js"));
        assertTrue(app.contains("\"../" + served("_static/lit/3.2.1/index.js") + "\""), app);
        assertTrue(app.contains("\"../" + served("_static/lit/3.2.1/decorators.js") + "\""), app);
        assertFalse(output("index.html").contains("importmap"), output("index.html"));
    }

    @Test
    void theProjectsOwnMapComesBeforeThoseOfJarsAndKnowsScopes() throws IOException {
        lit();
        jar("tool.jar", Map.of("META-INF/resources/webjars/tool/2.0/tool.js", "export default 2;\n"));
        app();
        source("js/app.js", "import 'lit'; import 'tool'; import './old/user.js';");
        source("js/old/user.js", "import 'tool';");
        source("js/own.js", "export const lit = 'own';");
        Files.writeString(base.resolve("map.json"), """
                {"imports": {"lit": "/js/own.js", "tool": "/webjars/tool/tool.js"},
                 "scopes": {"/js/old/": {"tool": "/js/leaf.js"}}}
                """);
        options = new ModuleOptions(Names.IMPORT_MAP, "map.json", false);
        build();

        String page = output("index.html");
        assertTrue(page.contains("\"lit\": \"/" + served("js/own.js") + "\""), page);
        assertTrue(page.contains("\"tool\": \"/" + served("webjars/tool/2.0/tool.js") + "\" }"), page);
        assertTrue(
                page.contains("\"scopes\": { \"/js/old/\": { \"tool\": \"/" + served("js/leaf.js") + "\" } } }"), page);
    }

    @Test
    void anInlineModulesBareNamesAreInTheMap() throws IOException {
        lit();
        source(
                "index.html",
                "<!doctype html><title>x</title><script type=module>import {lit} from 'lit'; lit();</script>");
        build();

        assertTrue(
                output("index.html").contains("\"lit\": \"./" + served("_static/lit/3.2.1/index.js") + "\""),
                output("index.html"));
    }

    @Test
    void namesBelowAPrefixOfThePagesMapAreWrittenOutWhereSpecifiersAreRewrittenToo() throws IOException {
        options = ModuleOptions.defaults();
        lit();
        app();
        source("index.html", """
                <!doctype html><title>x</title>
                <script type="importmap">{"imports": {"lit/": "/_static/lit/3.2.1/"}}</script>
                <script type="module" src="/js/app.js"></script>
                """);
        source("js/app.js", "import {property} from 'lit/decorators.js'; console.log(property);");
        build();

        assertTrue(
                output("index.html")
                        .contains("{\"imports\": { \"lit/decorators.js\": \"/"
                                + served("_static/lit/3.2.1/decorators.js") + "\",\"lit/\": \"/_static/lit/3.2.1/\"}}"),
                output("index.html"));
        assertTrue(output(served("js/app.js")).contains("\"lit/decorators.js\""), output(served("js/app.js")));
    }

    @Test
    void aPageWithoutBareNamesGetsNoMapWhereSpecifiersAreRewritten() throws IOException {
        options = ModuleOptions.defaults();
        lit();
        app();
        source(
                "other.html",
                "<!doctype html><title>x</title><script type=module>import {lit} from 'lit'; lit();</script>");
        build();

        assertFalse(output("index.html").contains("importmap"), output("index.html"));
        assertTrue(output("other.html").contains("\"lit\": \"./_static/lit/3.2.1/index."), output("other.html"));
    }

    @Test
    void whatALayoutIncludesLeavesTheMapToALayoutThatHasOne() throws IOException {
        source("js/app.js", "import './dep.js';");
        source("js/dep.js", "export let a;");
        source("layout.html", """
                <html><head><script type="importmap">{}</script></head>
                <body><div th:replace="~{part :: part}"></div></body></html>
                """);
        source("part.html", "<div th:fragment=\"part\"><script type=module src=/js/app.js></script></div>\n");
        source("alone.html", "<html><body><script type=module src=/js/app.js></script></body></html>\n");
        build();
        assertTrue(output("layout.html").contains("th:inline=\"javascript\">{ \"imports\": { \"[(@{/js/dep.js})]\""));
        assertFalse(output("part.html").contains("importmap"), output("part.html"));
        assertTrue(output("alone.html").contains("importmap"), output("alone.html"));
    }

    @Test
    void aMissingMapIsTold() throws IOException {
        app();
        options = new ModuleOptions(Names.IMPORT_MAP, "none.json", false);

        AssetException e = assertThrows(AssetException.class, this::build);

        assertEquals("import-map", e.diagnostics().get(0).id());
    }

    @Test
    void staticImportsArePreloadedOnceInTheHead() throws IOException {
        app();
        source("index.html", """
                <!doctype html>
                <html><head><title>x</title>
                </head><body>
                <script type="module" crossorigin="use-credentials" src="/js/app.js"></script>
                <script type="module">import './js/leaf.js';</script>
                </body></html>
                """);
        options = new ModuleOptions(Names.REWRITTEN, "", true);
        build();

        assertTrue(
                output("index.html")
                        .contains("<title>x</title>\n"
                                + "<link rel=\"modulepreload\" href=\"/" + served("js/lib/a.js")
                                + "\" crossorigin=\"use-credentials\">"
                                + "<link rel=\"modulepreload\" href=\"/" + served("js/leaf.js")
                                + "\" crossorigin=\"use-credentials\">\n</head>"),
                output("index.html"));
        assertFalse(output("index.html").contains("late"), output("index.html"));
    }

    @Test
    void preloadsComeAfterTheMap() throws IOException {
        app();
        options = new ModuleOptions(Names.IMPORT_MAP, "", true);
        build();

        String page = output("index.html");
        assertTrue(page.indexOf("importmap") < page.indexOf("modulepreload"), page);
        assertTrue(page.indexOf("modulepreload") < page.indexOf("type=\"module\""), page);
    }

    @Test
    void aPageWithAnUnknownImportGetsNoPreloads() throws IOException {
        app();
        source("js/lib/a.js", "import 'nowhere'; export const a = 1;");
        options = new ModuleOptions(Names.REWRITTEN, "", true);
        build();

        assertFalse(output("index.html").contains("modulepreload"), output("index.html"));
    }

    @Test
    void aNameCanNotEndTheMapsElement() throws IOException {
        source("js/a.js", "export const a = 1;");
        source("js/app.min.js", "import { a } from 'x</script>y'; window.a = a;");
        source("index.html", "<script type=\"module\" src=\"/js/app.min.js\"></script>");
        Files.writeString(base.resolve("names.json"), "{\"imports\":{\"x</script>y\":\"/js/a.js\"}}");
        options = new ModuleOptions(Names.IMPORT_MAP, "names.json", false);

        build();

        assertTrue(output("index.html").contains("\"x\\u003c/script>y\": \""), output("index.html"));
    }
}
