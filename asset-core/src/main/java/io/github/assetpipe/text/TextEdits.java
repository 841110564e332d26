package io.github.assetpipe.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects range edits over a text and applies them in one go; every character that no edit names stays as it is.
 *
 * <p>Not safe for several threads.
 */
public final class TextEdits {
    /** One edit, as it was asked for. */
    record Edit(int start, int end, String replacement, int order) {}

    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    /** Creates an empty set of edits over {@code text}. */
    public TextEdits(String text) {
        this.text = text;
    }

    /** Replaces {@code [start, end)}. @throws IndexOutOfBoundsException when the range is not in the text */
    public TextEdits replace(int start, int end, String replacement) {
        if (start < 0 || end < start || end > text.length()) {
            throw new IndexOutOfBoundsException(start + ".." + end + " of " + text.length());
        }
        edits.add(new Edit(start, end, replacement, edits.size()));
        return this;
    }

    /** Inserts before {@code offset}; several insertions at one offset keep the order of the calls. */
    public TextEdits insert(int offset, String inserted) {
        return replace(offset, offset, inserted);
    }

    /** Deletes {@code [start, end)}. */
    public TextEdits delete(int start, int end) {
        return replace(start, end, "");
    }

    /** Tells whether nothing would change. */
    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /** Returns the text that is edited. */
    String text() {
        return text;
    }

    /** Returns the edits in the order of the text. */
    List<Edit> sorted() {
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(
                Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end).thenComparingInt(Edit::order));
        return sorted;
    }

    /** Returns the text with all edits applied. @throws IllegalStateException when two edits overlap */
    public String apply() {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int at = 0;
        for (Edit edit : sorted()) {
            if (edit.start < at) {
                throw new IllegalStateException("Edits overlap at offset " + edit.start);
            }
            out.append(text, at, edit.start).append(edit.replacement);
            at = edit.end;
        }
        return out.append(text, at, text.length()).toString();
    }
}
