/**
 * Reading source trees and writing output trees. The only package that writes files.
 *
 * <p>Floor 3 of the core. May import: {@code css} and below.
 */
@NullMarked
package io.github.assetpipe.io;

import org.jspecify.annotations.NullMarked;
