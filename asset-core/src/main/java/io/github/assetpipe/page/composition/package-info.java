/**
 * How templates are composed into pages, and what that allows: which script tags may be deferred.
 *
 * <p>{@link io.github.assetpipe.page.composition.FactsReader} reads one page at a time into
 * {@link io.github.assetpipe.page.composition.PageFacts}, a small grammar of what the page renders in which order.
 * {@link io.github.assetpipe.page.composition.DeferDecisions} joins the grammars of all pages and decides.
 *
 * <p>Part of floor 3 of the core, above {@code page}. May import: {@code page} and below.
 */
@NullMarked
package io.github.assetpipe.page.composition;

import org.jspecify.annotations.NullMarked;
