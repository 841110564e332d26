package io.github.assetpipe.transform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a Sass compiler gave.
 *
 * @param css the stylesheet, or null when it failed
 * @param sourceMap the source map as JSON with sources as project-relative files, or null
 * @param messages what the compiler said, in its order
 */
record SassOutcome(@Nullable String css, @Nullable String sourceMap, List<SassMessage> messages) {

    /** Copies the list. */
    SassOutcome {
        messages = List.copyOf(messages);
    }
}
