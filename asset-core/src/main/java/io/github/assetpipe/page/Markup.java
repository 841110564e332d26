package io.github.assetpipe.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The HTML of a page as ranges.
 *
 * @param tags the start tags in order
 * @param comments the HTML comments in order, as {@code [start, end)}
 * @param htmlEnd offset of {@code </html>}, or -1 when the page is a part of one
 * @param bodyEnd offset of the last {@code </body>}, or -1
 */
public record Markup(List<Tag> tags, List<Range> comments, int htmlEnd, int bodyEnd) {
    private static final Set<String> OF_DOCUMENTS = Set.of("html", "head", "body", "title", "frameset");

    /** Copies the lists. */
    public Markup {
        tags = List.copyOf(tags);
        comments = List.copyOf(comments);
    }

    /** Tells whether it begins a document, and is no piece to be put into one. */
    public boolean isDocument() {
        return tags.stream().limit(10).anyMatch(tag -> OF_DOCUMENTS.contains(tag.name()));
    }

    /** Returns the start tag that begins at an offset. */
    public Optional<Tag> tagAt(int offset) {
        int low = 0;
        int high = tags.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int start = tags.get(middle).start();
            if (start == offset) {
                return Optional.of(tags.get(middle));
            }
            if (start < offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
