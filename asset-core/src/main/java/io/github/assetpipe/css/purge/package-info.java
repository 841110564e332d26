/**
 * Purging: which names a site's texts can use, and which rules of its stylesheets no name keeps.
 *
 * <p>Part of floor 2, beside the syntax tree that it reads. May import: {@code css}, {@code text} and below.
 *
 * <pre>{@code
 * Evidence evidence = Evidence.scan(List.of(new SourceText("index.html", page, TextKind.MARKUP)));
 * PurgeResult result = Purger.purge(List.of(new PurgeInput("app.css", css)), evidence, PurgeOptions.defaults());
 * String smaller = result.sheets().get(0).text();
 * }</pre>
 */
@NullMarked
package io.github.assetpipe.css.purge;

import org.jspecify.annotations.NullMarked;
