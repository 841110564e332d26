/**
 * Pure text: lines and columns, range edits, source maps.
 *
 * <p>Floor 1 of the core. May import: {@code diagnostic}, {@code model}.
 */
@NullMarked
package io.github.assetpipe.text;

import org.jspecify.annotations.NullMarked;
