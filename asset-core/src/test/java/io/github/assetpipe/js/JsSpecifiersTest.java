package io.github.assetpipe.js;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsSpecifiersTest {
    private static List<String> named(String source) {
        return JsSpecifiers.of(source).specifiers().stream()
                .peek(s -> assertEquals(s.text(), source.substring(s.start(), s.end())))
                .map(s -> s.kind() + " " + s.text())
                .toList();
    }

    @Test
    void importsAndExportsNameModules() {
        assertEquals(
                List.of(
                        "MODULE ./a.js",
                        "MODULE ./b.js",
                        "MODULE lit",
                        "MODULE ./c.js",
                        "MODULE /d.js",
                        "MODULE ./e.json"),
                named("""
                        import './a.js';
                        import b, {c as d} from "./b.js";
                        import * as lit from 'lit';
                        export * from './c.js';
                        export {x} from "/d.js";
                        import data from './e.json' with {type: 'json'};
                        export {b};
                        """));
    }

    @Test
    void importCallsWithALiteralNameModules() {
        assertEquals(
                List.of("DYNAMIC ./a.js", "DYNAMIC ./b.js"),
                named("button.onclick = () => import('./a.js').then(() => import(`./b.js`));"));
    }

    @Test
    void computedImportsTellTheirBeginning() {
        assertEquals(
                List.of("", "./lang/", "./x-", "./e"),
                JsSpecifiers.of(
                                "import('./e\\x41.js'); import(`./x-${a}.js`); import('./lang/' + l + '.js'); import(u);")
                        .computed());
    }

    @Test
    void urlsOfTheScriptItselfAndWorkersFromTheRootAreUrls() {
        assertEquals(List.of("URL img/a.png", "URL worker.js", "URL /w.js"), named("""
                        new URL('img/a.png', import.meta.url);
                        new Worker(new URL('worker.js', import.meta.url), {type: 'module'});
                        new SharedWorker('/w.js');
                        new Worker('relative-to-the-page.js');
                        new URL('b.png', location.href);
                        """));
    }

    @Test
    void textCommentsAndPropertiesNameNothing() {
        assertEquals(
                List.of(),
                named("// import './a.js'\nvar s = \"import './b.js'\"; x.import('./c.js'); exports.d = 1;"));
        assertFalse(JsSpecifiers.mayName("module.exports = {import_: 1, reexport: 2}; o.import('x')"));
        assertTrue(JsSpecifiers.of("export const a = 1;").module());
    }

    @Test
    void aScriptThatIsNotUnderstoodNamesNothing() {
        assertEquals(List.of(), named("import from from from './a.js' ;;; ]"));
    }
}
