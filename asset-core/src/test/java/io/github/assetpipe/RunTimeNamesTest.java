package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that look for files by name find them after the build too. */
class RunTimeNamesTest extends WebProject {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (var s = document.getElementsByTagName('script'), i = 0; i < s.length; i++) {"
                        + " if (/(^|.*[\\\\\\/])editor\\.js(?:\\?.*|;.*)?$/i.test(s[i].src)) { window.at = s[i].src; } }",
                "var all = document.querySelectorAll('script[src]'); all.forEach(function (s) {"
                        + " if (/editor(\\.full|)(\\.min|\\.dev|)\\.js/.test(s.src)) { window.at = s.src; } });",
                "var s = document.currentScript.src; window.at = s.substring(0, s.indexOf('/editor.js'));",
                "window.at = document.querySelector('script[src$=\"js/editor.js\"]').src;",
            })
    void aScriptThatLooksForItselfKeepsItsName(String text) throws IOException {
        source("js/editor.js", text);
        source("js/other.js", "window.other = document.querySelectorAll('script').length + 'editor.json';");
        source("index.html", "<!doctype html><title>x</title><script src=\"/js/editor.js\"></script>");
        build(config());
        assertEquals("js/editor.js", served("js/editor.js"));
        assertNotEquals("js/other.js", served("js/other.js"));
        assertTrue(Files.readString(base.resolve("target/web/index.html")).contains("src=\"/js/editor.js\""));
        assertEquals(
                1, said.stream().filter(d -> d.id().equals("runtime-names")).count());
    }

    @Test
    void filesThatAScriptMatchesAddressesAgainstKeepTheirNames() throws IOException {
        source(
                "map/map.js",
                "window.folder = function (style) { var m = /^(.*)pin-icon\\.png$/.exec(style);"
                        + " return m ? m[1] : document.querySelector('link[href$=\"map.css\"]').href; };");
        source("map/map.css", ".pin { background: url(images/pin-icon.png) } .x { background: url(images/x.png) }");
        source("map/images/pin-icon.png", "p");
        source("map/images/x.png", "x");
        source(
                "index.html",
                "<!doctype html><title>x</title><link rel=\"stylesheet\" href=\"/map/map.css\">"
                        + "<p class=\"pin x\"><script src=\"/map/map.js\"></script>");
        build(config());
        assertEquals("map/images/pin-icon.png", served("map/images/pin-icon.png"));
        assertEquals("map/map.css", served("map/map.css"));
        assertNotEquals("map/images/x.png", served("map/images/x.png"));
        assertNotEquals("map/map.js", served("map/map.js"));
        assertTrue(Files.readString(base.resolve("target/web/map/map.css")).contains("images/pin-icon.png"));
    }

    @Test
    void imagesKeepTheirNamesWhereAScriptMakesThoseOfSharperOnesOfThem() throws IOException {
        source("img/logo.png", "1");
        source("img/logo@2x.png", "2");
        source("img/alone.png", "3");
        source("index.html", "<!doctype html><title>x</title><img src=\"/img/logo.png\"><img src=\"/img/alone.png\">");
        build(config());
        assertNotEquals("img/logo.png", served("img/logo.png"));

        source(
                "js/sharp.js",
                "window.sharp = function (a) { return a.replace(/\\.\\w+$/, function (m) { return '@2x' + m; }); };");
        build(config());
        assertEquals("img/logo.png", served("img/logo.png"));
        assertEquals("img/logo@2x.png", served("img/logo@2x.png"));
        assertNotEquals("img/alone.png", served("img/alone.png"));
    }
}
