/** The articles of the shop's journal. */
@NullMarked
package io.github.assetpipe.demo.journal;

import org.jspecify.annotations.NullMarked;
