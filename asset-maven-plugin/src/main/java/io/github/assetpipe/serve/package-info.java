/**
 * The built output over HTTP, for looking at it: negotiation, conditions, ranges and caching as RFC 9110 and RFC 9111 say.
 *
 * <p>{@link io.github.assetpipe.serve.HttpServer} is the only class that knows Jetty; everything else turns a {@link
 * io.github.assetpipe.serve.Ask} into an {@link io.github.assetpipe.serve.Answer}. Knows no Maven.
 */
@NullMarked
package io.github.assetpipe.serve;

import org.jspecify.annotations.NullMarked;
