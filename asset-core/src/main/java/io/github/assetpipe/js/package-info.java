/**
 * JavaScript: tokens, syntax tree, scopes, shorter names, printing without white space.
 *
 * <p>Floor 2 of the core. May import: {@code text} and below.
 */
@NullMarked
package io.github.assetpipe.js;

import org.jspecify.annotations.NullMarked;
