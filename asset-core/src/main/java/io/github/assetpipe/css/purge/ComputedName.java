package io.github.assetpipe.css.purge;

import java.util.Comparator;

/**
 * A name of which the text holds only parts, because the rest is computed: {@code btn-*}, {@code *-lg},
 * {@code col-*-6}, {@code *-btn-*}.
 *
 * <p>What it may form is decided by {@link ComputedNames}.
 *
 * @param head the text before the first hole, up to the quote, white space or tag before it; or empty
 * @param middle the text between two holes when there is neither head nor tail; or empty
 * @param tail the text after the last hole; or empty
 */
public record ComputedName(String head, String middle, String tail) implements Comparable<ComputedName> {
    private static final Comparator<ComputedName> ORDER = Comparator.comparing(ComputedName::head)
            .thenComparing(ComputedName::middle)
            .thenComparing(ComputedName::tail);

    /** Orders by head, middle, tail. */
    @Override
    public int compareTo(ComputedName other) {
        return ORDER.compare(this, other);
    }

    /** Returns the name with {@code *} for each hole. */
    @Override
    public String toString() {
        return middle.isEmpty() ? head + "*" + tail : "*" + middle + "*";
    }
}
