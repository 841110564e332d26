package io.github.assetpipe.text;

import io.github.assetpipe.diagnostic.Location;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns UTF-16 offsets of a text into lines and columns; offsets are the truth, lines and columns are derived.
 *
 * <p>Line ends are LF, CRLF and CR, as editors count them.
 * Safe for several threads.
 */
public final class LineMap {
    /** The text of a line. */
    private record Line(int number, String text) {}

    private final String text;
    private volatile int @Nullable [] starts;
    private volatile @Nullable Line lastOdd;
    private volatile @Nullable Line lastEven;

    /** Creates the map of {@code text}; the text is only read when a line is asked for. */
    public LineMap(String text) {
        this.text = text;
    }

    /** Most texts are never asked for a line, so the first question counts them. */
    private int[] starts() {
        int[] known = starts;
        if (known == null) {
            known = count();
            starts = known;
        }
        return known;
    }

    private int[] count() {
        boolean returns = text.indexOf('\r') >= 0;
        int[] found = new int[64];
        int count = 1;
        int at = returns ? afterLine(0) : text.indexOf('\n') + 1;
        while (at > 0) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = at;
            at = returns ? afterLine(at) : text.indexOf('\n', at) + 1;
        }
        return Arrays.copyOf(found, count);
    }

    /** Returns the offset after the next line end of any kind, or 0 when there is none. */
    private int afterLine(int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Returns the 1-based line of an offset. */
    public int line(int offset) {
        int index = Arrays.binarySearch(starts(), offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    /** Returns the 1-based column of an offset, in UTF-16 units. */
    public int column(int offset) {
        return offset - starts()[line(offset) - 1] + 1;
    }

    /** Returns the number of lines, at least 1. */
    public int lineCount() {
        return starts().length;
    }

    /** Returns the offset at which a 1-based line starts. */
    public int lineStart(int line) {
        return starts()[line - 1];
    }

    /** Returns the text of a 1-based line without its line end, or null when there is no such line. */
    public @Nullable String lineText(int line) {
        if (line < 1 || line > starts().length) {
            return null;
        }
        // A minified file is one line of megabytes, about which there may be thousands of things to say, each with its
        // line and the one before: they share the text.
        boolean odd = (line & 1) == 1;
        Line known = odd ? lastOdd : lastEven;
        if (known == null || known.number() != line) {
            known = new Line(line, cut(line));
            if (odd) {
                lastOdd = known;
            } else {
                lastEven = known;
            }
        }
        return known.text();
    }

    private String cut(int line) {
        int end = line < starts().length ? starts()[line] : text.length();
        while (end > starts()[line - 1] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(starts()[line - 1], end);
    }

    /** Returns the location of a range in {@code file}, with the line's text. */
    public Location location(String file, int start, int length) {
        int line = line(Math.min(start, text.length()));
        return at(file, line, column(Math.min(start, text.length())), length);
    }

    /** Returns the location of a 1-based line and column in {@code file}, with the line's text. */
    public Location at(String file, int line, int column, int length) {
        return new Location(file, line, column, Math.max(1, length), lineText(line), lineText(line - 1));
    }
}
