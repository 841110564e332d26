/** Tests of the packaged shop, over HTTP and in a browser. */
@NullMarked
package io.github.assetpipe.demo;

import org.jspecify.annotations.NullMarked;
