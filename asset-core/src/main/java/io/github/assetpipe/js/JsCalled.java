package io.github.assetpipe.js;

import org.jspecify.annotations.Nullable;

/** Writes a function that only returns a value, and that is called where it stands, as that value. */
final class JsCalled {
    private JsCalled() {}

    /** Returns what {@code function(){return value}()} gives, or null where the call does more; a declaration is named by the call only. */
    static @Nullable JsNode value(JsNode call) {
        JsNode function = call.child(0);
        boolean plain = call.is(JsKind.CALL)
                && call.size() == 1
                && function.is(JsKind.FUNCTION)
                && !function.has(JsNode.ASYNC | JsNode.GENERATOR)
                && function.child(1).size() == 0;
        if (!plain) {
            return null;
        }
        JsNode name = function.child(0);
        boolean named = !function.has(JsNode.DECLARATION) && name.binding != null && name.binding.found.reads > 0;
        JsNode value = returned(function);
        return value == null || named || !function.has(JsNode.ARROW) && hasOwn(value) ? null : value;
    }

    private static @Nullable JsNode returned(JsNode function) {
        JsNode body = function.child(2);
        if (!body.is(JsKind.BLOCK)) {
            return body;
        }
        JsNode only = null;
        for (JsNode statement : body.children) {
            if (!statement.is(JsKind.EMPTY)) {
                if (only != null) {
                    return null;
                }
                only = statement;
            }
        }
        return only != null && only.is(JsKind.RETURN) && !only.child(0).isAbsent() ? only.child(0) : null;
    }

    /** Tells whether an expression means another thing in another function: {@code this}, {@code arguments}, {@code new.target}. */
    private static boolean hasOwn(JsNode node) {
        if (node.is(JsKind.THIS) || node.is(JsKind.META) || node.is(JsKind.AWAIT) || node.is(JsKind.YIELD)) {
            return true;
        }
        if (node.is(JsKind.NAME) && node.binding == null && node.text.equals("arguments")) {
            return true;
        }
        if (node.is(JsKind.CALL)
                && node.child(0).is(JsKind.NAME)
                && node.child(0).text.equals("eval")) {
            return true;
        }
        if (node.is(JsKind.FUNCTION) && !node.has(JsNode.ARROW)) {
            return false;
        }
        return node.children.stream().anyMatch(JsCalled::hasOwn);
    }

    /** Tells whether an expression calls a function that stands there, and starts with its word. */
    static boolean isFunction(JsNode expression) {
        return expression.is(JsKind.CALL)
                && !expression.has(JsNode.OPTIONAL)
                && expression.child(0).is(JsKind.FUNCTION)
                && !expression.child(0).has(JsNode.ARROW);
    }
}
