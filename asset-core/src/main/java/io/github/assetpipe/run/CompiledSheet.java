package io.github.assetpipe.run;

import io.github.assetpipe.model.Content;

/**
 * A stylesheet as a compiler made it.
 *
 * @param file the name that later passes know it by
 * @param entry the project-relative file that was compiled
 * @param sourceMap where its rules come from, sources as project-relative files or files of WebJars
 */
public record CompiledSheet(String file, String entry, Content sourceMap) {}
