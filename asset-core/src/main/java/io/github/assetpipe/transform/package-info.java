/**
 * One asset in, one or more out. Each foreign engine hides behind one file here.
 *
 * <p>Floor 3 of the core. May import: {@code css} and below.
 */
@NullMarked
package io.github.assetpipe.transform;

import org.jspecify.annotations.NullMarked;
