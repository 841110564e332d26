package io.github.assetpipe.css;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An at-rule, with or without a block.
 *
 * @param start offset of the at sign
 * @param end offset after the closing brace or the semicolon
 * @param name the decoded name in lower case, without the at sign: {@code media}
 * @param firstToken index of the first token of the prelude
 * @param limitToken index after the prelude's last token, white space and comments at its end not counted
 * @param children what stands in the block, in order, or null when the rule has no block
 */
public record AtRule(
        int start,
        int end,
        String name,
        int firstToken,
        int limitToken,
        @Nullable List<Node> children) implements Node {

    /** Returns the name without a vendor prefix: {@code keyframes} for {@code -webkit-keyframes}. */
    public String plainName() {
        return Names.unprefixed(name);
    }
}
