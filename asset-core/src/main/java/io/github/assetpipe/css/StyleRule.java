package io.github.assetpipe.css;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A style rule: a selector list and a block, nested or not.
 *
 * @param start offset of the selector list's first character
 * @param end offset after the closing brace
 * @param preludeEnd offset after the selector list, white space and comments before the brace not counted
 * @param selectors the selectors, or null when the text before the brace is no selector list: then browsers ignore the rule
 * @param children declarations and nested rules, in order
 */
public record StyleRule(
        int start, int end, int preludeEnd, @Nullable SelectorList selectors, List<Node> children) implements Node {}
