package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Graph.How;
import io.github.assetpipe.page.composition.Graph.Mark;
import io.github.assetpipe.page.composition.Graph.Node;
import io.github.assetpipe.page.composition.Graph.Step;
import io.github.assetpipe.page.composition.Graph.Use;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which pages end the documents that parts of other pages are shown in, over all compositions of a site.
 *
 * <p>A page is <em>held</em> when every known composition that renders a part of it renders the end of a page of a wanted
 * kind too, and there is one. A page that somebody unknown may put somewhere is not. Linear in the size of the
 * {@link Graph}: that a node always renders a wanted end goes from steps to the sequences that they are in (to a choice only
 * from all its steps), and that a node stands in a composition without one goes from where compositions begin to all that
 * they may render.
 *
 * @param held the pages among those asked about that are held
 * @param ends the pages of the wanted kind that may end a document with a part of one of them
 */
public record DocumentEnds(Set<String> held, Set<String> ends) {

    /** Copies the sets. */
    public DocumentEnds {
        held = Set.copyOf(held);
        ends = Set.copyOf(ends);
    }

    /**
     * Finds the ends.
     *
     * @param pages the facts of all pages, definitions of Tiles included
     * @param wanted tells whether the end of a page, by its file, is of the wanted kind
     * @param asked the files of the pages that are asked about
     */
    public static DocumentEnds of(Collection<PageFacts> pages, Predicate<String> wanted, Set<String> asked) {
        List<PageFacts> sorted = pages.stream()
                .sorted(Comparator.comparing(PageFacts::file).thenComparing(PageFacts::name))
                .toList();
        return new Search(sorted, wanted).of(asked);
    }

    /** The search, with what it knows of each node. */
    private static final class Search {
        private final List<PageFacts> pages;
        private final Predicate<String> wanted;
        private final List<Integer> mains = new ArrayList<>();
        private final Graph graph;
        private final Roots roots;
        private final Map<Integer, String> bodies = new TreeMap<>();
        private final boolean[] always;
        private final boolean[] without;

        Search(List<PageFacts> pages, Predicate<String> wanted) {
            this.pages = pages;
            this.wanted = wanted;
            this.graph = Linker.link(pages, mains);
            this.roots = new Roots(graph, pages, mains);
            this.always = new boolean[graph.size()];
            this.without = new boolean[graph.size()];
        }

        DocumentEnds of(Set<String> asked) {
            findAlways();
            below(roots.starts().stream().filter(start -> !always[start]).toList(), without);
            Map<String, List<Integer>> held = held(asked);
            Set<String> ends = new TreeSet<>();
            boolean[] shows = new boolean[graph.size()];
            above(held.values().stream().flatMap(List::stream).toList(), shows);
            boolean[] shown = new boolean[graph.size()];
            below(roots.starts().stream().filter(start -> shows[start]).toList(), shown);
            bodies.forEach((node, file) -> {
                if (shown[node]) {
                    ends.add(file);
                }
            });
            return new DocumentEnds(held.keySet(), ends);
        }

        /** The nodes of each page that is held. */
        private Map<String, List<Integer>> held(Set<String> asked) {
            Map<String, List<Integer>> nodes = new HashMap<>();
            for (int page = 0; page < pages.size(); page++) {
                String file = pages.get(page).file();
                if (asked.contains(file)) {
                    List<Integer> own = nodes.computeIfAbsent(file, f -> new ArrayList<>());
                    int first = mains.get(page);
                    for (int block = 0; block < pages.get(page).blocks().size(); block++) {
                        own.add(first + block);
                    }
                }
            }
            nodes.values()
                    .removeIf(own ->
                            own.stream().noneMatch(roots::live) || own.stream().anyMatch(n -> without[n]));
            return nodes;
        }

        private void findAlways() {
            for (int page = 0; page < pages.size(); page++) {
                if (wanted.test(pages.get(page).file())) {
                    bodies(page);
                }
            }
            Deque<Integer> open = new ArrayDeque<>(bodies.keySet());
            bodies.keySet().forEach(node -> always[node] = true);
            while (!open.isEmpty()) {
                for (Use use : graph.node(open.remove()).uses()) {
                    if (!always[use.node()] && isAlways(graph.node(use.node()))) {
                        always[use.node()] = true;
                        open.add(use.node());
                    }
                }
            }
        }

        /** Asked of a node of which one step always renders a wanted end. */
        private boolean isAlways(Node node) {
            return !node.choice()
                    || node.steps().stream().allMatch(s -> s instanceof Step.OfNode inner && always[inner.node()]);
        }

        /** Where the body is a part that can be rendered by itself, it ends there; else where the document does. */
        private void bodies(int page) {
            int first = mains.get(page);
            List<Block> blocks = pages.get(page).blocks();
            boolean found = false;
            for (int block = 0; block < blocks.size(); block++) {
                if (blocks.get(block).names().contains("body")) {
                    bodies.put(first + block, pages.get(page).file());
                    found = true;
                }
            }
            for (int block = 0; block < blocks.size() && !found; block++) {
                if (graph.node(first + block).steps().stream().anyMatch(Search::isEnd)) {
                    bodies.put(first + block, pages.get(page).file());
                }
            }
        }

        private static boolean isEnd(Step step) {
            return step instanceof Step.OfMark mark && mark.mark() == Mark.END;
        }

        /** Marks what nodes may render: what is passed along is marked where it is, not for all that may take it. */
        private void below(List<Integer> from, boolean[] reached) {
            Deque<Integer> open = new ArrayDeque<>(from);
            while (!open.isEmpty()) {
                int node = open.remove();
                if (!reached[node]) {
                    reached[node] = true;
                    for (Step step : graph.node(node).steps()) {
                        if (step instanceof Step.OfNode inner) {
                            open.addAll(inner.fills());
                            if (inner.how() != How.PARAMETER) {
                                open.add(inner.node());
                            }
                        }
                    }
                }
            }
        }

        /** Marks what may render nodes. */
        private void above(List<Integer> from, boolean[] reached) {
            Deque<Integer> open = new ArrayDeque<>(from);
            while (!open.isEmpty()) {
                int node = open.remove();
                if (!reached[node]) {
                    reached[node] = true;
                    graph.node(node).uses().forEach(use -> open.add(use.node()));
                }
            }
        }
    }
}
