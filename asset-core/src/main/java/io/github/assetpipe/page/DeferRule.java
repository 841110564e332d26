package io.github.assetpipe.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The suffix rule: which scripts of a page may be deferred so that nothing on the page could notice.
 *
 * <p>A script may be deferred when no script that is not deferred runs after it, and none that is deferred already stands
 * before it: then every pair of scripts keeps its order (HTML standard, script processing model). What cannot be known
 * counts as a script that is not deferred.
 */
public final class DeferRule {
    private DeferRule() {}

    /** What stands in the order of a page's scripts. */
    public enum Kind {
        /** A classic script in the page. */
        INLINE,
        /** A classic script file without async and defer. */
        EXTERNAL,
        /** A classic script file with async: it runs in no order. */
        ASYNC,
        /** A classic script file with defer, or a module: it runs after the page is parsed. */
        LATER,
        /** Something that may hold or put in scripts. */
        UNKNOWN
    }

    /**
     * One step in the order.
     *
     * @param kind what it is
     * @param id the caller's number for it
     * @param name what to call it in reasons
     * @param refusal why an external script must not be deferred whatever follows, or empty
     * @param wanted whether its author asks for it to be deferred
     */
    public record Step(Kind kind, int id, String name, String refusal, boolean wanted) {}

    /**
     * The decision for an external script.
     *
     * @param id the step's number
     * @param deferred whether it is deferred
     * @param reason why
     */
    public record Decision(int id, boolean deferred, String reason) {}

    /** Decides for every external script, in order. */
    public static List<Decision> decide(List<Step> steps) {
        List<String> laterBefore = laterBefore(steps);
        List<Decision> decisions = new ArrayList<>();
        String barrier = "";
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.kind() == Kind.INLINE || step.kind() == Kind.UNKNOWN) {
                barrier = step.name();
            } else if (step.kind() == Kind.EXTERNAL) {
                String reason = !step.refusal().isEmpty()
                        ? step.refusal()
                        : !barrier.isEmpty()
                                ? "runs before " + barrier
                                : laterBefore.get(i).isEmpty() ? "" : "runs after the deferred " + laterBefore.get(i);
                boolean deferred = step.wanted() || reason.isEmpty();
                decisions.add(new Decision(step.id(), deferred, step.wanted() ? "data-defer" : reason));
                barrier = deferred ? barrier : step.name();
            }
        }
        Collections.reverse(decisions);
        return decisions;
    }

    private static List<String> laterBefore(List<Step> steps) {
        List<String> names = new ArrayList<>();
        String last = "";
        for (Step step : steps) {
            names.add(last);
            last = step.kind() == Kind.LATER ? step.name() : last;
        }
        return names;
    }
}
