/**
 * Draws the photographs of the demo shop, so that every picture in the repository is its own work.
 *
 * <p>Run {@link io.github.assetpipe.demo.studio.Studio} by hand when a motif is added; the pictures are committed.
 */
@NullMarked
package io.github.assetpipe.demo.studio;

import org.jspecify.annotations.NullMarked;
