package io.github.assetpipe.css.purge;

/**
 * Where a name was seen first: in the alphabetically first file, at its first line.
 *
 * @param file project-relative path with {@code /}
 * @param line 1-based line
 */
public record Sighting(String file, int line) implements Comparable<Sighting> {

    /** Orders by file, then line. */
    @Override
    public int compareTo(Sighting other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    /** Returns {@code file:line}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
