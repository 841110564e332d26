/**
 * What a person wants to see of a build: the facts of a run, and the report made of them.
 *
 * <p>Floor 6 of the core, beside {@code verify}. May import: {@code pass} and below.
 */
@NullMarked
package io.github.assetpipe.report;

import org.jspecify.annotations.NullMarked;
