package io.github.assetpipe.js;

import java.util.Set;

/** Negates expressions, and tells which are longer so. */
final class JsNot {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "===", "!==");

    /** The characters of {@code !(} and {@code )}. */
    private static final int AROUND = 3;

    /** Operators of a chain that are looked at; each level of a long one would look at all below it. */
    private static final int MOST = 60;

    private JsNot() {}

    /** Returns an expression that is true where {@code test} is false, in a place where only the truth of it counts. */
    static JsNode of(JsNode test) {
        return of(test, true);
    }

    /** As above; without {@code truthOnly} the result is {@code true} or {@code false}. */
    static JsNode of(JsNode test, boolean truthOnly) {
        if (isNegation(test) && (truthOnly || isBoolean(test.child(0)))) {
            return test.child(0);
        }
        if (test.is(JsKind.BINARY) && COMPARISONS.contains(test.text)) {
            return inverted(test);
        }
        if (isLogical(test) && cost(test, truthOnly) < AROUND) {
            test.text = test.text.equals("&&") ? "||" : "&&";
            test.children.set(0, of(test.child(0), truthOnly));
            test.children.set(1, of(test.child(1), truthOnly));
            return test;
        }
        if (test.is(JsKind.SEQUENCE)) {
            test.children.set(test.size() - 1, of(test.last(), truthOnly));
            return test;
        }
        return new JsNode(JsKind.UNARY, "!", test.start, test.end).add(test);
    }

    private static JsNode inverted(JsNode comparison) {
        comparison.text = comparison.text.charAt(0) == '!'
                ? "=" + comparison.text.substring(1)
                : "!" + comparison.text.substring(1);
        return comparison;
    }

    /** Tells whether a node is {@code &&} or {@code ||}. */
    static boolean isLogical(JsNode node) {
        return node.is(JsKind.BINARY) && (node.text.equals("&&") || node.text.equals("||"));
    }

    private static boolean isNegation(JsNode node) {
        return node.is(JsKind.UNARY) && node.text.equals("!");
    }

    /** Returns by how many characters the negation of an expression is longer; negative when it is shorter. */
    static int cost(JsNode node, boolean truthOnly) {
        return operators(node, MOST) <= 0 ? AROUND : exactCost(node, truthOnly);
    }

    private static int operators(JsNode node, int most) {
        int left = most;
        if (isLogical(node)) {
            left--;
            for (int i = 0; i < 2 && left > 0; i++) {
                left = operators(node.child(i), left);
            }
        }
        return left;
    }

    private static int exactCost(JsNode node, boolean truthOnly) {
        if (isNegation(node) && (truthOnly || isBoolean(node.child(0)))) {
            return isTight(node.child(0)) ? -1 : -AROUND;
        }
        if (node.is(JsKind.BINARY) && COMPARISONS.contains(node.text)) {
            return 0;
        }
        if (node.is(JsKind.SEQUENCE)) {
            return exactCost(node.last(), truthOnly);
        }
        int around = isTight(node) ? 1 : AROUND;
        if (!isLogical(node)) {
            return around;
        }
        int inside = 0;
        for (JsNode operand : node.children) {
            int cost = exactCost(operand, truthOnly);
            inside += cost;
            // What was in parentheses needs none, and the other way.
            if (isLogical(operand) && cost < AROUND && !operand.text.equals(node.text)) {
                inside += node.text.equals("&&") ? -2 : 2;
            }
        }
        return Math.min(around, inside);
    }

    private static boolean isTight(JsNode node) {
        return JsExpressionPrinter.level(node) >= JsExpressionPrinter.UNARY;
    }

    /** Tells whether the value is {@code true} or {@code false} and nothing else. */
    static boolean isBoolean(JsNode node) {
        if (isLogical(node)) {
            return isBoolean(node.child(0)) && isBoolean(node.child(1));
        }
        return node.is(JsKind.UNARY) && (node.text.equals("!") || node.text.equals("delete"))
                || node.is(JsKind.BINARY)
                        && (COMPARISONS.contains(node.text)
                                || node.text.startsWith("<") && !node.text.startsWith("<<")
                                || node.text.startsWith(">") && !node.text.startsWith(">>")
                                || node.text.equals("in")
                                || node.text.equals("instanceof"));
    }
}
