package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.Declaration;
import io.github.assetpipe.css.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a stylesheet and what its selectors say about it.
 *
 * @param node the node
 * @param fate whether it goes, stays as it is, or is looked into further
 * @param alone whether, nested, it does without a match of the rule around it
 * @param selectors what of a rule's selectors goes when the rule stays; null when nothing does
 * @param children what is planned for the node's children; empty unless it is looked into
 */
record PlannedNode(
        Node node, Fate fate, boolean alone, @Nullable SelectorCuts selectors, List<PlannedNode> children) {

    /** What becomes of a node. */
    enum Fate {
        /** It goes with all that is in it. */
        GOES,
        /** It stays with all that is in it. */
        STAYS,
        /** It stays unless nothing in it does. */
        OPEN,
        /** It is a rule that matches nothing, and stays only with a rule in it that does without its matching. */
        AROUND
    }

    static PlannedNode of(Node node, Fate fate) {
        boolean alone = fate == Fate.STAYS && !(node instanceof Declaration);
        return new PlannedNode(node, fate, alone, null, List.of());
    }

    boolean goes() {
        return fate == Fate.GOES;
    }
}
