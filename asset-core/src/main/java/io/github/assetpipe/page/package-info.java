/**
 * Templates and plain HTML as text with facts: a page is masked, scanned for tags, and never printed from a tree.
 *
 * <p>Floor 3 of the core. May import: {@code css} and below.
 */
@NullMarked
package io.github.assetpipe.page;

import org.jspecify.annotations.NullMarked;
