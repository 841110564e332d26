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
}
