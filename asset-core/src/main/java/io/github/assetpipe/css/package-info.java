/**
 * The CSS engine: tokenizer, parser, printer, minifier, selector matching, url references (CSS Syntax Level 3).
 *
 * <p>Floor 2 of the core. May import: {@code text} and below.
 */
@NullMarked
package io.github.assetpipe.css;

import org.jspecify.annotations.NullMarked;
