package io.github.assetpipe.transform;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;

/** The rule that a precompressed variant is kept only when it is at most 95 % of the size; what servers of such files expect. */
final class WorthKeeping {
    /** The rule as part of a fingerprint. */
    static final String RULE = "keep<=95%";

    private WorthKeeping() {}

    /** Returns the variant of {@code path} under its name plus {@code suffix}, or no output when it is not worth keeping. */
    static TransformResult result(LogicalPath path, String suffix, int originalSize, byte[] compressed) {
        return compressed.length * 100L <= originalSize * 95L
                ? TransformResult.of(path.sibling(path.fileName() + suffix), Content.of(compressed), null)
                : TransformResult.unchanged();
    }
}
