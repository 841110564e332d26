package io.github.assetpipe.css.purge;

import org.jspecify.annotations.Nullable;

/**
 * Why one part of a selector, or a named rule, counts as used or not.
 *
 * @param kind the rule that decided
 * @param name the name or construct that was judged
 * @param by what decided: the safelist's entry, the computed name; or empty
 * @param sighting where the evidence was seen, or null when there is none
 */
public record Reason(
        Kind kind, String name, String by, @Nullable Sighting sighting) {

    /** The rules. */
    public enum Kind {
        /** The name occurs as a word. */
        WORD(true, "%s occurs at %s"),
        /** A computed name may form it. */
        COMPUTED(true, "%s may be formed by %3$s at %2$s"),
        /** It is on a safelist. */
        SAFELIST(true, "%s is on the safelist as %3$s"),
        /** A comment in the stylesheet keeps it. */
        COMMENT(true, "%s is kept by the comment %3$s"),
        /** Browsers make such elements by themselves, or scripts such attributes. */
        IMPLIED(true, "%s needs no mention: %3$s"),
        /** Another kept rule uses it. */
        USED(true, "%s is used by a kept rule"),
        /** It is an element of content, and a page prints content that is written elsewhere. */
        RAW(true, "%s may stand in content: a template prints raw HTML: %s"),
        /** It names nothing that could be missing, such as a bare pseudo-class. */
        UNNAMED(true, "%s names nothing that could be missing"),
        /** It occurs nowhere. */
        MISSING(false, "%s occurs nowhere"),
        /** The attribute occurs, but never with such a value. */
        VALUE(false, "%s occurs nowhere with such a value"),
        /** It is on the blocklist. */
        BLOCKED(false, "%s is on the blocklist as %3$s"),
        /** The rule around it goes. */
        PARENT(false, "%s stands in a rule that goes");

        private final boolean keeps;
        private final String sentence;

        Kind(boolean keeps, String sentence) {
            this.keeps = keeps;
            this.sentence = sentence;
        }

        /** Tells whether the rule keeps what it judged. */
        public boolean keeps() {
            return keeps;
        }
    }

    static Reason of(Kind kind, String name, String by) {
        return new Reason(kind, name, by, null);
    }

    /** Tells whether the part counts as used. */
    public boolean keeps() {
        return kind.keeps();
    }

    /** Returns the reason as a sentence without a full stop. */
    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, kind.sentence, name, sighting == null ? "" : sighting, by);
    }
}
