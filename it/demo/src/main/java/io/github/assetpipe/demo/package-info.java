/** Fernside, a shop for house plants: the application that the plugin is shown and tested on. */
@NullMarked
package io.github.assetpipe.demo;

import org.jspecify.annotations.NullMarked;
