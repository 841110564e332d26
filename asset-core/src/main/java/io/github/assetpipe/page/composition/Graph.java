package io.github.assetpipe.page.composition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * The composition of all pages as one grammar: a node is a sequence of steps, or a choice of them; a step is a script, a
 * mark, or another node. Built once, then only read.
 */
final class Graph {
    /** What a step that is neither script nor node stands for. */
    enum Mark {
        /** The end of a document. */
        END,
        /** The end of a document's body. */
        BODY_END,
        /** Images. */
        IMAGE,
        /** Markup that may hold scripts that run while the page is parsed. */
        MARKUP,
        /** A template that may hold any scripts. */
        TEMPLATE;

        /** Tells whether scripts may stand there. */
        boolean isUnknown() {
            return this == MARKUP || this == TEMPLATE;
        }
    }

    /** How a node stands in another. */
    enum How {
        /** In its place: what follows follows there. */
        PLACE,
        /** Called from elsewhere too: what follows in a caller is no part of the definition's own extent. */
        CALL,
        /** Passed by the caller of the definition around: what follows the definition is told at the call itself. */
        PARAMETER
    }

    /** A step of a node: exactly one of script, node and mark. */
    sealed interface Step {
        /** A script, by its index. */
        record OfScript(int script) implements Step {}

        /**
         * Another node.
         *
         * @param node its index
         * @param how what of that which follows here also follows there
         * @param fills the nodes that are passed along, which are rendered somewhere in it
         */
        record OfNode(int node, How how, List<Integer> fills) implements Step {

            /** Copies the list. */
            public OfNode {
                fills = List.copyOf(fills);
            }
        }

        /** Something known by its kind only. */
        record OfMark(Mark mark, Place place) implements Step {}
    }

    /** A place of a page, and what stands there. */
    record Place(String file, int line, String what) {
        @Override
        public String toString() {
            return what + " (" + file + ":" + line + ")";
        }
    }

    /** A script of a page. */
    record PageScript(PageFacts page, Item.Script script) {
        Place place() {
            String what = switch (script.kind()) {
                case INLINE, ASSIGNMENT -> "inline script";
                default -> Excerpt.of(script.src().isEmpty() ? "script" : script.src());
            };
            return new Place(page.file(), script.line(), what);
        }
    }

    /** Where a node is a step. */
    record Use(int node, int step) {}

    /** A sequence of steps, or a choice of them. */
    static final class Node {
        private final boolean choice;
        private final boolean repeats;
        private final List<Step> steps = new ArrayList<>();
        private final List<Use> uses = new ArrayList<>();
        private final BitSet unsure = new BitSet();

        Node(boolean choice, boolean repeats) {
            this.choice = choice;
            this.repeats = repeats;
        }

        boolean choice() {
            return choice;
        }

        boolean repeats() {
            return repeats;
        }

        List<Step> steps() {
            return steps;
        }

        /** Tells whether a step may be left out, or is known in part only. */
        boolean isUnsure(int step) {
            return unsure.get(step);
        }

        /** Says that the last step may be left out. */
        void leaveOpen() {
            unsure.set(steps.size() - 1);
        }

        List<Use> uses() {
            return uses;
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final List<PageScript> scripts = new ArrayList<>();
    private int unsure = -1;

    /** Says that the steps that come now to a node may be left out; -1 ends it. */
    void unsure(int node) {
        unsure = node;
    }

    /** Returns what is reached from some nodes, these included. */
    boolean[] reach(Collection<Integer> from, IntFunction<Stream<Integer>> next) {
        boolean[] reached = new boolean[nodes.size()];
        Deque<Integer> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            int node = open.remove();
            if (!reached[node]) {
                reached[node] = true;
                next.apply(node).forEach(open::add);
            }
        }
        return reached;
    }

    int add(boolean choice, boolean repeats) {
        nodes.add(new Node(choice, repeats));
        return nodes.size() - 1;
    }

    Node node(int index) {
        return nodes.get(index);
    }

    int size() {
        return nodes.size();
    }

    List<PageScript> scripts() {
        return scripts;
    }

    /** Adds a node in its place. */
    void place(int node, int inner) {
        step(node, new Step.OfNode(inner, How.PLACE, List.of()));
    }

    void step(int node, Step step) {
        Node owner = nodes.get(node);
        if (step instanceof Step.OfNode other) {
            nodes.get(other.node()).uses.add(new Use(node, owner.steps.size()));
        }
        owner.unsure.set(owner.steps.size(), node == unsure);
        owner.steps.add(step);
    }

    void script(int node, PageScript script) {
        scripts.add(script);
        step(node, new Step.OfScript(scripts.size() - 1));
    }
}
