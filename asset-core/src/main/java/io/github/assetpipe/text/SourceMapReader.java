package io.github.assetpipe.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads source maps from JSON, plain and indexed ones. */
final class SourceMapReader {
    private final SourceMap.Builder builder = new SourceMap.Builder();
    private final List<int[]> segments = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private SourceMapReader() {}

    static SourceMap read(String json) {
        SourceMapReader reader = new SourceMapReader();
        // A prefix that keeps servers' JSON from being run as a script.
        String text = json.startsWith(")]}'") ? json.substring(Math.max(0, json.indexOf('\n'))) : json;
        reader.section(Json.parse(text), 0, 0);
        return reader.build();
    }

    private void section(@Nullable Object value, int line, int column) {
        if (!(value instanceof Map<?, ?> map) || !Double.valueOf(3).equals(map.get("version"))) {
            throw new IllegalArgumentException("Not a source map of version 3");
        }
        if (map.get("sections") instanceof List<?> sections) {
            for (Object section : sections) {
                Map<?, ?> members = section instanceof Map<?, ?> m ? m : Map.of();
                Map<?, ?> offset = members.get("offset") instanceof Map<?, ?> o ? o : Map.of();
                int sectionLine = integer(offset.get("line"));
                int sectionColumn = integer(offset.get("column"));
                section(
                        members.get("map"),
                        line + sectionLine,
                        sectionLine == 0 ? column + sectionColumn : sectionColumn);
            }
        } else {
            plain(map, line, column);
        }
    }

    private void plain(Map<?, ?> map, int line, int column) {
        List<?> contents = list(map.get("sourcesContent"));
        String root = map.get("sourceRoot") instanceof String s && !s.isEmpty() ? (s.endsWith("/") ? s : s + "/") : "";
        List<Integer> sources = new ArrayList<>();
        for (Object source : list(map.get("sources"))) {
            Object content = sources.size() < contents.size() ? contents.get(sources.size()) : null;
            // A source without a name can't be told from any other; its segments have no source.
            sources.add(
                    source instanceof String name
                            ? builder.source(root + name, content instanceof String text ? text : null)
                            : -1);
        }
        int firstName = names.size();
        list(map.get("names")).forEach(name -> names.add(String.valueOf(name)));
        if (!(map.get("mappings") instanceof String mappings)) {
            throw new IllegalArgumentException("The source map has no mappings");
        }
        mappings(new Vlq(mappings), line, column, sources, firstName);
    }

    private void mappings(Vlq vlq, int firstLine, int firstColumn, List<Integer> sources, int firstName) {
        int line = 0;
        int column = 0;
        int source = 0;
        int originalLine = 0;
        int originalColumn = 0;
        int name = 0;
        while (!vlq.atEnd()) {
            if (vlq.accept(';')) {
                line++;
                column = 0;
                continue;
            }
            if (vlq.accept(',')) {
                continue;
            }
            column += vlq.read();
            int[] segment = {firstLine + line, column + (line == 0 ? firstColumn : 0), -1, 0, 0, -1};
            if (!vlq.atSegmentEnd()) {
                source += vlq.read();
                originalLine += vlq.read();
                originalColumn += vlq.read();
                segment[2] = sources.get(index(source, sources.size()));
                segment[3] = originalLine;
                segment[4] = originalColumn;
                if (!vlq.atSegmentEnd()) {
                    name += vlq.read();
                    segment[5] = firstName + index(name, names.size() - firstName);
                }
            }
            if (column < 0 || originalLine < 0 || originalColumn < 0 || !vlq.atSegmentEnd()) {
                throw new IllegalArgumentException("A segment of the mappings is not valid on line " + line);
            }
            segments.add(segment);
        }
    }

    private static int index(int value, int size) {
        if (value < 0 || value >= size) {
            throw new IllegalArgumentException("A segment of the mappings names entry " + value + " of " + size);
        }
        return value;
    }

    private SourceMap build() {
        segments.sort(Comparator.<int[]>comparingInt(s -> s[0]).thenComparingInt(s -> s[1]));
        for (int[] s : segments) {
            if (s[2] < 0) {
                builder.addWithoutSource(s[0], s[1]);
            } else {
                builder.add(s[0], s[1], s[2], s[3], s[4], s[5] < 0 ? null : names.get(s[5]));
            }
        }
        return builder.build();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static int integer(@Nullable Object value) {
        return value instanceof Double number ? number.intValue() : 0;
    }
}
