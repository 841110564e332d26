package io.github.assetpipe.run;

import io.github.assetpipe.model.Content;
import java.util.List;

/**
 * A stylesheet as a compiler made it.
 *
 * @param file the name that later passes know it by
 * @param entry the project-relative file that was compiled
 * @param sources the files that it was compiled of, its entry included
 * @param sourceMap where its rules come from, sources as project-relative files or files of WebJars
 */
public record CompiledSheet(String file, String entry, List<String> sources, Content sourceMap) {

    /** Copies the list. */
    public CompiledSheet {
        sources = List.copyOf(sources);
    }
}
