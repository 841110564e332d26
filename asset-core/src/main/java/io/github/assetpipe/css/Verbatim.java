package io.github.assetpipe.css;

/**
 * Text that browsers skip, or whose grammar is not known, kept as it is written.
 *
 * @param start offset of the first character
 * @param end offset after the last character
 * @param reason why the text was not understood
 */
public record Verbatim(int start, int end, Reason reason) implements Node {

    /** Why a piece of text stays as it is. */
    public enum Reason {
        /** A declaration without a name or a colon: browsers skip it. */
        BAD_DECLARATION,
        /** A rule whose block is missing: browsers skip it. */
        BAD_RULE,
        /** The content of an at-rule of a kind that is not known. */
        UNKNOWN_RULE,
        /** Blocks are nested deeper than anything that is written by hand. */
        TOO_DEEP
    }
}
