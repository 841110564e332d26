package io.github.assetpipe.css;

import java.util.List;

/**
 * One selector of a list: compounds joined by combinators.
 *
 * @param start offset of the first character, a leading combinator included
 * @param end offset after the last character
 * @param compounds the compounds from left to right, at least one
 */
public record ComplexSelector(int start, int end, List<CompoundSelector> compounds) {}
