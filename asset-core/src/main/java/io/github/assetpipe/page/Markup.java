package io.github.assetpipe.page;

import java.util.List;

/**
 * The HTML of a page as ranges.
 *
 * @param tags the start tags in order
 * @param comments the HTML comments in order, as {@code [start, end)}
 * @param htmlEnd offset of {@code </html>}, or -1 when the page is a part of one
 * @param bodyEnd offset of the last {@code </body>}, or -1
 */
public record Markup(List<Tag> tags, List<Range> comments, int htmlEnd, int bodyEnd) {

    /** Copies the lists. */
    public Markup {
        tags = List.copyOf(tags);
        comments = List.copyOf(comments);
    }
}
