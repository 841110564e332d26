package io.github.assetpipe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assetpipe.text.SourceMap.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceMapTest {
    @Test
    void readsEveryKindOfSegment() {
        // Line 0: column 0 -> a.js 0:0; column 4 without source; line 1: column 2 -> b.js 3:1 named "x".
        SourceMap map = SourceMap.parse("""
                {"version":3,"sources":["a.js","b.js"],"names":["x"],"mappings":"AAAA,I;ECGCA"}""");
        assertEquals(new Origin("a.js", 0, 0, null), map.originOf(0, 3));
        assertNull(map.originOf(0, 5));
        assertNull(map.originOf(1, 0));
        assertEquals(new Origin("b.js", 3, 1, "x"), map.originOf(1, 99));
        assertNull(map.originOf(2, 0));
    }

    @Test
    void writesWhatItReads() {
        String json = """
                {"version":3,"file":"out.js","sources":["a.js","b.js"],"sourcesContent":["let a",null],\
                "names":["x"],"mappings":"AAAA,I;;ECGCA"}""";
        assertEquals(json, SourceMap.parse(json).toJson("out.js"));
    }

    @Test
    void readsAnIndexedMap() {
        SourceMap map = SourceMap.parse("""
                {"version":3,"sections":[
                  {"offset":{"line":0,"column":0},"map":{"version":3,"sources":["a"],"names":[],"mappings":"AAAA"}},
                  {"offset":{"line":1,"column":10},"map":{"version":3,"sources":["b"],"names":[],"mappings":"AAAA;AACA"}}
                ]}""");
        assertEquals(new Origin("a", 0, 0, null), map.originOf(0, 0));
        assertNull(map.originOf(1, 9));
        assertEquals(new Origin("b", 0, 0, null), map.originOf(1, 10));
        assertEquals(new Origin("b", 1, 0, null), map.originOf(2, 0));
    }

    @Test
    void putsTheSourceRootBeforeEachSource() {
        SourceMap map = SourceMap.parse("""
                {"version":3,"sourceRoot":"src","sources":["a"],"names":[],"mappings":"AAAA"}""");
        assertEquals(List.of("src/a"), map.sources());
    }

    @Test
    void skipsThePrefixThatGuardsJson() {
        assertEquals(
                List.of("a"),
                SourceMap.parse(")]}'\n{\"version\":3,\"sources\":[\"a\"],\"mappings\":\"AAAA\"}")
                        .sources());
    }

    @Test
    void dropsASourceThatHasNoName() {
        SourceMap map = SourceMap.parse("""
                {"version":3,"sources":[null,"a"],"sourcesContent":["x","y"],"names":[],"mappings":"AAAA,ECAA"}""");
        assertEquals(List.of("a"), map.sources());
        assertNull(map.originOf(0, 0));
        assertEquals(new Origin("a", 0, 0, null), map.originOf(0, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"version\":2,\"mappings\":\"\"}",
                "{\"version\":3,\"sources\":[]}",
                "{\"version\":3,\"sources\":[\"a\"],\"mappings\":\"A!\"}",
                "{\"version\":3,\"sources\":[\"a\"],\"mappings\":\"AA\"}",
                "{\"version\":3,\"sources\":[\"a\"],\"mappings\":\"ACAA\"}",
                "{\"version\":3,\"sources\":[\"a\"],\"mappings\":\"AADA\"}",
                "{\"version\":3,\"sources\":[\"a\"],\"mappings\":\"AAAAA\"}",
                "{\"version\":3,\"sources\":[\"a\"],\"mappings\":\"gggggggggA\"}"
            })
    void refusesWhatIsNoSourceMap(String json) {
        assertThrows(IllegalArgumentException.class, () -> SourceMap.parse(json));
    }

    @Test
    void refusesNestingThatWouldExhaustTheStack() {
        assertThrows(IllegalArgumentException.class, () -> SourceMap.parse("[".repeat(1_000_000)));
    }

    @Test
    void composesTwoSteps() {
        SourceMap inner = SourceMap.parse("""
                {"version":3,"sources":["a.scss"],"sourcesContent":["x"],"names":["n"],"mappings":"AAEAA,IACE"}""");
        SourceMap outer = SourceMap.parse("""
                {"version":3,"sources":["a.css"],"names":[],"mappings":"AAAA,CAAI,CAAC"}""");
        SourceMap both = SourceMaps.compose(outer, inner);
        assertEquals(new Origin("a.scss", 2, 0, "n"), both.originOf(0, 0));
        assertEquals(new Origin("a.scss", 3, 2, null), both.originOf(0, 1));
        assertEquals("x", both.content(0));
    }

    @Test
    void anInsertedBannerMovesWhatFollows() {
        String text = "a b\nc";
        TextEdits edits = new TextEdits(text).insert(0, "/* hi */\n");
        SourceMap map = SourceMaps.edited(SourceMaps.identity("s", text), edits);
        assertNull(map.originOf(0, 0));
        assertEquals(new Origin("s", 0, 2, null), map.originOf(1, 2));
        assertEquals(new Origin("s", 1, 0, null), map.originOf(2, 0));
    }

    @Test
    void textAfterAnEditInsideASegmentStillBelongsToTheSegment() {
        SourceMap coarse = SourceMap.parse("""
                {"version":3,"sources":["s"],"names":[],"mappings":"AAEA"}""");
        TextEdits edits = new TextEdits("url(a.png) rest").replace(4, 9, "b-0123.png");
        SourceMap map = SourceMaps.edited(coarse, edits);
        assertEquals(new Origin("s", 2, 0, null), map.originOf(0, 3));
        assertNull(map.originOf(0, 6));
        assertEquals(new Origin("s", 2, 0, null), map.originOf(0, 15));
    }

    @Test
    void joinedPartsKeepTheirOrigins() {
        SourceMap map = SourceMaps.concat(List.of(
                new SourceMaps.Part("one\n", SourceMaps.identity("1", "one\n")),
                new SourceMaps.Part("/*;*/", null),
                new SourceMaps.Part("two x", SourceMaps.identity("2", "two x"))));
        assertEquals(new Origin("1", 0, 0, null), map.originOf(0, 0));
        assertNull(map.originOf(1, 2));
        assertEquals(new Origin("2", 0, 4, null), map.originOf(1, 9));
    }
}
