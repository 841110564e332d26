package io.github.assetpipe.js;

import java.util.List;

/** What a branch or the body of a loop comes to without the braces that it does not need. */
final class JsBodies {
    private JsBodies() {}

    /** Returns the only statement of a block, {@link JsKind#EMPTY} for none, the block where it must stay one. */
    static JsNode unwrapped(JsNode node) {
        JsNode result = node;
        while (result.is(JsKind.BLOCK)) {
            List<JsNode> inner =
                    result.children.stream().filter(c -> !c.is(JsKind.EMPTY)).toList();
            if (inner.isEmpty()) {
                return new JsNode(JsKind.EMPTY, "", node.start, node.end);
            }
            if (inner.size() > 1 || needsBlock(inner.get(0))) {
                return result;
            }
            result = inner.get(0);
        }
        return result;
    }

    private static boolean needsBlock(JsNode node) {
        return node.is(JsKind.VAR) && !node.text.equals("var")
                || node.is(JsKind.CLASS)
                || node.is(JsKind.FUNCTION)
                || node.is(JsKind.LABELED) && needsBlock(node.child(0));
    }

    /** Tells whether an {@code else} after this statement would go to an {@code if} in it. */
    static boolean endsWithOpenIf(JsNode node) {
        JsNode last = node;
        while (true) {
            switch (last.kind) {
                case IF -> {
                    if (last.child(2).isAbsent() || unwrapped(last.child(2)).is(JsKind.EMPTY)) {
                        return true;
                    }
                    last = unwrapped(last.child(2));
                }
                case FOR, FOR_IN, FOR_OF, WHILE, WITH, LABELED -> last = unwrapped(last.last());
                default -> {
                    return false;
                }
            }
        }
    }
}
