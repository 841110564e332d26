/** The plants that are for sale. */
@NullMarked
package io.github.assetpipe.demo.catalog;

import org.jspecify.annotations.NullMarked;
