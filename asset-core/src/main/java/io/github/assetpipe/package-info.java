/**
 * The door: the asset pipeline, its configuration and its result.
 *
 * <p>Floor 6 of the core. May import everything below.
 */
@NullMarked
package io.github.assetpipe;

import org.jspecify.annotations.NullMarked;
