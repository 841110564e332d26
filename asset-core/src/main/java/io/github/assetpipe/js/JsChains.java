package io.github.assetpipe.js;

/** What chains of members and calls hold. */
final class JsChains {
    private JsChains() {}

    /** Tells whether {@code new} before this chain would take its call for its own. */
    static boolean holdsCall(JsNode node) {
        JsNode at = node;
        while (at.is(JsKind.MEMBER) || at.is(JsKind.INDEX) || at.is(JsKind.TAGGED)) {
            if (at.has(JsNode.OPTIONAL)) {
                return true;
            }
            at = at.child(0);
        }
        return at.is(JsKind.CALL) || at.is(JsKind.IMPORT_CALL);
    }

    /** Returns an expression that moves to another place, where an optional chain must not become a part of a longer one. */
    static JsNode closed(JsNode node) {
        return isOptionalChain(node) ? node.flag(JsNode.PARENTHESIZED) : node;
    }

    /** Tells whether a chain has a link that is taken only where there is something. */
    static boolean isOptionalChain(JsNode node) {
        JsNode at = node;
        while (at.is(JsKind.MEMBER) || at.is(JsKind.INDEX) || at.is(JsKind.CALL) || at.is(JsKind.TAGGED)) {
            if (at.has(JsNode.OPTIONAL)) {
                return true;
            }
            at = at.child(0);
        }
        return false;
    }
}
