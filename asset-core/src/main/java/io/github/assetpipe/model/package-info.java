/**
 * The immutable values that passes hand to each other: assets, pages, the site.
 *
 * <p>Floor 0 of the core. May import: {@code diagnostic}.
 */
@NullMarked
package io.github.assetpipe.model;

import org.jspecify.annotations.NullMarked;
