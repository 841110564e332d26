/** Pages and forms. */
@NullMarked
package io.github.assetpipe.demo.web;

import org.jspecify.annotations.NullMarked;
