package io.github.assetpipe.page;

/**
 * An attribute of a tag, as ranges of the page's text.
 *
 * @param name the name in lower case
 * @param start offset of the name
 * @param valueStart offset of the value without its quotes, or -1 when there is no value
 * @param valueEnd offset after the value without its quotes, or -1
 * @param end offset after the attribute, its closing quote included
 */
public record Attribute(String name, int start, int valueStart, int valueEnd, int end) {

    /** Tells whether there is an equals sign and a value, be it empty. */
    public boolean hasValue() {
        return valueStart >= 0;
    }

    /** Tells whether the value stands in quotes. */
    public boolean quoted() {
        return hasValue() && end > valueEnd;
    }

    /** Returns the value as written, entities and all; empty when there is none. */
    public String raw(String text) {
        return hasValue() ? text.substring(valueStart, valueEnd) : "";
    }
}
