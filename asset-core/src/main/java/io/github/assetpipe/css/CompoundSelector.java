package io.github.assetpipe.css;

import java.util.List;

/**
 * Conditions on one element, and what joins it to the compound before it.
 *
 * @param start offset of the first condition
 * @param end offset after the last one
 * @param combinator what stands before; {@link Combinator#NONE} for the first compound unless the selector is relative
 * @param parts the conditions in order; empty only for a relative selector's missing left side, which is never stored
 */
public record CompoundSelector(int start, int end, Combinator combinator, List<SimpleSelector> parts) {}
