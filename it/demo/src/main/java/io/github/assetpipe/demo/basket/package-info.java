/** What a visitor means to buy. */
@NullMarked
package io.github.assetpipe.demo.basket;

import org.jspecify.annotations.NullMarked;
