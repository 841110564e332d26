package io.github.assetpipe.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.MinifyOptions.Browsers;
import io.github.assetpipe.text.SourceMap;
import io.github.assetpipe.text.SourceMaps;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeCssTest {
    private static final String FILE = "src/main/resources/static/app.css";

    private static TransformResult minify(String css, boolean maps, SourceMap before) {
        Content map = before == null ? null : Content.of(before.toJson(null));
        TransformInput input = new TransformInput(LogicalPath.of("app.css"), FILE, Content.of(css), map);
        return new NativeCss(MinifyOptions.defaults(), maps).transform(input, Lookup.none());
    }

    @Test
    void mapsEveryDeclarationToItsPlace() {
        String css = "a {\n  color: red;\n}\n\nb {\n  top: 0px;\n}\n";
        TransformResult.Output output = minify(css, true, null).outputs().get(0);
        String text = output.content().text();
        assertEquals("a{color:red}b{top:0}", text);
        assertNotNull(output.sourceMap());
        SourceMap map = SourceMap.parse(output.sourceMap().text());
        assertEquals(new SourceMap.Origin(FILE, 5, 2, null), map.originOf(0, text.indexOf("top")));
        assertEquals(new SourceMap.Origin(FILE, 4, 0, null), map.originOf(0, text.indexOf("b{")));
        assertEquals(css, map.content(0));
    }

    @Test
    void followsTheMapOfTheStylesheetBackToWhatWasWritten() {
        String scss = "$x: red;\na { color: $x; }";
        String css = "a {\n  color: red;\n}";
        SourceMap.Builder builder = new SourceMap.Builder();
        SourceMap before =
                builder.add(1, 2, builder.source("app.scss", scss), 1, 4, null).build();
        TransformResult.Output output = minify(css, true, before).outputs().get(0);
        assertNotNull(output.sourceMap());
        SourceMap map = SourceMap.parse(output.sourceMap().text());
        assertEquals(new SourceMap.Origin("app.scss", 1, 4, null), map.originOf(0, 2));
    }

    @Test
    void makesNoMapUnlessAsked() {
        assertNull(minify("a { color: red }", false, null).outputs().get(0).sourceMap());
    }

    @Test
    void tellsWhatBrowsersSkipWithItsPlace() {
        List<Diagnostic> told =
                minify("a {\n  color red;\n  top: 0;\n}", false, null).diagnostics();
        assertEquals(1, told.size());
        String text = told.get(0).toString();
        assertTrue(text.startsWith(FILE + ":2:3: warning [css-syntax] "), text);
        assertTrue(text.contains("color red"), text);
        assertTrue(text.contains("hint: "), text);
    }

    @Test
    void tellsAFaultWhereTheAuthorWroteIt() {
        String scss = "// x\na { color red }";
        SourceMap before = SourceMaps.identity("app.scss", scss);
        String css = "\na { color red }";
        Diagnostic told = minify(css, false, before).diagnostics().get(0);
        assertNotNull(told.location());
        assertEquals("app.scss", told.location().file());
        assertEquals(2, told.location().line());
    }

    @Test
    void tellsAtMostTenFaultsOneByOne() {
        List<Diagnostic> told = minify("a{color red}".repeat(25), false, null).diagnostics();
        assertEquals(11, told.size());
        assertTrue(told.get(10).message().contains("15 more"), told.get(10).message());
    }

    @Test
    void tellsHacksForOldBrowsersInOneNote() {
        List<Diagnostic> told = minify(".a{*zoom:1;top:0}\n.b{ * display: inline; color red}", false, null)
                .diagnostics();
        assertEquals(2, told.size());
        String fault = told.get(0).toString();
        String note = told.get(1).toString();
        assertTrue(fault.startsWith(FILE + ":2:24: warning [css-syntax] This is no declaration."), fault);
        assertTrue(note.startsWith(FILE + ":1:4: note [css-syntax] 2 declarations begin with *"), note);
    }

    @Test
    void keepsWhatOldBrowsersReadWhenAsked() {
        MinifyOptions defaults = MinifyOptions.defaults();
        MinifyOptions any = new MinifyOptions(defaults.css(), defaults.js(), defaults.skip(), Browsers.ANY);
        TransformInput input =
                new TransformInput(LogicalPath.of("a.css"), "a.css", Content.of("a { -ms-flex: 1 }"), null);
        NativeCss css = new NativeCss(any, false);
        assertEquals(
                "a{-ms-flex:1}",
                css.transform(input, Lookup.none()).outputs().get(0).content().text());
        assertTrue(!css.fingerprint().equals(new NativeCss(defaults, false).fingerprint()));
    }
}
