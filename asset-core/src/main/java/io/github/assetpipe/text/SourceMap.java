package io.github.assetpipe.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where each place of a generated text comes from (ECMA-426), decoded.
 *
 * <p>Lines and columns are 0-based here, columns in UTF-16 units, as in the format itself. Segments are kept in the order of
 * the generated text. Immutable and safe for several threads. Made by {@link #parse}, {@link Builder} and {@link SourceMaps}.
 *
 * @see <a href="https://tc39.es/ecma426/">ECMA-426, Source map format specification</a>
 */
public final class SourceMap {
    private static final int WIDTH = 6;
    private static final int NONE = -1;

    private final List<String> sources;
    private final List<@Nullable String> contents;
    private final List<String> names;
    private final int[] segments;

    private SourceMap(List<String> sources, List<@Nullable String> contents, List<String> names, int[] segments) {
        this.sources = sources;
        this.contents = contents;
        this.names = names;
        this.segments = segments;
    }

    /**
     * A place of the original text.
     *
     * @param source the source's name
     * @param line 0-based line
     * @param column 0-based column in UTF-16 units
     * @param name the original identifier, or null
     */
    public record Origin(
            String source, int line, int column, @Nullable String name) {}

    /**
     * Reads a source map, plain or indexed.
     *
     * @throws IllegalArgumentException when it is no source map of version 3
     */
    public static SourceMap parse(String json) {
        return SourceMapReader.read(json);
    }

    /** Returns the names of the sources. */
    public List<String> sources() {
        return sources;
    }

    /** Returns the text of the source with this index, or null when the map does not hold it. */
    public @Nullable String content(int source) {
        return contents.get(source);
    }

    /** Returns the number of segments. */
    public int size() {
        return segments.length / WIDTH;
    }

    /** Returns the generated line of a segment. */
    public int line(int segment) {
        return segments[segment * WIDTH];
    }

    /** Returns the generated column of a segment. */
    public int column(int segment) {
        return segments[segment * WIDTH + 1];
    }

    /** Returns the index of a segment's source, or -1 when the segment says that its text has none. */
    public int source(int segment) {
        return segments[segment * WIDTH + 2];
    }

    /** Returns the original line of a segment that has a source. */
    public int originalLine(int segment) {
        return segments[segment * WIDTH + 3];
    }

    /** Returns the original column of a segment that has a source. */
    public int originalColumn(int segment) {
        return segments[segment * WIDTH + 4];
    }

    /** Returns the original identifier of a segment, or null. */
    public @Nullable String name(int segment) {
        int name = segments[segment * WIDTH + 5];
        return name < 0 ? null : names.get(name);
    }

    /** Returns where a place comes from, or null: the segment that starts there or last before it on the line. */
    public @Nullable Origin originOf(int line, int column) {
        int segment = segmentAt(line, column);
        return segment < 0 || source(segment) < 0
                ? null
                : new Origin(
                        sources.get(source(segment)), originalLine(segment), originalColumn(segment), name(segment));
    }

    /** Returns the last segment on {@code line} that starts at or before {@code column}, or -1. */
    int segmentAt(int line, int column) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            boolean before = line(middle) < line || (line(middle) == line && column(middle) <= column);
            if (before) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high >= 0 && line(high) == line ? high : NONE;
    }

    /** Returns this map with other names for its sources. */
    public SourceMap withSources(UnaryOperator<String> rename) {
        return new SourceMap(sources.stream().map(rename).toList(), contents, names, segments);
    }

    /** Returns this map of a single source with that source's text. */
    public SourceMap withContent(String text) {
        return new SourceMap(sources, sources.size() == 1 ? List.of(text) : contents, names, segments);
    }

    /** Returns this map without its sources' texts. */
    public SourceMap withoutContents() {
        return new SourceMap(sources, Collections.nCopies(sources.size(), null), names, segments);
    }

    /** Returns this map as JSON; {@code file} names the generated file, null leaves it out. */
    public String toJson(@Nullable String file) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("version", 3);
        if (file != null) {
            json.put("file", file);
        }
        json.put("sources", sources);
        if (contents.stream().anyMatch(c -> c != null)) {
            json.put("sourcesContent", contents);
        }
        json.put("names", names);
        json.put("mappings", mappings());
        return Json.write(json);
    }

    private String mappings() {
        StringBuilder out = new StringBuilder(size() * 6);
        int[] previous = new int[WIDTH];
        int line = 0;
        for (int at = 0; at < segments.length; at += WIDTH) {
            if (segments[at] > line) {
                out.append(";".repeat(segments[at] - line));
                line = segments[at];
                previous[1] = 0;
            } else if (at > 0) {
                out.append(',');
            }
            int fields = segments[at + 2] < 0 ? 1 : segments[at + 5] < 0 ? 4 : 5;
            for (int field = 1; field <= fields; field++) {
                Vlq.write(out, segments[at + field] - previous[field]);
                previous[field] = segments[at + field];
            }
        }
        return out.toString();
    }

    /** Equal when sources, contents, names and segments are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceMap that
                && sources.equals(that.sources)
                && contents.equals(that.contents)
                && names.equals(that.names)
                && Arrays.equals(segments, that.segments);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(segments) * 31 + sources.hashCode();
    }

    @Override
    public String toString() {
        return size() + " segments of " + sources;
    }

    /** Collects the segments of a {@link SourceMap}, in the order of the generated text; not safe for several threads. */
    public static final class Builder {
        private final Map<String, Integer> sources = new LinkedHashMap<>();
        private final List<@Nullable String> contents = new ArrayList<>();
        private final Map<String, Integer> names = new LinkedHashMap<>();
        private int[] segments = new int[WIDTH * 64];
        private int length;

        /** Creates an empty builder. */
        public Builder() {}

        /** Returns the index of a source, adding it when it is new; a text that is known is never forgotten. */
        public int source(String name, @Nullable String content) {
            Integer known = sources.putIfAbsent(name, sources.size());
            if (known == null) {
                contents.add(content);
                return sources.size() - 1;
            }
            if (contents.get(known) == null) {
                contents.set(known, content);
            }
            return known;
        }

        /** Adds a segment; leaves it out where it says what the one before it on the line says. */
        public Builder add(
                int line, int column, int source, int originalLine, int originalColumn, @Nullable String name) {
            int index = name == null ? NONE : names.computeIfAbsent(name, n -> names.size());
            return append(line, column, source, originalLine, originalColumn, index);
        }

        /** Adds a segment whose text has no source; left out where nothing before it on the line has one. */
        public Builder addWithoutSource(int line, int column) {
            return append(line, column, NONE, 0, 0, NONE);
        }

        private Builder append(int line, int column, int source, int originalLine, int originalColumn, int name) {
            int last = length - WIDTH;
            boolean sameLine = last >= 0 && segments[last] == line;
            if (sameLine && column < segments[last + 1] || last >= 0 && line < segments[last]) {
                throw new IllegalArgumentException("Segments out of order at " + line + ":" + column);
            }
            if (sameLine && segments[last + 1] == column) {
                length = last; // Two for one place: the later one is nearer to the text that follows.
                return append(line, column, source, originalLine, originalColumn, name);
            }
            boolean repeats = sameLine
                    && segments[last + 2] == source
                    && (source < 0
                            || segments[last + 3] == originalLine
                                    && segments[last + 4] == originalColumn
                                    && segments[last + 5] == name);
            if (repeats || !sameLine && source < 0) {
                return this;
            }
            if (length == segments.length) {
                segments = Arrays.copyOf(segments, length * 2);
            }
            segments[length] = line;
            segments[length + 1] = column;
            segments[length + 2] = source;
            segments[length + 3] = originalLine;
            segments[length + 4] = originalColumn;
            segments[length + 5] = name;
            length += WIDTH;
            return this;
        }

        /** Returns the map; its names are those in use, in the order of their first use. */
        public SourceMap build() {
            int[] copy = Arrays.copyOf(segments, length);
            List<String> all = List.copyOf(names.keySet());
            Map<String, Integer> used = new LinkedHashMap<>();
            for (int at = 5; at < length; at += WIDTH) {
                if (copy[at] >= 0) {
                    copy[at] = used.computeIfAbsent(all.get(copy[at]), n -> used.size());
                }
            }
            return new SourceMap(
                    List.copyOf(sources.keySet()),
                    Collections.unmodifiableList(new ArrayList<>(contents)),
                    List.copyOf(used.keySet()),
                    copy);
        }
    }
}
