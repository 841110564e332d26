package io.github.assetpipe.css;

/** What joins two compound selectors (Selectors Level 4, section 15). */
public enum Combinator {
    /** Nothing: the compound stands first. */
    NONE(""),
    /** White space. */
    DESCENDANT(" "),
    /** {@code >}. */
    CHILD(">"),
    /** {@code +}. */
    NEXT_SIBLING("+"),
    /** {@code ~}. */
    SUBSEQUENT_SIBLING("~"),
    /** {@code ||}. */
    COLUMN("||"),
    /** {@code >>>} or {@code /deep/}, long withdrawn. */
    DEEP(">>>");

    private final String text;

    Combinator(String text) {
        this.text = text;
    }

    /** Returns the combinator as it is written without white space around it. */
    public String text() {
        return text;
    }
}
