package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.ComplexSelector;
import io.github.assetpipe.css.CompoundSelector;
import io.github.assetpipe.css.SimpleSelector;
import io.github.assetpipe.css.purge.IgnoreComments.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the impossible selectors out of a rule's list, and impossible arguments out of {@code :is()}, {@code :where()} and
 * {@code :has()}, where that changes nothing for what stays.
 *
 * <p>A list's greatest specificity counts for every member where others stand for it: in {@code :is()}, and in a rule that
 * holds nested rules. There what has it stays. And a selector that some browser may not know stays, because with it that
 * browser ignores the whole rule. Not safe for several threads.
 */
final class SelectorCuts {
    private final SelectorJudge judge;
    private final List<ComplexSelector> list;
    private final @Nullable Reason[] obstacles;
    private final boolean thinned;
    private final List<ComplexSelector> gone = new ArrayList<>();
    private final List<Reason> reasons = new ArrayList<>();

    /**
     * Takes a judged list.
     *
     * @param obstacles why each selector is impossible, or null; at least one is null
     * @param thinned whether arguments may go as well, no safelist keeping the whole
     */
    SelectorCuts(SelectorJudge judge, List<ComplexSelector> list, @Nullable Reason[] obstacles, boolean thinned) {
        this.judge = judge;
        this.list = list;
        this.obstacles = obstacles;
        this.thinned = thinned;
    }

    /** Adds the ranges that go to {@code cuts}; {@code shared} when nested rules stay. */
    void cut(boolean shared, List<Range> cuts) {
        cut(list, obstacles, shared, cuts);
    }

    /** Returns the selectors that went, after {@link #cut(boolean, List)}. */
    List<ComplexSelector> gone() {
        return gone;
    }

    /** Returns why, in the order of {@link #gone()}. */
    List<Reason> reasons() {
        return reasons;
    }

    private void cut(List<ComplexSelector> all, @Nullable Reason[] judged, boolean shared, List<Range> cuts) {
        List<ComplexSelector> possible = new ArrayList<>(all.size());
        for (int i = 0; i < judged.length; i++) {
            if (judged[i] == null) {
                possible.add(all.get(i));
                if (thinned) {
                    thin(all.get(i), cuts);
                }
            }
        }
        if (possible.size() == all.size()) {
            return;
        }
        long most = shared ? Specificity.greatest(possible) : Long.MAX_VALUE;
        boolean kept = false;
        for (int i = 0; i < judged.length; i++) {
            ComplexSelector selector = all.get(i);
            Reason obstacle = judged[i];
            if (obstacle == null || Specificity.of(selector) > most || mayBeUnknown(selector)) {
                kept = true;
            } else {
                gone.add(selector);
                reasons.add(obstacle);
                cuts.add(
                        kept
                                ? new Range(all.get(i - 1).end(), selector.end())
                                : new Range(selector.start(), all.get(i + 1).start()));
            }
        }
    }

    private void thin(ComplexSelector selector, List<Range> cuts) {
        for (CompoundSelector compound : selector.compounds()) {
            for (SimpleSelector part : compound.parts()) {
                if (part instanceof SimpleSelector.Pseudo pseudo && pseudo.selectors() != null) {
                    thin(pseudo.name(), pseudo.selectors().selectors(), cuts);
                }
            }
        }
    }

    private void thin(String name, List<ComplexSelector> arguments, List<Range> cuts) {
        if (!name.equals("is") && !name.equals("where") && !name.equals("has")) {
            return;
        }
        @Nullable Reason[] judged = new Reason[arguments.size()];
        boolean possible = false;
        for (int i = 0; i < judged.length; i++) {
            judged[i] = judge.obstacle(arguments.get(i), null);
            possible |= judged[i] == null;
        }
        if (possible) {
            cut(arguments, judged, !name.equals("where"), cuts);
        }
    }

    private static boolean mayBeUnknown(ComplexSelector selector) {
        for (CompoundSelector compound : selector.compounds()) {
            for (SimpleSelector part : compound.parts()) {
                if (part instanceof SimpleSelector.Pseudo pseudo
                        && pseudo.name().startsWith("-")
                        && !(pseudo.element() && pseudo.name().startsWith("-webkit-"))) {
                    return true;
                }
            }
        }
        return false;
    }
}
