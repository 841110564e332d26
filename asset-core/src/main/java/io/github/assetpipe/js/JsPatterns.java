package io.github.assetpipe.js;

import java.util.ArrayDeque;

/**
 * Tells patterns from literals: what was read as an array or object may turn out to be assigned to (ECMA-262, 13.15.5, the
 * cover grammars). For one parser.
 */
final class JsPatterns {
    /** Offsets of each {@code a = 1} in an object literal, which only a pattern may hold, until one is found to be it. */
    private final ArrayDeque<Integer> coverInitializers = new ArrayDeque<>();

    /** Refuses an initializer at or after {@code from} that no pattern has taken. */
    void refuseInitializer(int from) throws JsSyntaxException {
        if (!coverInitializers.isEmpty() && coverInitializers.getLast() >= from) {
            throw new JsSyntaxException("Unexpected \"=\" in an object literal", coverInitializers.getLast());
        }
    }

    /** Notes the initializer of a property at {@code offset}. */
    void noteInitializer(int offset) {
        coverInitializers.addLast(offset);
    }

    /** Checks that what was read as a literal is a pattern; the tree needs no change. */
    void require(JsNode node) throws JsSyntaxException {
        switch (node.kind) {
            case NAME, MEMBER, INDEX, CALL, NONE:
                return;
            case ASSIGN:
                if (!node.text.equals("=") || node.has(JsNode.PARENTHESIZED)) {
                    break;
                }
                require(node.child(0));
                return;
            case SPREAD:
                require(node.child(0));
                return;
            case PROPERTY:
                require(node.child(1));
                return;
            case ARRAY, OBJECT:
                if (node.has(JsNode.PARENTHESIZED)) {
                    break;
                }
                for (JsNode child : node.children) {
                    require(child);
                }
                while (!coverInitializers.isEmpty() && coverInitializers.getLast() >= node.start) {
                    coverInitializers.removeLast();
                }
                return;
            default:
                break;
        }
        throw new JsSyntaxException("Invalid assignment target", node.start);
    }
}
