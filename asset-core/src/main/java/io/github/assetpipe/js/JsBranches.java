package io.github.assetpipe.js;

import java.util.List;

/** Writes branches as operators: {@code if(a)b} as {@code a&&b}, two returns as one. */
final class JsBranches {
    private JsBranches() {}

    /** {@code if(a)b} as {@code a&&b}, {@code if(a)b;else c} as {@code a?b:c}, also of what is returned. */
    static JsNode ifStatement(JsNode node) {
        JsNode test = node.child(0);
        JsNode then = node.child(1);
        JsNode other = node.child(2);
        boolean noThen = then.is(JsKind.EMPTY);
        boolean noElse = other.isAbsent() || other.is(JsKind.EMPTY);
        if (noThen && noElse) {
            return statement(test);
        }
        if (noElse && then.is(JsKind.EXPRESSION)) {
            return statement(and(test, then.child(0), node));
        }
        if (noThen && other.is(JsKind.EXPRESSION)) {
            return statement(or(test, other.child(0), node));
        }
        if (noThen) {
            node.children.set(0, JsNot.of(test));
            node.children.set(1, other);
            node.children.set(2, JsNode.none(other.end));
            return node;
        }
        if (then.is(JsKind.EXPRESSION) && other.is(JsKind.EXPRESSION)) {
            return statement(JsConditions.of(test, then.child(0), other.child(0), node));
        }
        boolean bothReturn = then.is(JsKind.RETURN) && other.is(JsKind.RETURN);
        if (bothReturn && !then.child(0).isAbsent() && !other.child(0).isAbsent()) {
            then.children.set(0, JsConditions.of(test, then.child(0), other.child(0), node));
            return then;
        }
        if (!noElse && JsNot.cost(test, true) < 0) {
            node.children.set(0, JsNot.of(test));
            node.children.set(1, other);
            node.children.set(2, then);
            return node;
        }
        if (then.is(JsKind.IF) && noElse && then.child(2).isAbsent()) {
            node.children.set(0, binary("&&", test, then.child(0), node));
            node.children.set(1, then.child(1));
        }
        return node;
    }

    /** Joins a branch that returns with the return after it, from the last one up. */
    static void returns(List<JsNode> list, boolean functionLevel) {
        JsJumps.joinAlike(list);
        if (functionLevel) {
            lastOfMany(list);
        }
        for (int i = list.size() - 2; i >= 0; i--) {
            JsNode branch = list.get(i);
            JsNode next = list.get(i + 1);
            boolean returning = branch.is(JsKind.IF)
                    && branch.child(2).isAbsent()
                    && branch.child(1).is(JsKind.RETURN)
                    && next.is(JsKind.RETURN);
            JsNode first = returning ? branch.child(1).child(0) : branch;
            if (!returning || first.isAbsent() || next.child(0).isAbsent()) {
                continue;
            }
            next.children.set(0, JsConditions.of(branch.child(0), first, next.child(0), branch));
            list.remove(i);
            if (i > 0 && list.get(i - 1).is(JsKind.EXPRESSION)) {
                next.children.set(0, JsJoining.sequence(list.get(i - 1).child(0), next.child(0)));
                list.remove(--i);
            }
        }
        if (functionLevel) {
            dropLastReturn(list);
            JsJumps.over(list, JsKind.RETURN);
        }
    }

    /** {@code if(a)return b;if(c)return d} at the end as {@code return a?b:c?d:void 0}. */
    private static void lastOfMany(List<JsNode> list) {
        int last = list.size() - 1;
        if (last > 0 && returnsValue(list.get(last)) && returnsValue(list.get(last - 1))) {
            JsNode end = list.get(last);
            JsNode zero = new JsNode(JsKind.NUMBER, "0", end.end, end.end);
            JsNode nothing = new JsNode(JsKind.UNARY, "void", end.end, end.end).add(zero);
            list.add(new JsNode(JsKind.RETURN, "", end.end, end.end).add(nothing));
        }
    }

    private static boolean returnsValue(JsNode branch) {
        return branch.is(JsKind.IF)
                && branch.child(2).isAbsent()
                && branch.child(1).is(JsKind.RETURN)
                && !branch.child(1).child(0).isAbsent();
    }

    private static void dropLastReturn(List<JsNode> list) {
        int last = list.size() - 1;
        if (last >= 0 && list.get(last).is(JsKind.RETURN)) {
            JsNode value = list.get(last).child(0);
            if (value.isAbsent()) {
                list.remove(last);
            } else if (givesNothing(value)) {
                JsNode statement = statement(JsFold.withoutValue(value));
                list.remove(last);
                JsJoining.append(list, statement);
            }
        }
    }

    private static boolean givesNothing(JsNode value) {
        return value.is(JsKind.SEQUENCE)
                ? givesNothing(value.last())
                : value.is(JsKind.UNARY) && value.text.equals("void");
    }

    private static JsNode statement(JsNode expression) {
        return new JsNode(JsKind.EXPRESSION, "", expression.start, expression.end).add(expression);
    }

    private static JsNode and(JsNode test, JsNode value, JsNode at) {
        return JsNot.cost(test, true) < 0 ? binary("||", JsNot.of(test), value, at) : binary("&&", test, value, at);
    }

    private static JsNode or(JsNode test, JsNode value, JsNode at) {
        return JsNot.cost(test, true) < 0 ? binary("&&", JsNot.of(test), value, at) : binary("||", test, value, at);
    }

    /** Returns {@code left operator right}, which stands where {@code at} stood. */
    static JsNode binary(String operator, JsNode left, JsNode right, JsNode at) {
        return new JsNode(JsKind.BINARY, operator, at.start, at.end).add(left).add(right);
    }
}
