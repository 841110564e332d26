package io.github.assetpipe.js;

import java.util.Set;

/** Shorter forms of single expressions: constants, negations, comparisons, property names. */
final class JsFold {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "===", "!==");

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "<<", ">>", ">>>", "&", "|", "^");

    private JsFold() {}

    /** Returns a shorter expression for {@code node}, or the node; {@code test} when only its truth counts. */
    static JsNode apply(JsNode node, boolean test) {
        return switch (node.kind) {
            case CONSTANT -> constant(node);
            case NAME -> name(node);
            case ASSIGN -> assign(node);
            case UNARY -> unary(node, test);
            case BINARY -> binary(node);
            case CONDITIONAL -> conditional(node);
            case INDEX -> index(node);
            default -> node;
        };
    }

    private static JsNode constant(JsNode node) {
        return node.text.equals("null")
                ? node
                : operator("!", number(node.text.equals("true") ? "0" : "1", node), node);
    }

    private static JsNode name(JsNode node) {
        if (node.binding != null) {
            return node;
        }
        return switch (node.text) {
            case "undefined" -> operator("void", number("0", node), node);
            case "Infinity" -> JsBranches.binary("/", number("1", node), number("0", node), node);
            default -> node;
        };
    }

    private static JsNode number(String text, JsNode at) {
        return new JsNode(JsKind.NUMBER, text, at.start, at.end);
    }

    private static JsNode operator(String operator, JsNode operand, JsNode at) {
        return new JsNode(JsKind.UNARY, operator, at.start, at.end).add(operand);
    }

    /** {@code a=a+b} as {@code a+=b}. */
    private static JsNode assign(JsNode node) {
        JsNode target = node.child(0);
        JsNode value = node.child(1);
        boolean repeats = node.text.equals("=")
                && target.is(JsKind.NAME)
                && value.is(JsKind.BINARY)
                && ARITHMETIC.contains(value.text)
                && value.child(0).is(JsKind.NAME)
                && value.child(0).text.equals(target.text);
        if (repeats) {
            node.text = value.text + "=";
            node.children.set(1, value.child(1));
        }
        return node;
    }

    private static JsNode unary(JsNode node, boolean test) {
        JsNode operand = node.child(0);
        if (!node.text.equals("!")) {
            return node;
        }
        if (operand.is(JsKind.UNARY) && operand.text.equals("!") && (test || isBoolean(operand.child(0)))) {
            return operand.child(0);
        }
        if (operand.is(JsKind.BINARY) && COMPARISONS.contains(operand.text)) {
            return inverted(operand);
        }
        return node;
    }

    private static JsNode inverted(JsNode comparison) {
        comparison.text = comparison.text.charAt(0) == '!'
                ? "=" + comparison.text.substring(1)
                : "!" + comparison.text.substring(1);
        return comparison;
    }

    /** Returns an expression that is true where {@code test} is false. */
    static JsNode not(JsNode test) {
        if (test.is(JsKind.UNARY) && test.text.equals("!")) {
            return test.child(0);
        }
        if (test.is(JsKind.BINARY) && COMPARISONS.contains(test.text)) {
            return inverted(test);
        }
        return new JsNode(JsKind.UNARY, "!", test.start, test.end).add(test);
    }

    private static boolean isBoolean(JsNode node) {
        return node.is(JsKind.UNARY) && (node.text.equals("!") || node.text.equals("delete"))
                || node.is(JsKind.BINARY)
                        && (COMPARISONS.contains(node.text)
                                || node.text.startsWith("<") && !node.text.startsWith("<<")
                                || node.text.startsWith(">") && !node.text.startsWith(">>")
                                || node.text.equals("in")
                                || node.text.equals("instanceof"));
    }

    private static JsNode binary(JsNode node) {
        JsNode left = node.child(0);
        JsNode right = node.child(1);
        if (node.text.length() == 3 && COMPARISONS.contains(node.text) && isString(left) && isString(right)) {
            node.text = node.text.substring(0, 2);
        }
        if (node.text.equals("+") && left.is(JsKind.STRING) && right.is(JsKind.STRING)) {
            String joined = JsText.literal(JsText.valueOf(left.text) + JsText.valueOf(right.text));
            return new JsNode(JsKind.STRING, joined, node.start, node.end);
        }
        // a + "b" + "c": the left sum ends with a string, so the right one joins it.
        if (node.text.equals("+")
                && right.is(JsKind.STRING)
                && left.is(JsKind.BINARY)
                && left.text.equals("+")
                && left.child(1).is(JsKind.STRING)) {
            String joined = JsText.literal(JsText.valueOf(left.child(1).text) + JsText.valueOf(right.text));
            left.children.set(1, new JsNode(JsKind.STRING, joined, left.child(1).start, right.end));
            return left;
        }
        return node;
    }

    private static boolean isString(JsNode node) {
        return node.is(JsKind.STRING)
                || node.is(JsKind.UNARY) && node.text.equals("typeof")
                || node.is(JsKind.TEMPLATE);
    }

    private static JsNode conditional(JsNode node) {
        JsNode test = node.child(0);
        if (test.is(JsKind.UNARY) && test.text.equals("!")) {
            JsNode then = node.child(1);
            node.children.set(0, test.child(0));
            node.children.set(1, node.child(2));
            node.children.set(2, then);
        }
        if (test.is(JsKind.SEQUENCE)) {
            JsNode value = test.children.remove(test.size() - 1);
            node.children.set(0, value);
            return JsJoining.sequence(test, node);
        }
        return node;
    }

    /** {@code a["b"]} as {@code a.b}. */
    private static JsNode index(JsNode node) {
        JsNode key = node.child(1);
        if (!key.is(JsKind.STRING) || !JsText.isName(JsText.valueOf(key.text))) {
            return node;
        }
        JsNode member = new JsNode(JsKind.MEMBER, "", node.start, node.end);
        member.flags = node.flags;
        return member.add(node.child(0)).add(new JsNode(JsKind.KEY, JsText.valueOf(key.text), key.start, key.end));
    }
}
