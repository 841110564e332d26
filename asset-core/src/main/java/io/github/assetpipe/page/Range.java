package io.github.assetpipe.page;

/**
 * A range of a page's text.
 *
 * @param start first offset
 * @param end offset after it
 */
public record Range(int start, int end) {

    /** Tells whether an offset lies in the range. */
    public boolean contains(int offset) {
        return offset >= start && offset < end;
    }

    /** Returns the text of the range. */
    public String in(String text) {
        return text.substring(start, end);
    }

    /** Returns this range with its line when nothing else stands on that line, so that removing it leaves no blank line. */
    public Range wholeLine(String text) {
        int from = start;
        while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
            from--;
        }
        int to = end;
        while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
            to++;
        }
        boolean alone =
                (from == 0 || isLineEnd(text.charAt(from - 1))) && to < text.length() && isLineEnd(text.charAt(to));
        if (!alone) {
            return this;
        }
        boolean pair = text.charAt(to) == '\r' && to + 1 < text.length() && text.charAt(to + 1) == '\n';
        return new Range(from, to + (pair ? 2 : 1));
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
