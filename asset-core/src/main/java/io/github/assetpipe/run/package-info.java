/**
 * Threads, the cache of results, and what one build leaves to the next: only here.
 *
 * <p>Floor 4 of the core. May import: {@code transform}, {@code page}, {@code io} and below.
 */
@NullMarked
package io.github.assetpipe.run;

import org.jspecify.annotations.NullMarked;
