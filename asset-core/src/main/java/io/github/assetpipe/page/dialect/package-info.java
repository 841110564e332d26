/**
 * What each template language looks like: which ranges of a page are the language's own and which are HTML.
 *
 * <p>Part of floor 3 of the core, below {@code page}. May import: the JDK only. A dialect is one small file.
 */
@NullMarked
package io.github.assetpipe.page.dialect;

import org.jspecify.annotations.NullMarked;
