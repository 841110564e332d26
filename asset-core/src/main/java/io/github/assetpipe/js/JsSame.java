package io.github.assetpipe.js;

/** Tells whether two expressions are written alike and mean the same variables. */
final class JsSame {
    /** Nodes that are compared at most; what is longer is hardly written twice. */
    private static final int MOST = 200;

    private int left = MOST;

    private JsSame() {}

    /** Returns whether both would give the same value if they were evaluated one after the other. */
    static boolean same(JsNode a, JsNode b) {
        return new JsSame().equal(a, b);
    }

    private boolean equal(JsNode a, JsNode b) {
        if (a.kind != b.kind || --left < 0 || a.size() != b.size() || differ(a, b)) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!equal(a.child(i), b.child(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean differ(JsNode a, JsNode b) {
        boolean sameText =
                a.is(JsKind.STRING) ? JsText.valueOf(a.text).equals(JsText.valueOf(b.text)) : a.text.equals(b.text);
        return !sameText
                || a.binding != b.binding
                || flags(a) != flags(b)
                || a.is(JsKind.FUNCTION)
                || a.is(JsKind.CLASS);
    }

    /** Parentheses say something only where they end an optional chain. */
    private static int flags(JsNode node) {
        return JsChains.isOptionalChain(node) ? node.flags : node.flags & ~JsNode.PARENTHESIZED;
    }
}
