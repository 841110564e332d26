package io.github.assetpipe.css;

import java.util.List;

/**
 * A rule inside {@code @keyframes}: {@code from}, {@code to} and percentages, and a block.
 *
 * @param start offset of the first character
 * @param end offset after the closing brace
 * @param firstToken index of the first token of the keyframe selectors
 * @param limitToken index after their last token, white space and comments not counted
 * @param children the declarations, in order
 */
public record KeyframeRule(int start, int end, int firstToken, int limitToken, List<Node> children) implements Node {}
