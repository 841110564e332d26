package io.github.assetpipe.transform;

import io.github.assetpipe.model.Content;
import java.util.Optional;

/**
 * Reads further files for a transformer, and remembers what was asked for, found or not, for the cache.
 *
 * <p>Paths are project-relative with {@code /}: {@code src/main/scss/_a.scss}. Paths that begin with {@code webjars/} are
 * looked for in the WebJars on the class path, with or without the version: {@code webjars/bootstrap/scss/_root.scss}.
 * Paths out of the project find nothing. Safe for several threads.
 */
public interface Lookup {

    /** Returns the file's content, or empty when there is none (also for folders). */
    Optional<Content> find(String path);

    /** Returns a look-up that finds nothing. */
    static Lookup none() {
        return path -> Optional.empty();
    }
}
