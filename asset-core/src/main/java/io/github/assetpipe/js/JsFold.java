package io.github.assetpipe.js;

import java.util.Collections;
import java.util.Set;

/** Shorter forms of single expressions: constants, negations, comparisons, property names. */
final class JsFold {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "===", "!==");

    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "<<", ">>", ">>>", "&", "|", "^");

    private static final Set<String> COMMUTATIVE = Set.of("*", "&", "|", "^");

    private JsFold() {}

    /** Returns a shorter expression for {@code node}, or the node; {@code test} when only its truth counts. */
    static JsNode apply(JsNode node, boolean test) {
        return switch (node.kind) {
            case CONSTANT -> constant(node);
            case NAME -> name(node);
            case ASSIGN -> assign(node);
            case UNARY -> unary(node, test);
            case BINARY -> test ? truthOfBits(binary(node)) : binary(node);
            case CONDITIONAL -> JsConditions.of(node.child(0), node.child(1), node.child(2), node, test);
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
        if (operand.is(JsKind.UNARY) && operand.text.equals("!") && (test || JsNot.isBoolean(operand.child(0)))) {
            return operand.child(0);
        }
        if (operand.is(JsKind.BINARY) && COMPARISONS.contains(operand.text)) {
            return JsNot.of(operand);
        }
        return JsNot.isLogical(operand) || operand.is(JsKind.SEQUENCE) ? JsNot.of(operand, test) : node;
    }

    /** Returns what does the same as an expression whose value nothing takes. */
    static JsNode withoutValue(JsNode node) {
        boolean dropped = node.is(JsKind.UNARY) && (node.text.equals("void") || node.text.equals("!"));
        if (dropped && !node.child(0).is(JsKind.NUMBER)) {
            return withoutValue(node.child(0));
        }
        if (node.is(JsKind.SEQUENCE)) {
            node.children.set(node.size() - 1, withoutValue(node.last()));
        } else if (JsNot.isLogical(node)) {
            node.children.set(1, withoutValue(node.child(1)));
            if (JsNot.cost(node.child(0), true) < 0) {
                node.children.set(0, JsNot.of(node.child(0)));
                node.text = node.text.equals("&&") ? "||" : "&&";
            }
        } else if (node.is(JsKind.CONDITIONAL)) {
            node.children.set(1, withoutValue(node.child(1)));
            node.children.set(2, withoutValue(node.child(2)));
        }
        return node;
    }

    private static JsNode binary(JsNode node) {
        JsNode left = node.child(0);
        JsNode right = node.child(1);
        if (node.text.length() == 3 && COMPARISONS.contains(node.text) && isString(left) && isString(right)) {
            node.text = node.text.substring(0, 2);
        }
        if (COMPARISONS.contains(node.text)) {
            return compared(node);
        }
        if (JsNot.isLogical(node)) {
            return nullish(node);
        }
        if (COMMUTATIVE.contains(node.text) && isNumber(right) && !isNumber(left)) {
            Collections.swap(node.children, 0, 1);
            return node;
        }
        if (node.text.equals("+")
                && isText(left)
                && isText(right)
                && (left.is(JsKind.STRING) || right.is(JsKind.STRING))) {
            String joined = JsText.literal(text(left) + text(right));
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

    /** Tells whether an expression is a string, or a whole number, which is written as it reads. */
    private static boolean isText(JsNode node) {
        return node.is(JsKind.STRING)
                || node.is(JsKind.NUMBER)
                        && node.text.length() < 16
                        && JsText.number(node.text).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String text(JsNode node) {
        return node.is(JsKind.STRING) ? JsText.valueOf(node.text) : JsText.number(node.text);
    }

    /** {@code typeof a=="undefined"} as {@code void 0===a}; a literal stands first, where no word before needs a space. */
    private static JsNode compared(JsNode node) {
        if (isLiteral(node.child(1)) && !isLiteral(node.child(0))) {
            Collections.swap(node.children, 0, 1);
        }
        JsNode literal = node.child(0);
        JsNode asked = node.child(1);
        boolean undefined = !node.has(JsNode.UNSTEADY)
                && literal.is(JsKind.STRING)
                && JsText.valueOf(literal.text).equals("undefined")
                && asked.is(JsKind.UNARY)
                && asked.text.equals("typeof")
                // A name without a binding may not exist, and would throw.
                && (asked.child(0).binding != null || !asked.child(0).is(JsKind.NAME));
        if (undefined) {
            node.text = node.text.charAt(0) + "==";
            node.children.set(0, operator("void", number("0", literal), literal));
            node.children.set(1, asked.child(0));
        }
        return node;
    }

    /** {@code 0!==(4&a)} as {@code 4&a} where only the truth counts; {@code 0} is no big integer, nor is what 4 goes with. */
    private static JsNode truthOfBits(JsNode node) {
        boolean zero = node.is(JsKind.BINARY)
                && COMPARISONS.contains(node.text)
                && node.child(0).is(JsKind.NUMBER)
                && node.child(0).text.equals("0");
        JsNode bits = zero ? node.child(1) : node;
        boolean number = zero
                && bits.is(JsKind.BINARY)
                && bits.text.equals("&")
                && (isNumber(bits.child(0)) || isNumber(bits.child(1)));
        if (!number) {
            return node;
        }
        return node.text.startsWith("!") ? bits : operator("!", bits, node);
    }

    private static boolean isNumber(JsNode node) {
        return node.is(JsKind.NUMBER);
    }

    private static boolean isLiteral(JsNode node) {
        return JsTruth.isLiteral(node);
    }

    /** {@code a===null||a===void 0} as {@code null==a}, and with {@code &&} the other way. */
    private static JsNode nullish(JsNode node) {
        JsNode right = node.child(1);
        JsNode before = node.child(0);
        boolean chained = before.is(JsKind.BINARY) && before.text.equals(node.text);
        JsNode left = chained ? before.child(1) : before;
        String operator = node.text.equals("||") ? "===" : "!==";
        boolean both = isComparison(left, operator)
                && isComparison(right, operator)
                && (isNull(left.child(0)) && isUndefined(right.child(0))
                        || isUndefined(left.child(0)) && isNull(right.child(0)));
        if (!both || !isReadOfSame(left.child(1), right.child(1))) {
            return node;
        }
        right.text = operator.substring(0, 2);
        right.children.set(0, isNull(left.child(0)) ? left.child(0) : right.child(0));
        right.children.set(1, left.child(1));
        if (!chained) {
            return right;
        }
        node.children.set(0, before.child(0));
        return node;
    }

    private static boolean isComparison(JsNode node, String operator) {
        return node.is(JsKind.BINARY) && node.text.equals(operator) && !node.has(JsNode.UNSTEADY);
    }

    private static boolean isNull(JsNode node) {
        return node.is(JsKind.CONSTANT) && node.text.equals("null");
    }

    /** Tells whether an expression is {@code void 0}. */
    static boolean isUndefined(JsNode node) {
        return node.is(JsKind.UNARY)
                && node.text.equals("void")
                && node.child(0).is(JsKind.NUMBER);
    }

    /** Tells whether the second reads the variable that the first reads, or has just set. */
    private static boolean isReadOfSame(JsNode first, JsNode second) {
        boolean set = first.is(JsKind.ASSIGN) && first.text.equals("=");
        JsNode name = set ? first.child(0) : first;
        return name.is(JsKind.NAME) && name.binding != null && JsSame.same(name, second);
    }

    private static boolean isString(JsNode node) {
        return node.is(JsKind.STRING)
                || node.is(JsKind.UNARY) && node.text.equals("typeof")
                || node.is(JsKind.TEMPLATE);
    }

    /** {@code a["b"]} as {@code a.b}. */
    static JsNode index(JsNode node) {
        JsNode key = node.child(1);
        if (!key.is(JsKind.STRING) || !JsText.isName(JsText.valueOf(key.text))) {
            return node;
        }
        JsNode member = new JsNode(JsKind.MEMBER, "", node.start, node.end);
        member.flags = node.flags;
        return member.add(node.child(0)).add(new JsNode(JsKind.KEY, JsText.valueOf(key.text), key.start, key.end));
    }
}
