/**
 * Problems as data: where, what, and what to do about it.
 *
 * <p>Floor 0 of the core. May import: the JDK only.
 */
@NullMarked
package io.github.assetpipe.diagnostic;

import org.jspecify.annotations.NullMarked;
