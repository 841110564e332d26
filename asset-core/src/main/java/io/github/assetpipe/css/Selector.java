package io.github.assetpipe.css;

/**
 * A complex selector ready to be printed.
 *
 * @param text the shortest text
 * @param specificity ids, classes and types in ten bits each, or -1 when it depends on the rules around
 * @param known whether every browser of the baseline takes the selector, so that it may share a list with others
 */
record Selector(String text, int specificity, boolean known) {
    // Written out: a record's own methods are linked when they are first called, and the first sheet would pay.
    @Override
    public boolean equals(Object other) {
        return other instanceof Selector selector
                && specificity == selector.specificity
                && known == selector.known
                && text.equals(selector.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
