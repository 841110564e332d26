package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Graph.Mark;
import io.github.assetpipe.page.composition.Graph.Place;
import io.github.assetpipe.page.composition.Graph.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where compositions begin: pages that end a document, and pages that nobody is known to include.
 *
 * <p>What comes after the end of a page that neither ends a document nor is included is not known. A page of which others
 * render parts is only a collection of these.
 */
final class Roots {
    private final Graph graph;
    private final boolean[] live;
    private final List<Integer> starts = new ArrayList<>();
    private final SortedMap<Integer, Place> openEnds = new TreeMap<>();

    /**
     * Finds the roots.
     *
     * @param pages all pages
     * @param mains the nodes of the pages, in the same order; a page's blocks follow its node
     */
    Roots(Graph graph, List<PageFacts> pages, List<Integer> mains) {
        this.graph = graph;
        Flow ends = new Flow(graph, node -> true, false, script -> false);
        ends.mark(step -> step instanceof Step.OfMark mark && mark.mark() == Mark.END ? mark.place() : null);
        ends.run();
        for (int page = 0; page < mains.size(); page++) {
            int main = mains.get(page);
            boolean whole = ends.has(main);
            if (whole) {
                starts.add(main);
            } else if (graph.node(main).uses().isEmpty()
                    && !lendsParts(main, main + pages.get(page).blocks().size())) {
                starts.add(main);
                openEnds.put(main, new Place(pages.get(page).file(), 1, "what may follow this part of a page"));
            }
        }
        this.live = graph.reach(
                starts,
                node -> graph.node(node).steps().stream()
                        .filter(Step.OfNode.class::isInstance)
                        .map(step -> ((Step.OfNode) step).node()));
    }

    /** Returns the nodes where compositions begin. */
    List<Integer> starts() {
        return List.copyOf(starts);
    }

    /** Tells whether a node is rendered in some composition. */
    boolean live(int node) {
        return live[node];
    }

    /** Returns the nodes after which something unknown comes. */
    SortedMap<Integer, Place> openEnds() {
        return openEnds;
    }

    private boolean lendsParts(int first, int end) {
        for (int node = first; node < end; node++) {
            for (Graph.Use use : graph.node(node).uses()) {
                if (use.node() < first || use.node() >= end) {
                    return true;
                }
            }
        }
        return false;
    }
}
