package io.github.assetpipe.js;

import java.util.Set;

/** What evaluating an expression can do, and what it can depend on. */
enum JsEffects {
    /** Always the same value, whenever it is evaluated; nothing happens. */
    CONSTANT,
    /** Nothing happens, but the value may be another one later. */
    READS,
    /** Something may happen: a call, an assignment, an exception. */
    ANY;

    /** Globals that every browser has and that no getter hides behind. */
    private static final Set<String> KNOWN = Set.of(
            "undefined",
            "NaN",
            "Infinity",
            "Object",
            "Array",
            "Math",
            "Symbol",
            "JSON",
            "Number",
            "String",
            "Boolean",
            "Date",
            "RegExp",
            "Error",
            "Map",
            "Set",
            "Promise",
            "Function");

    private static final Set<String> HARMLESS = Set.of("===", "!==", "&&", "||", "??");

    /** Returns the effects of an expression; those of the functions in it do not count. */
    static JsEffects of(JsNode node) {
        return switch (node.kind) {
            case NONE, NUMBER, STRING, CONSTANT, REGEX, FUNCTION -> CONSTANT;
            case THIS -> node.has(JsNode.UNSTEADY) ? READS : CONSTANT;
            case NAME -> name(node);
            case ARRAY, OBJECT, SEQUENCE, CONDITIONAL -> all(node);
            case PROPERTY -> all(node);
            case METHOD -> node.has(JsNode.COMPUTED) ? ANY : CONSTANT;
            case UNARY -> unary(node);
            case BINARY -> HARMLESS.contains(node.text) || isCheckOfNull(node) ? all(node) : ANY;
            case TEMPLATE -> node.size() == 1 ? CONSTANT : ANY;
            default -> ANY;
        };
    }

    private static JsEffects name(JsNode node) {
        if (node.binding == null) {
            return KNOWN.contains(node.text) ? READS : ANY;
        }
        return node.binding.isFixed() ? CONSTANT : READS;
    }

    private static JsEffects unary(JsNode node) {
        JsNode operand = node.child(0);
        return switch (node.text) {
            case "!", "void" -> of(operand);
            case "typeof" -> operand.is(JsKind.NAME) && operand.binding == null ? READS : of(operand);
            case "-", "+", "~" -> operand.is(JsKind.NUMBER) ? CONSTANT : ANY;
            default -> ANY;
        };
    }

    /** {@code a==null} calls nothing of {@code a}, nor does a comparison of strings. */
    private static boolean isCheckOfNull(JsNode node) {
        boolean loose = node.text.equals("==") || node.text.equals("!=");
        return loose
                && (node.children.stream().anyMatch(JsEffects::isNothing)
                        || node.children.stream().allMatch(JsEffects::isString));
    }

    private static boolean isNothing(JsNode node) {
        return node.is(JsKind.CONSTANT) && node.text.equals("null")
                || node.is(JsKind.UNARY) && node.text.equals("void");
    }

    private static boolean isString(JsNode node) {
        return node.is(JsKind.STRING) || node.is(JsKind.UNARY) && node.text.equals("typeof");
    }

    private static JsEffects all(JsNode node) {
        if (node.is(JsKind.PROPERTY) && node.has(JsNode.COMPUTED)) {
            return ANY;
        }
        JsEffects worst = CONSTANT;
        for (JsNode child : node.children) {
            if (child.is(JsKind.KEY)) {
                continue;
            }
            JsEffects effects = of(child);
            worst = effects.compareTo(worst) > 0 ? effects : worst;
        }
        return worst;
    }
}
