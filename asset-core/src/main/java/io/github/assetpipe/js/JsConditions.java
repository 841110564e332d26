package io.github.assetpipe.js;

import static io.github.assetpipe.js.JsBranches.binary;

import org.jspecify.annotations.Nullable;

/**
 * Writes {@code a?b:c} in shorter ways: what both branches share is written once, truth values become operators.
 *
 * <p>What moves from a branch to before the test must not depend on the test, nor the test on it: see {@link JsEffects}.
 */
final class JsConditions {
    private JsConditions() {}

    /** Returns {@code test?then:other}, or what means the same and is no longer; it stands where {@code at} stood. */
    static JsNode of(JsNode test, JsNode then, JsNode other, JsNode at) {
        return of(test, then, other, at, false);
    }

    /** As above; {@code truthOnly} when only the truth of the whole counts. */
    static JsNode of(JsNode test, JsNode then, JsNode other, JsNode at, boolean truthOnly) {
        if (test.is(JsKind.UNARY) && test.text.equals("!")) {
            return of(test.child(0), other, then, at, truthOnly);
        }
        if (JsNot.cost(test, true) < 0) {
            return written(JsNot.of(test), other, then, at, truthOnly);
        }
        return written(test, then, other, at, truthOnly);
    }

    private static JsNode written(JsNode test, JsNode then, JsNode other, JsNode at, boolean truthOnly) {
        if (test.is(JsKind.SEQUENCE)) {
            JsNode last = test.children.remove(test.size() - 1);
            return JsJoining.sequence(test.size() == 1 ? test.child(0) : test, of(last, then, other, at, truthOnly));
        }
        if (JsSame.same(then, other)) {
            return JsEffects.of(test) == JsEffects.ANY ? JsJoining.sequence(test, then) : then;
        }
        JsNode truth = truth(test, then, other, at, truthOnly);
        if (truth != null) {
            return truth;
        }
        JsNode nested = nested(test, then, other, at);
        if (nested != null) {
            return nested;
        }
        JsNode shared = shared(test, then, other, at);
        if (shared != null) {
            return shared;
        }
        return new JsNode(JsKind.CONDITIONAL, "", at.start, at.end)
                .add(test)
                .add(then)
                .add(other);
    }

    /** {@code a?!0:!1} as {@code !!a}, {@code a?a:b} as {@code a||b} and their like. */
    private static @Nullable JsNode truth(JsNode test, JsNode then, JsNode other, JsNode at, boolean truthOnly) {
        boolean whole = truthOnly || JsNot.isBoolean(test);
        if (isTruth(then) && isTruth(other)) {
            if (isTrue(then) && whole) {
                return test;
            }
            JsNode not = JsNot.of(test, truthOnly);
            return isTrue(other) ? not : new JsNode(JsKind.UNARY, "!", at.start, at.end).add(not);
        }
        if (isTruth(then) && (whole || !isTrue(then))) {
            return isTrue(then) ? binary("||", test, other, at) : binary("&&", JsNot.of(test, truthOnly), other, at);
        }
        if (isTruth(other) && (whole || isTrue(other))) {
            return isTrue(other) ? binary("||", JsNot.of(test, truthOnly), then, at) : binary("&&", test, then, at);
        }
        if (test.is(JsKind.NAME) && test.binding != null) {
            if (JsSame.same(test, then)) {
                return binary("||", test, other, at);
            }
            if (JsSame.same(test, other)) {
                return binary("&&", test, then, at);
            }
        }
        return null;
    }

    /** Tells whether an expression is {@code true} or {@code false}, as written or shortened. */
    static boolean isTruth(JsNode node) {
        return node.is(JsKind.CONSTANT) && !node.text.equals("null")
                || node.is(JsKind.UNARY)
                        && node.text.equals("!")
                        && node.child(0).is(JsKind.NUMBER)
                        && (node.child(0).text.equals("0") || node.child(0).text.equals("1"));
    }

    private static boolean isTrue(JsNode truth) {
        return truth.text.equals("true")
                || truth.size() == 1 && truth.child(0).text.equals("0");
    }

    /** {@code a?b:c?b:d} as {@code a||c?b:d}, {@code a?c?b:d:d} as {@code a&&c?b:d}, and what ends alike. */
    private static @Nullable JsNode nested(JsNode test, JsNode then, JsNode other, JsNode at) {
        if (other.is(JsKind.CONDITIONAL) && JsSame.same(then, other.child(1))) {
            return of(binary("||", test, other.child(0), at), then, other.child(2), at);
        }
        if (then.is(JsKind.CONDITIONAL) && JsSame.same(then.child(2), other)) {
            return of(binary("&&", test, then.child(0), at), then.child(1), other, at);
        }
        if (then.is(JsKind.BINARY) && then.text.equals("||") && JsSame.same(then.child(1), other)) {
            return binary("||", binary("&&", test, then.child(0), at), other, at);
        }
        if (other.is(JsKind.BINARY) && other.text.equals("&&") && JsSame.same(other.child(1), then)) {
            return binary("&&", binary("||", test, other.child(0), at), then, at);
        }
        return sequences(test, then, other, at);
    }

    /** {@code a?(b,x):(c,x)} as {@code (a?b:c),x}. */
    private static @Nullable JsNode sequences(JsNode test, JsNode then, JsNode other, JsNode at) {
        boolean first = then.is(JsKind.SEQUENCE);
        boolean second = other.is(JsKind.SEQUENCE);
        if (!(first || second) || !JsSame.same(first ? then.last() : then, second ? other.last() : other)) {
            return null;
        }
        JsNode shared = first ? then.last() : then;
        JsNode before;
        if (first && second) {
            before = of(test, withoutLast(then), withoutLast(other), at);
        } else if (first) {
            before = binary("&&", test, withoutLast(then), at);
        } else {
            before = binary("||", test, withoutLast(other), at);
        }
        return JsJoining.sequence(before, shared);
    }

    private static JsNode withoutLast(JsNode sequence) {
        sequence.children.remove(sequence.size() - 1);
        return sequence.size() == 1 ? sequence.child(0) : sequence;
    }

    /** {@code a?x=1:x=2} as {@code x=a?1:2}, {@code a?f(1):f(2)} as {@code f(a?1:2)}. */
    private static @Nullable JsNode shared(JsNode test, JsNode then, JsNode other, JsNode at) {
        boolean alike = then.kind == other.kind && then.text.equals(other.text) && then.flags == other.flags;
        if (!alike) {
            return null;
        }
        if (then.is(JsKind.ASSIGN) && JsSame.same(then.child(0), other.child(0)) && maySetFirst(then, test)) {
            then.children.set(1, of(test, then.child(1), other.child(1), at));
            return then;
        }
        boolean call = (then.is(JsKind.CALL) || then.is(JsKind.NEW)) && !then.has(JsNode.OPTIONAL);
        if (!call || then.size() != other.size()) {
            return null;
        }
        int different = onlyDifference(then, other);
        if (different < 0
                || then.child(different).is(JsKind.SPREAD)
                || other.child(different).is(JsKind.SPREAD)) {
            return null;
        }
        if (different == 0) {
            boolean plain = then.size() > 1
                    && then.child(0).is(JsKind.NAME)
                    && other.child(0).is(JsKind.NAME);
            if (!plain || then.is(JsKind.NEW) || isEval(then.child(0)) || isEval(other.child(0))) {
                return null;
            }
        }
        for (int i = 0; i < different; i++) {
            if (!areIndependent(then.child(i), test)) {
                return null;
            }
        }
        then.children.set(different, of(test, then.child(different), other.child(different), at));
        return then;
    }

    private static boolean isEval(JsNode name) {
        return name.binding == null;
    }

    /** Returns the child in which two nodes differ, or -1 where it is not one. */
    private static int onlyDifference(JsNode then, JsNode other) {
        int different = -1;
        for (int i = 0; i < then.size(); i++) {
            if (!JsSame.same(then.child(i), other.child(i))) {
                if (different >= 0) {
                    return -1;
                }
                different = i;
            }
        }
        return different;
    }

    private static boolean maySetFirst(JsNode assignment, JsNode test) {
        JsNode target = assignment.child(0);
        boolean plain = assignment.text.equals("=");
        if (target.is(JsKind.NAME)) {
            return target.binding != null && (plain || areIndependent(target, test));
        }
        boolean place = target.is(JsKind.MEMBER) || target.is(JsKind.INDEX);
        if (!place || !plain || target.child(0).is(JsKind.SUPER)) {
            return false;
        }
        return areIndependent(target.child(0), test)
                && (target.is(JsKind.MEMBER) || areIndependent(target.child(1), test));
    }

    private static boolean areIndependent(JsNode a, JsNode test) {
        JsEffects one = JsEffects.of(a);
        JsEffects two = JsEffects.of(test);
        return one == JsEffects.CONSTANT
                || two == JsEffects.CONSTANT
                || one == JsEffects.READS && two == JsEffects.READS;
    }
}
