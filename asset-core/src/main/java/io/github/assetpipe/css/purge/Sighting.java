package io.github.assetpipe.css.purge;

import java.util.Comparator;

/**
 * Where a name was seen first: in the alphabetically first file, at its first line; in a jar only when nowhere else.
 *
 * @param file project-relative path with {@code /}
 * @param line 1-based line
 */
public record Sighting(String file, int line) implements Comparable<Sighting> {

    /** The order of files: what people have written for this site tells them more than what a jar has. */
    static final Comparator<String> FILES =
            Comparator.comparing((String file) -> file.contains("!/")).thenComparing(Comparator.naturalOrder());

    /** Orders by file, then line. */
    @Override
    public int compareTo(Sighting other) {
        int byFile = FILES.compare(file, other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    /** Returns {@code file:line}; of a compiled class only the file, whose lines are no ones that an author wrote. */
    @Override
    public String toString() {
        return file.endsWith(".class") ? file : file + ":" + line;
    }
}
