package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Modules of the browser through the whole pipeline: each keeps one name, whoever names it. */
class ModulesTest extends WebProject {
    private String name(String path) {
        return served(path).substring(served(path).lastIndexOf('/') + 1);
    }

    @BeforeEach
    void page() throws IOException {
        source("index.html", "<!doctype html><title>x</title><script type=\"module\" src=\"/js/app.js\"></script>");
    }

    @Test
    void specifiersFollowFingerprints() throws IOException {
        source(
                "js/app.js",
                "import {a} from './lib/a.js'; import '/js/b.js'; a(); button.onclick = () => import('./c.js');");
        source(
                "js/lib/a.js",
                "export * from '../b.js'; export function a() { return new URL('../../img/i.svg', import.meta.url); }");
        source("js/b.js", "export const b = 1;");
        source("js/c.js", "export default 2;");
        source("img/i.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        build(config());

        String app = output(served("js/app.js"));
        assertTrue(output("index.html").contains("src=\"/" + served("js/app.js") + "\""), output("index.html"));
        assertTrue(app.contains("./lib/" + name("js/lib/a.js")), app);
        assertTrue(app.contains("\"/" + served("js/b.js") + "\""), app);
        assertTrue(app.contains("./" + name("js/c.js")), app);
        String a = output(served("js/lib/a.js"));
        assertTrue(a.contains("../" + name("js/b.js")), a);
        assertTrue(a.contains("../../img/" + name("img/i.svg")), a);
        assertFalse(name("js/b.js").equals("b.js"));
    }

    @Test
    void modulesInACircleKeepTheirNamesEverywhere() throws IOException {
        source("js/app.js", "import './a.js'; import './leaf.js';");
        source("js/a.js", "import {b} from './b.js'; export const a = () => b;");
        source("js/b.js", "import {a} from './a.js'; import './leaf.js'; export const b = () => a;");
        source("js/leaf.js", "export const leaf = 1; console.log(leaf)");
        build(config());

        assertEquals("js/a.js", served("js/a.js"));
        assertEquals("js/b.js", served("js/b.js"));
        assertTrue(output(served("js/app.js")).contains("./a.js"), output(served("js/app.js")));
        assertTrue(output("js/b.js").contains("./" + name("js/leaf.js")), output("js/b.js"));
        assertFalse(name("js/app.js").equals("app.js"));
        assertFalse(name("js/leaf.js").equals("leaf.js"));
        assertEquals(1, said.stream().filter(d -> d.id().equals("module-names")).count());
    }

    @Test
    void modulesThatMayBeImportedByAComputedNameKeepTheirNames() throws IOException {
        source(
                "js/app.js",
                "import './lang/en.js'; import './tool.js'; import('./lang/' + navigator.language + '.js');");
        source("js/lang/en.js", "export default 'en';");
        source("js/tool.js", "export default 'tool';");
        build(config());

        assertEquals("js/lang/en.js", served("js/lang/en.js"));
        assertTrue(output(served("js/app.js")).contains("./lang/en.js"), output(served("js/app.js")));
        assertFalse(name("js/tool.js").equals("tool.js"));
    }

    @Test
    void inlineModulesAndImportMapsNameTheSameFiles() throws IOException {
        source("index.html", """
                <!doctype html><title>x</title>
                <script type="importmap">{"imports": {"tool": "/js/tool.js", "cdn": "https://cdn.example/x.js"}}</script>
                <script type="module">import {t} from './js/tool.js'; import x from 'tool'; t(x, './js/tool.js');</script>
                """);
        source("js/tool.js", "export const t = console.log;");
        build(config());

        String page = output("index.html");
        assertTrue(page.contains("\"tool\": \"/" + served("js/tool.js") + "\""), page);
        assertTrue(
                page.contains("from './" + served("js/tool.js") + "'; import x from 'tool'; t(x, './js/tool.js');"),
                page);
        assertFalse(name("js/tool.js").equals("tool.js"));
    }

    @Test
    void aClassicScriptThatImportsByARelativeNameIsNotJoinedWithOthers() throws IOException {
        source("index.html", """
                <!doctype html><title>x</title>
                <!-- compress js -->
                <script src="/js/a.js"></script>
                <script src="/js/b.js"></script>
                <script src="/js/late.js"></script>
                <!-- endcompress -->
                """);
        source("js/a.js", "var a = 1;");
        source("js/b.js", "console.log(a);");
        source("js/late.js", "onclick = () => import('./more.js');");
        source("js/more.js", "export default 1;");
        build(config());

        assertTrue(output("index.html").contains("src=\"/" + served("js/late.js") + "\""), output("index.html"));
        assertTrue(output(served("js/late.js")).contains("./" + name("js/more.js")), output(served("js/late.js")));
    }
}
