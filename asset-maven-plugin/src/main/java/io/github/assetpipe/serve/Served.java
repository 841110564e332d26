package io.github.assetpipe.serve;

import java.time.Instant;
import java.util.List;

/**
 * A resource as it is now, in all its codings.
 *
 * @param type the value of {@code Content-Type}
 * @param immutable whether its name holds the digest of its content, so that it can be kept for a year
 * @param modified when it was last changed, to the second
 * @param representations the codings there are, identity first
 */
record Served(String type, boolean immutable, Instant modified, List<Representation> representations) {

    /** Copies the list. */
    Served {
        representations = List.copyOf(representations);
    }

    /** Returns the representation without a coding. */
    Representation identity() {
        return representations.get(0);
    }
}
