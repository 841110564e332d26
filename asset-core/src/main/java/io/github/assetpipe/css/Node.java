package io.github.assetpipe.css;

/**
 * A piece of a stylesheet's tree.
 *
 * <p>Offsets are UTF-16 offsets into the stylesheet's text. All nodes are immutable.
 */
public sealed interface Node permits StyleRule, KeyframeRule, AtRule, Declaration, Verbatim {
    /** Returns the offset of the node's first character. */
    int start();

    /** Returns the offset after the node's last character; a declaration's semicolon is not part of it. */
    int end();
}
