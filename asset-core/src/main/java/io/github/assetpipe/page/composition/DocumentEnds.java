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
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which pages end the documents that the images of other pages are shown in, over all compositions of a site.
 *
 * <p>A page is <em>held</em> when every known composition that renders one of its images renders the end of the body of a page
 * of a wanted kind too, not under a condition, and each image has one. A page that somebody unknown may put somewhere is not. Linear in the size of the
 * {@link Graph}: that a node always renders a wanted end goes from steps to the sequences that they are in (to a choice only
 * from all its steps), and that a node stands in a composition without one goes from where compositions begin to all that
 * they may render. Immutable.
 *
 * @param held the pages among those asked about that are held
 * @param ends the pages of the wanted kind that may end a document with an image of one of them
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
        private final Predicate<String> wanted;
        private final List<Integer> mains = new ArrayList<>();
        private final Graph graph;
        private final Roots roots;
        private final boolean[] always;

        Search(List<PageFacts> pages, Predicate<String> wanted) {
            this.wanted = wanted;
            this.graph = Linker.link(pages, mains);
            this.roots = new Roots(graph, pages, mains);
            this.always = new boolean[graph.size()];
        }

        DocumentEnds of(Set<String> asked) {
            findAlways();
            boolean[] without = below(start -> !always[start]);
            Map<String, List<Integer>> shown = new HashMap<>();
            for (int node = 0; node < graph.size(); node++) {
                String file = file(node, Mark.IMAGE);
                if (file != null && asked.contains(file)) {
                    shown.computeIfAbsent(file, f -> new ArrayList<>()).add(node);
                }
            }
            shown.values().removeIf(own -> own.stream().anyMatch(node -> without[node] || !roots.live(node)));
            boolean[] shows = graph.reach(
                    shown.values().stream().flatMap(List::stream).toList(),
                    node -> graph.node(node).uses().stream().map(Use::node));
            boolean[] needed = below(start -> shows[start]);
            Set<String> ends = new TreeSet<>();
            for (int node = 0; node < graph.size(); node++) {
                String file = needed[node] ? file(node, Mark.BODY_END) : null;
                if (file != null && wanted.test(file)) {
                    ends.add(file);
                }
            }
            return new DocumentEnds(shown.keySet(), ends);
        }

        private void findAlways() {
            Deque<Integer> open = new ArrayDeque<>();
            for (int node = 0; node < graph.size(); node++) {
                if (endsSurely(graph.node(node))) {
                    always[node] = true;
                    open.add(node);
                }
            }
            while (!open.isEmpty()) {
                for (Use use : graph.node(open.remove()).uses()) {
                    boolean sure = !graph.node(use.node()).isUnsure(use.step());
                    if (sure && !always[use.node()] && isAlways(graph.node(use.node()))) {
                        always[use.node()] = true;
                        open.add(use.node());
                    }
                }
            }
        }

        private boolean endsSurely(Node node) {
            for (int i = 0; i < node.steps().size(); i++) {
                if (node.steps().get(i) instanceof Step.OfMark of
                        && of.mark() == Mark.BODY_END
                        && !node.isUnsure(i)
                        && wanted.test(of.place().file())) {
                    return true;
                }
            }
            return false;
        }

        /** Asked of a node of which one step always renders a wanted end. */
        private boolean isAlways(Node node) {
            return !node.choice()
                    || node.steps().stream().allMatch(s -> s instanceof Step.OfNode inner && always[inner.node()]);
        }

        /** Returns the page that has a mark in a node, or null. */
        private @Nullable String file(int node, Mark mark) {
            for (Step step : graph.node(node).steps()) {
                if (step instanceof Step.OfMark of && of.mark() == mark) {
                    return of.place().file();
                }
            }
            return null;
        }

        /**
         * Returns what may be rendered where some compositions begin. What a caller passes along is rendered with that
         * caller, and not with all that may take it.
         */
        private boolean[] below(IntPredicate which) {
            return graph.reach(
                    roots.starts().stream().filter(which::test).toList(),
                    node -> graph.node(node).steps().stream()
                            .filter(Step.OfNode.class::isInstance)
                            .map(Step.OfNode.class::cast)
                            .flatMap(inner -> inner.how() == How.PARAMETER
                                    ? inner.fills().stream()
                                    : Stream.concat(inner.fills().stream(), Stream.of(inner.node()))));
        }
    }
}
