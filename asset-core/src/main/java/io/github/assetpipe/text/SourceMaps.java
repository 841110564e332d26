package io.github.assetpipe.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Source maps of what the pipeline does to texts: nothing, range edits, joining, and one step after another.
 *
 * <p>Stateless and safe for several threads.
 */
public final class SourceMaps {
    private static final String OWN_START = "{\"version\":3,";
    private static final String OWN_FILE = "\"file\":\"";

    private SourceMaps() {}

    /**
     * Returns a map that {@link SourceMap#toJson} wrote, with another name for the generated file: what {@code toJson(file)} gives,
     * without reading and writing all segments once more.
     *
     * @throws IllegalArgumentException when it is no source map of version 3
     */
    public static String named(String json, String file) {
        int from = OWN_START.length();
        if (json.startsWith(OWN_FILE, from)) {
            int end = json.indexOf('"', from + OWN_FILE.length());
            // A name with an escape in it is as rare as a file with a quotation mark in its name.
            from = end < 0 || json.lastIndexOf('\\', end) >= from ? -1 : end + 2;
        }
        if (from < 0 || !json.startsWith(OWN_START) || !json.startsWith("\"sources\":[", from)) {
            return SourceMap.parse(json).toJson(file);
        }
        StringBuilder out = new StringBuilder(json.length() + file.length() + 16).append(OWN_START);
        Json.quote(out.append("\"file\":"), file);
        return out.append(',').append(json, from, json.length()).toString();
    }

    /**
     * A piece of a joined text.
     *
     * @param text the piece
     * @param map its source map, or null for text that has no source
     */
    public record Part(String text, @Nullable SourceMap map) {}

    /** Returns the map of a text that is its own source: a segment for each word and each other character. */
    public static SourceMap identity(String source, String text) {
        SourceMap.Builder builder = new SourceMap.Builder();
        int index = builder.source(source, text);
        int line = 0;
        int lineStart = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '-' || Character.isSurrogate(c);
            if (c > ' ' && !(word && inWord)) {
                builder.add(line, i - lineStart, index, line, i - lineStart, null);
            }
            inWord = word;
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                line++;
                lineStart = i + 1;
            }
        }
        return builder.build();
    }

    /**
     * Returns the map from a final text to the first sources.
     *
     * @param outer the map of the last step; all its sources are the text that {@code inner} describes
     * @param inner the map of the steps before
     */
    public static SourceMap compose(SourceMap outer, SourceMap inner) {
        SourceMap.Builder builder = new SourceMap.Builder();
        int[] sources = register(builder, inner);
        for (int i = 0; i < outer.size(); i++) {
            int found = outer.source(i) < 0 ? -1 : inner.segmentAt(outer.originalLine(i), outer.originalColumn(i));
            if (found < 0 || inner.source(found) < 0) {
                builder.addWithoutSource(outer.line(i), outer.column(i));
            } else {
                String name = inner.name(found) != null ? inner.name(found) : outer.name(i);
                builder.add(
                        outer.line(i),
                        outer.column(i),
                        sources[inner.source(found)],
                        inner.originalLine(found),
                        inner.originalColumn(found),
                        name);
            }
        }
        return builder.build();
    }

    /**
     * Returns the map of the text that {@code edits} make, from the map of the text before.
     *
     * <p>Text that stays keeps its segments, moved; text that an edit puts in has no source.
     */
    public static SourceMap edited(SourceMap before, TextEdits edits) {
        return new EditedSourceMap(before, edits).build();
    }

    /** Returns the map of the joined texts of {@code parts}. */
    public static SourceMap concat(List<Part> parts) {
        SourceMap.Builder builder = new SourceMap.Builder();
        int line = 0;
        int column = 0;
        for (Part part : parts) {
            SourceMap map = part.map();
            builder.addWithoutSource(line, column);
            if (map != null) {
                int[] sources = register(builder, map);
                for (int i = 0; i < map.size(); i++) {
                    add(builder, line + map.line(i), map.column(i) + (map.line(i) == 0 ? column : 0), map, i, sources);
                }
            }
            LineMap lines = new LineMap(part.text());
            int last = lines.lineCount();
            int lastLength = part.text().length() - lines.lineStart(last);
            column = last == 1 ? column + lastLength : lastLength;
            line += last - 1;
        }
        return builder.build();
    }

    static int[] register(SourceMap.Builder builder, SourceMap map) {
        int[] indexes = new int[map.sources().size()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = builder.source(map.sources().get(i), map.content(i));
        }
        return indexes;
    }

    static void add(SourceMap.Builder builder, int line, int column, SourceMap map, int segment, int[] sources) {
        if (map.source(segment) < 0) {
            builder.addWithoutSource(line, column);
        } else {
            builder.add(
                    line,
                    column,
                    sources[map.source(segment)],
                    map.originalLine(segment),
                    map.originalColumn(segment),
                    map.name(segment));
        }
    }
}
