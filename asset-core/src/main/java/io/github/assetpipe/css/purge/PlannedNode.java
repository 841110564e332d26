package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.Node;
import io.github.assetpipe.css.purge.IgnoreComments.Range;
import java.util.List;

/**
 * A node of a stylesheet and what its selectors say about it.
 *
 * @param node the node
 * @param fate whether it goes, stays as it is, or is looked into further
 * @param cuts the ranges of selectors and arguments that go when the node stays
 * @param children what is planned for the node's children; empty unless it is looked into
 */
record PlannedNode(Node node, Fate fate, List<Range> cuts, List<PlannedNode> children) {

    /** What becomes of a node. */
    enum Fate {
        /** It goes with all that is in it. */
        GOES,
        /** It stays with all that is in it. */
        STAYS,
        /** It stays unless nothing in it does. */
        OPEN
    }

    static PlannedNode of(Node node, Fate fate) {
        return new PlannedNode(node, fate, List.of(), List.of());
    }

    boolean goes() {
        return fate == Fate.GOES;
    }
}
