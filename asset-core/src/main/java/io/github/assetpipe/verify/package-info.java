/**
 * Checks what a build left behind against its manifest.
 *
 * <p>Floor 6 of the core, beside the door. May import: {@code pass} and below.
 */
@NullMarked
package io.github.assetpipe.verify;

import org.jspecify.annotations.NullMarked;
