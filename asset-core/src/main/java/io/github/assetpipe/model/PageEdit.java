package io.github.assetpipe.model;

import java.util.List;

/**
 * A decided change of a page's text: the range, and what stands there afterwards.
 *
 * @param start first UTF-16 offset of the range in the page's text as read
 * @param end offset after the range; equal to {@code start} for an insertion
 * @param pieces the replacement, in order
 */
public record PageEdit(int start, int end, List<Piece> pieces) {

    /** What most edits put in the place of what they delete; shared, because a large site has many. */
    private static final List<Piece> NOTHING = List.of(new Piece.Text(""));

    /** Copies the list. @throws IllegalArgumentException when the range is negative */
    public PageEdit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Bad range " + start + ".." + end);
        }
        pieces = List.copyOf(pieces);
    }

    /** Returns a change to plain text. */
    public static PageEdit text(int start, int end, String text) {
        return text.isEmpty()
                ? new PageEdit(start, end, NOTHING)
                : new PageEdit(start, end, List.of(new Piece.Text(text)));
    }
}
