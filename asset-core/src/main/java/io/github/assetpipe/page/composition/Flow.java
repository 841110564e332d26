package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.composition.Graph.Node;
import io.github.assetpipe.page.composition.Graph.Place;
import io.github.assetpipe.page.composition.Graph.Step;
import io.github.assetpipe.page.composition.Graph.Use;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each script whether something may come after it in any composition (or before it), without enumerating
 * compositions.
 *
 * <p>Three facts of a node only ever turn from no to yes: <em>has</em>, a barrier may be rendered in it; <em>end inside</em>,
 * one may be rendered after it before the definition around it ends; <em>end outside</em>, one may be rendered after it later
 * than that. A step of a sequence is <em>blocked</em> (inside) when a later step has a barrier, and as its sequence when that
 * has an end; any step is, when the sequence repeats and has a barrier. A step of a choice is blocked as the choice is. A
 * blocked step hands its fact to the node that it is; but a call hands it as an outside one, since only that caller has it,
 * and to what it passes along as it is; and a parameter hands on only inside ones, since the call hands on the others. A
 * script that is a blocked step and would have been deferred is not, and so becomes a barrier itself. Each fact turns once
 * and only then touches its uses or steps, and within a sequence the last barrier only moves one way, so the work is linear
 * in the size of the graph, however many compositions there are.
 *
 * <p><b>Soundness.</b> Let a composition render the scripts S1…Sn in this order, let Si be one that stays deferred and Sj a
 * later one. The rendering is a tree: a step's node is rendered below it, what is passed along below the parameter that takes
 * it. The paths from the root to Si and Sj part in one node, and that is a sequence: in a choice one step is rendered at a
 * time. There Sj's step is later, or the node repeats. Suppose that Sj is a barrier. Then all nodes on its path below the
 * parting have one, so the step of Si there is blocked inside. Follow Si's path down from there. A step in its place hands
 * the fact on. At a call, the definition gets an outside end, which reaches every step that can be the last of the
 * definition, but for its parameters; where the path goes on through a parameter, what is passed was handed the fact by the
 * call. If the paths part within a definition, all that is above the parameter is inside of it, and the parameter hands that
 * on. So the fact reaches Si, which is then not deferred: a contradiction. Recursion changes nothing, since rendering is finite. What is
 * passed to indirect callees stands in its place for this purpose, which only adds facts. What comes after (before) all that
 * is known is an end of the root.
 */
final class Flow {
    private final Graph graph;
    private final IntPredicate live;
    private final boolean backwards;
    private final IntPredicate candidate;
    private final boolean[] has;
    private final boolean[] endsInside;
    private final boolean[] endsOutside;
    private final int[] last;
    private final boolean[] looped;
    private final @Nullable Place[] blocked;
    private final Deque<Runnable> work = new ArrayDeque<>();

    /**
     * Creates a flow.
     *
     * @param live the nodes that are rendered at all
     * @param backwards whether it asks for what comes before instead of after
     * @param candidate the scripts that become barriers when they are blocked
     */
    Flow(Graph graph, IntPredicate live, boolean backwards, IntPredicate candidate) {
        this.graph = graph;
        this.live = live;
        this.backwards = backwards;
        this.candidate = candidate;
        this.has = new boolean[graph.size()];
        this.endsInside = new boolean[graph.size()];
        this.endsOutside = new boolean[graph.size()];
        this.last = new int[graph.size()];
        this.looped = new boolean[graph.size()];
        this.blocked = new Place[graph.scripts().size()];
        Arrays.fill(last, -1);
    }

    /** Marks all steps that are barriers by themselves. */
    void mark(Function<Step, @Nullable Place> barrier) {
        for (int i = 0; i < graph.size(); i++) {
            Node node = graph.node(i);
            for (int step = 0; step < node.steps().size(); step++) {
                Place place = barrier.apply(node.steps().get(step));
                if (place != null) {
                    raise(i, step, place);
                }
            }
        }
    }

    /** Says that a barrier comes after all of a node. */
    void end(int node, Place place) {
        end(node, place, false);
    }

    private void end(int node, Place place, boolean inside) {
        // An inside end does all that an outside one does.
        boolean[] ends = inside ? endsInside : endsOutside;
        if (!endsInside[node] && !ends[node]) {
            ends[node] = true;
            work.add(() -> ended(node, place, inside));
        }
    }

    /** Follows all consequences. */
    void run() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    /** Tells whether a barrier may be rendered in a node. */
    boolean has(int node) {
        return has[node];
    }

    /** Returns what may come after (before) a script, or null when nothing may. */
    @Nullable
    Place blocking(int script) {
        return blocked[script];
    }

    /** A step turned out to be or hold a barrier. */
    private void raise(int index, int step, Place place) {
        if (live.test(index)) {
            work.add(() -> raised(index, step, place));
        }
    }

    private void raised(int index, int step, Place place) {
        Node node = graph.node(index);
        if (!has[index]) {
            has[index] = true;
            for (Use use : node.uses()) {
                raise(use.node(), use.step(), place);
            }
        }
        int size = node.steps().size();
        if (node.repeats() && !looped[index]) {
            looped[index] = true;
            for (int i = 0; i < size; i++) {
                block(index, i, place, true);
            }
        }
        int position = position(step, size);
        if (!node.choice() && position > last[index]) {
            for (int i = Math.max(0, last[index]); i < position; i++) {
                block(index, position(i, size), place, true);
            }
            last[index] = position;
        }
    }

    private void ended(int index, Place place, boolean inside) {
        Node node = graph.node(index);
        int size = node.steps().size();
        int from = node.choice() ? 0 : Math.max(0, last[index]);
        for (int i = from; i < size; i++) {
            block(index, position(i, size), place, inside);
        }
    }

    private int position(int step, int size) {
        return backwards ? size - 1 - step : step;
    }

    private void block(int index, int step, Place place, boolean inside) {
        Step blockedStep = graph.node(index).steps().get(step);
        if (blockedStep instanceof Step.OfNode inner) {
            inner.fills().forEach(fill -> end(fill, place, inside));
            switch (inner.how()) {
                case PLACE -> end(inner.node(), place, inside);
                case CALL -> end(inner.node(), place, false);
                case PARAMETER -> {
                    if (inside) {
                        end(inner.node(), place, true);
                    }
                }
            }
        } else if (blockedStep instanceof Step.OfScript script && blocked[script.script()] == null) {
            blocked[script.script()] = place;
            if (candidate.test(script.script())) {
                raise(index, step, graph.scripts().get(script.script()).place());
            }
        }
    }
}
