package io.github.assetpipe.css;

/**
 * A piece of a text as the key of a table, so that what was seen before is found without a string of its own. Must stay where
 * it is while a table holds it. Comparable, so that a table stays quick where many pieces have one hash. Not safe for several
 * threads.
 */
final class Span implements Comparable<Span> {
    private final char[] text;
    private int start;
    private int end;
    private int hash;

    Span(char[] text) {
        this.text = text;
    }

    /** Moves to the characters {@code [from, to)}; returns this. */
    Span at(int from, int to) {
        start = from;
        end = to;
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum = sum * 31 + text[i];
        }
        hash = sum;
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Span span && hash == span.hash && compareTo(span) == 0;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Compares by length, then by characters. */
    @Override
    public int compareTo(Span other) {
        int length = end - start;
        int difference = length - (other.end - other.start);
        for (int i = 0; i < length && difference == 0; i++) {
            difference = text[start + i] - other.text[other.start + i];
        }
        return difference;
    }
}
