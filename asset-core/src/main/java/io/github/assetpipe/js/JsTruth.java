package io.github.assetpipe.js;

import java.util.Optional;

/** What is known about the value of an expression without running it. */
final class JsTruth {
    private JsTruth() {}

    /** Returns whether an expression without effects is true or false, if that is known. */
    static Optional<Boolean> of(JsNode node) {
        return switch (node.kind) {
            case CONSTANT -> Optional.of(node.text.equals("true"));
            case STRING -> Optional.of(!JsText.valueOf(node.text).isEmpty());
            case NUMBER -> number(node);
            case FUNCTION, REGEX -> Optional.of(true);
            case UNARY -> unary(node);
            case BINARY -> comparison(node);
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> number(JsNode node) {
        String text = JsText.number(node.text);
        return text.endsWith("n") ? Optional.empty() : Optional.of(!text.equals("0"));
    }

    private static Optional<Boolean> unary(JsNode node) {
        return switch (node.text) {
            case "!" -> of(node.child(0)).map(value -> !value);
            case "void" -> isLiteral(node.child(0)) ? Optional.of(false) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Boolean> comparison(JsNode node) {
        JsNode left = node.child(0);
        JsNode right = node.child(1);
        boolean known = left.kind == right.kind && (left.is(JsKind.STRING) || left.is(JsKind.CONSTANT));
        if (!known) {
            return Optional.empty();
        }
        boolean same = left.is(JsKind.STRING)
                ? JsText.valueOf(left.text).equals(JsText.valueOf(right.text))
                : left.text.equals(right.text);
        return switch (node.text) {
            case "===" -> Optional.of(same);
            case "!==" -> Optional.of(!same);
            default -> Optional.empty();
        };
    }

    /** Tells whether a node is a value in itself, which may stand in several places. */
    static boolean isLiteral(JsNode node) {
        return switch (node.kind) {
            case NUMBER, STRING, CONSTANT -> true;
            case UNARY ->
                (node.text.equals("!") || node.text.equals("-") || node.text.equals("void"))
                        && node.child(0).is(JsKind.NUMBER);
            default -> false;
        };
    }

    /** Returns another node for the same literal. */
    static JsNode copy(JsNode literal) {
        JsNode copy = new JsNode(literal.kind, literal.text, literal.start, literal.end);
        literal.children.forEach(child -> copy.add(copy(child)));
        return copy;
    }
}
