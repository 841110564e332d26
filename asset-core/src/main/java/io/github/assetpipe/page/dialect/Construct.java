package io.github.assetpipe.page.dialect;

/**
 * A range of a page that belongs to the template language and not to HTML.
 *
 * @param start first offset in the page's text
 * @param end offset after it
 * @param kind what it does when the page is rendered
 */
public record Construct(int start, int end, Kind kind) {

    /** What a construct does when the page is rendered. */
    public enum Kind {
        /** Emits nothing. */
        COMMENT,
        /** Emits text: {@code ${title}}. */
        EXPRESSION,
        /** Chooses, repeats, includes or runs: {@code <#if x>}, {@code {% include 'a' %}}, {@code <% code %>}. */
        DIRECTIVE,
        /** A start, end or empty tag of a tag library, written like an HTML tag: {@code <c:url value="/a.css"/>}. */
        TAG
    }

    /** Returns the construct's own text. */
    public String in(String text) {
        return text.substring(start, end);
    }
}
