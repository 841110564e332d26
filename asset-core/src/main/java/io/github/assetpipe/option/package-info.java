/**
 * What a user may choose, as immutable records; null is never a value, every default is in the record's {@code defaults()}.
 *
 * <p>Floor 0 of the core. May import: {@code diagnostic}, {@code model}.
 */
@NullMarked
package io.github.assetpipe.option;

import org.jspecify.annotations.NullMarked;
