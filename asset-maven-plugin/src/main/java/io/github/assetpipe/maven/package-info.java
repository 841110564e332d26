/**
 * The Maven plugin: goals, their parameters, and the layouts of Maven projects.
 *
 * <p>Goals are small; {@link io.github.assetpipe.maven.AssetMojo} holds what they share. A parameter group such as
 * {@link io.github.assetpipe.maven.SassParameters} is what a pom writes, and turns itself into an option record of the core.
 * All work is done by {@link io.github.assetpipe.AssetPipeline}.
 */
@NullMarked
package io.github.assetpipe.maven;

import org.jspecify.annotations.NullMarked;
