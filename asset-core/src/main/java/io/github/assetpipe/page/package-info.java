/**
 * Templates and plain HTML as text with facts. The only package that knows jsoup.
 *
 * <p>Floor 3 of the core. May import: {@code css} and below.
 */
@NullMarked
package io.github.assetpipe.page;

import org.jspecify.annotations.NullMarked;
