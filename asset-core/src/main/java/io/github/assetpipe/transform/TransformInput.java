package io.github.assetpipe.transform;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import org.jspecify.annotations.Nullable;

/**
 * What a transformer is given.
 *
 * @param path the asset's logical path
 * @param file the name for diagnostics and look-ups: the project-relative source file
 * @param content the bytes
 * @param sourceMap the source map of {@code content}, or null
 */
public record TransformInput(
        LogicalPath path,
        String file,
        Content content,
        @Nullable Content sourceMap) {

    /** Returns this input with its bytes in memory, so that a file that changes meanwhile does not change it. */
    public TransformInput held() {
        return new TransformInput(path, file, content.held(), sourceMap == null ? null : sourceMap.held());
    }
}
