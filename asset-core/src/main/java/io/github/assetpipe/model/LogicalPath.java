package io.github.assetpipe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The path of an asset as a browser would ask for it, relative to the application's root: {@code css/app.css}.
 *
 * <p>Always normalised: {@code /} as separator, no leading or trailing slash, no {@code .}, {@code ..} or empty segment. It
 * can therefore never point out of a root. Case is kept and significant. Ordered by UTF-16 code units, the same on every
 * machine.
 *
 * @param value the normalised text, not empty
 */
public record LogicalPath(String value) implements Comparable<LogicalPath> {

    /** Creates a path from text that is already normalised. @throws IllegalArgumentException when it is not */
    public LogicalPath {
        if (!parse(value).map(p -> p.equals(value)).orElse(false)) {
            throw new IllegalArgumentException("Not a normalised logical path: " + value);
        }
    }

    /** Returns the path for already normalised text. @throws IllegalArgumentException when it is not normalised */
    public static LogicalPath of(String value) {
        return new LogicalPath(value);
    }

    /** Returns the path for text after normalising it, or empty when it leaves the root or names nothing. */
    public static Optional<LogicalPath> normalise(String text) {
        return parse(text).map(LogicalPath::new);
    }

    private static Optional<String> parse(String text) {
        List<String> segments = new ArrayList<>();
        for (String segment : text.replace('\\', '/').split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.isEmpty()) {
                    return Optional.empty();
                }
                segments.remove(segments.size() - 1);
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return segments.isEmpty() || text.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.of(String.join("/", segments));
    }

    /**
     * Resolves a URL path written in this file: relative to its folder, or to the root when it begins with {@code /}.
     *
     * @param path a path without scheme, query and fragment, already percent-decoded
     * @return the normalised path, or empty when it leaves the root or names nothing
     */
    public Optional<LogicalPath> resolve(String path) {
        return path.startsWith("/") ? normalise(path) : normalise(folder() + path);
    }

    /** Returns the folder with a trailing slash, or the empty string at the root. */
    public String folder() {
        return value.substring(0, value.lastIndexOf('/') + 1);
    }

    /** Returns the last segment. */
    public String fileName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** Returns the text after the last dot of the file name in lower case, or the empty string. */
    public String extension() {
        String name = fileName();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Returns the file name without its last extension: {@code jquery.min} for {@code js/jquery.min.js}. */
    public String stem() {
        String name = fileName();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /** Returns a path in the same folder with another file name. */
    public LogicalPath sibling(String fileName) {
        return new LogicalPath(folder() + fileName);
    }

    /** Returns the relative URL path from this file to {@code target}: {@code ../img/a.png}. */
    public String relativize(LogicalPath target) {
        String[] from = folder().isEmpty() ? new String[0] : folder().split("/");
        String[] to = target.value.split("/");
        int common = 0;
        while (common < from.length && common < to.length - 1 && from[common].equals(to[common])) {
            common++;
        }
        return "../".repeat(from.length - common) + String.join("/", List.of(to).subList(common, to.length));
    }

    /** Tells whether the file name has a {@code .min.} or {@code -min.} before its extension. */
    public boolean isMinifiedName() {
        String stem = stem().toLowerCase(Locale.ROOT);
        return stem.endsWith(".min") || stem.endsWith("-min");
    }

    @Override
    public int compareTo(LogicalPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
