/**
 * Whole-site work: each pass takes a site and gives back a site.
 *
 * <p>Floor 5 of the core. May import: {@code run} and below.
 */
@NullMarked
package io.github.assetpipe.pass;

import org.jspecify.annotations.NullMarked;
