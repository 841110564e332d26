package io.github.assetpipe.css;

import org.jspecify.annotations.Nullable;

/** A complex selector ready to be printed; comparable, so that sets of many stay quick whatever their hashes. Owned by one minifier run. */
final class Selector implements Comparable<Selector> {
    private final String text;
    private final int specificity;
    private final boolean known;

    /** Looked up once: a selector goes from rule to rule when rules are merged. */
    private @Nullable Key key;

    Selector(String text, int specificity, boolean known) {
        this.text = text;
        this.specificity = specificity;
        this.known = known;
    }

    /** Returns the shortest text. */
    String text() {
        return text;
    }

    /** Returns ids, classes and types in ten bits each, or -1 when it depends on the rules around. */
    int specificity() {
        return specificity;
    }

    /** Tells whether every browser of the baseline takes the selector, so that it may share a list with others. */
    boolean known() {
        return known;
    }

    /** Returns the key of the text; {@code all} is the same for every call. */
    Key key(Keys all) {
        Key found = key;
        if (found == null) {
            found = all.selector(text);
            key = found;
        }
        return found;
    }

    @Override
    public int compareTo(Selector other) {
        int texts = text.compareTo(other.text);
        int numbers = texts != 0 ? texts : Integer.compare(specificity, other.specificity);
        return numbers != 0 ? numbers : Boolean.compare(known, other.known);
    }

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
