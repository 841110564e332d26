/**
 * The CSS engine: tokenizer, parser, printer, minifier, selector matching, url references (CSS Syntax Level 3).
 *
 * <p>Usable on its own:
 *
 * <pre>{@code
 * String small = CssMinifier.minify(css);
 * List<UrlReference> files = UrlReferences.of(css);
 * List<SyntaxProblem> faults = Stylesheet.parse(css).problems();
 * }</pre>
 *
 * <p>A text becomes {@link io.github.assetpipe.css.Tokens}, a {@link io.github.assetpipe.css.Stylesheet} (the tree), and in
 * the minifier a list of items, which is optimised from the inside out and printed.
 *
 * <p>Floor 2 of the core. May import: {@code text} and below.
 */
@NullMarked
package io.github.assetpipe.css;

import org.jspecify.annotations.NullMarked;
