package io.github.assetpipe.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.github.assetpipe.text.SourceMap.Origin;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SourceMapLawsTest {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "bc", " ", "\n", "\r\n", "\r", ";", "{", "\u00e9", "\ud83d\ude00", "url(x)")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<SourceMap> maps() {
        Arbitrary<int[]> segment = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(-1, 2),
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.integers().between(0, 2_000_000_000),
                        Arbitraries.integers().between(-1, 2))
                .as((line, column, source, oLine, oColumn, name) ->
                        new int[] {line, column, source, oLine, oColumn, name});
        return segment.list().ofMaxSize(30).map(SourceMapLawsTest::build);
    }

    private static SourceMap build(List<int[]> steps) {
        SourceMap.Builder builder = new SourceMap.Builder();
        for (String source : List.of("a", "b", "c")) {
            builder.source(source, source.equals("b") ? null : "text of " + source);
        }
        int line = 0;
        int column = 0;
        for (int[] s : steps) {
            line += s[0];
            column = s[0] > 0 ? s[1] : column + s[1];
            if (s[2] < 0) {
                builder.addWithoutSource(line, column);
            } else {
                builder.add(line, column, s[2], s[3], s[4], s[5] < 0 ? null : "n" + s[5]);
            }
        }
        return builder.build();
    }

    @Property
    void whatIsWrittenReadsTheSame(@ForAll("maps") SourceMap map) {
        assertEquals(map, SourceMap.parse(map.toJson(null)));
    }

    @Property
    void anotherNameIsAllThatNamingChanges(
            @ForAll("maps") SourceMap map, @ForAll("names") String before, @ForAll("names") String after) {
        assertEquals(map.toJson(after), SourceMaps.named(map.toJson(before.isEmpty() ? null : before), after));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("", "app.css", "a\"b.js", "\\", "sources", "\",\"sources\":[", "\u2028");
    }

    @Property
    void composingWithIdentityChangesNoOrigin(@ForAll("texts") String text) {
        SourceMap identity = SourceMaps.identity("s", text);
        assertEquals(identity, SourceMaps.compose(identity, identity));
    }

    @Property
    void editingNothingChangesNothing(@ForAll("texts") String text) {
        SourceMap identity = SourceMaps.identity("s", text);
        assertEquals(identity, SourceMaps.edited(identity, new TextEdits(text)));
    }

    @Property
    void keptTextPointsAtItself(
            @ForAll("texts") String text, @ForAll("texts") String replacement, @ForAll int from, @ForAll int to) {
        int a = Math.floorMod(from, text.length() + 1);
        int b = Math.floorMod(to, text.length() + 1);
        int start = Math.min(a, b);
        int end = Math.max(a, b);
        TextEdits edits = new TextEdits(text).replace(start, end, replacement);
        SourceMap own = SourceMaps.identity("s", text);
        SourceMap map = SourceMaps.edited(own, edits);
        LineMap oldLines = new LineMap(text);
        LineMap newLines = new LineMap(edits.apply());
        for (int i = 0; i < own.size(); i++) {
            int offset = oldLines.lineStart(own.line(i) + 1) + own.column(i);
            if (offset < start || offset >= end) {
                int moved = offset < start ? offset : offset + replacement.length() - (end - start);
                assertEquals(
                        new Origin("s", own.line(i), own.column(i), null),
                        map.originOf(newLines.line(moved) - 1, newLines.column(moved) - 1));
            }
        }
    }

    @Property
    void joinedTextsPointAtThemselves(@ForAll("texts") String first, @ForAll("texts") String second) {
        String joined = first + "\n" + second;
        SourceMap map = SourceMaps.concat(List.of(
                new SourceMaps.Part(first + "\n", SourceMaps.identity("1", first + "\n")),
                new SourceMaps.Part(second, SourceMaps.identity("2", second))));
        LineMap lines = new LineMap(joined);
        LineMap secondLines = new LineMap(second);
        SourceMap own = SourceMaps.identity("2", second);
        for (int i = 0; i < own.size(); i++) {
            int offset = secondLines.lineStart(own.line(i) + 1) + own.column(i) + first.length() + 1;
            Origin origin = map.originOf(lines.line(offset) - 1, lines.column(offset) - 1);
            assertNotNull(origin);
            assertEquals(new Origin("2", own.line(i), own.column(i), null), origin);
        }
    }
}
