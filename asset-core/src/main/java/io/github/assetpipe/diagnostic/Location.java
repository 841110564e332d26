package io.github.assetpipe.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * A place in a user's file, with the text of its line, so that rendering needs no I/O.
 *
 * @param file path relative to the project, with {@code /} as separator (or a jar-relative name for WebJars)
 * @param line 1-based line; 0 when only the file is known
 * @param column 1-based column in UTF-16 units; 0 when unknown
 * @param length length of the marked text in UTF-16 units, at least 1
 * @param lineText the text of the line without its line end, or null when unknown
 * @param previousLine the text of the line before, or null when there is none
 */
public record Location(
        String file,
        int line,
        int column,
        int length,
        @Nullable String lineText,
        @Nullable String previousLine) implements Comparable<Location> {

    /** Returns a location that names only a file. */
    public static Location ofFile(String file) {
        return new Location(file, 0, 0, 1, null, null);
    }

    /** Orders by file, then line, then column. */
    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    /** Returns {@code file:line:column}, leaving out what is unknown. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
