package io.github.assetpipe.css;

import org.jspecify.annotations.Nullable;

/**
 * One condition of a compound selector (Selectors Level 4, section 3.1). Names are decoded: {@code .\31 0} has the name {@code 10}.
 *
 * <p>Offsets are UTF-16 offsets into the stylesheet's text.
 */
public sealed interface SimpleSelector {
    /** Returns the offset of the first character. */
    int start();

    /** Returns the offset after the last character. */
    int end();

    /**
     * A type selector, or the universal one when the name is {@code *}.
     *
     * @param namespace the namespace prefix: empty for {@code |a}, {@code *} for any, null when none is written
     * @param name the element's name as written
     */
    record Type(int start, int end, @Nullable String namespace, String name) implements SimpleSelector {}

    /** {@code #name}. */
    record Id(int start, int end, String name) implements SimpleSelector {}

    /** {@code .name}. */
    record ClassName(int start, int end, String name) implements SimpleSelector {}

    /** {@code &}, the selectors of the rule around. */
    record Nesting(int start, int end) implements SimpleSelector {}

    /**
     * {@code [name]}, {@code [name="value"]}.
     *
     * @param namespace the namespace prefix, null when none is written
     * @param operator {@code =}, {@code ~=}, {@code |=}, {@code ^=}, {@code $=}, {@code *=}, or empty
     * @param value the decoded value, empty without an operator
     * @param flag {@code i} or {@code s}, or 0
     */
    record Attribute(
            int start, int end, @Nullable String namespace, String name, String operator, String value, char flag)
            implements SimpleSelector {}

    /**
     * A pseudo-class or pseudo-element, with its argument if it is a function.
     *
     * @param element whether two colons are written
     * @param name the name in lower case, without colons
     * @param function whether parentheses follow
     * @param selectors the selector list in the parentheses, for {@code :nth-child} that after {@code of}; null when the
     *     argument is none, or is not understood as one
     * @param argumentFirst index of the first token in the parentheses
     * @param argumentLimit index after the last one; for {@code :nth-child(… of S)} the index of {@code of}
     */
    record Pseudo(
            int start,
            int end,
            boolean element,
            String name,
            boolean function,
            @Nullable SelectorList selectors,
            int argumentFirst,
            int argumentLimit)
            implements SimpleSelector {

        /** Tells whether this is a pseudo-element, also one of the four that may be written with one colon. */
        public boolean isPseudoElement() {
            return element
                    || name.equals("before")
                    || name.equals("after")
                    || name.equals("first-line")
                    || name.equals("first-letter");
        }
    }
}
