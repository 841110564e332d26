package io.github.assetpipe.js;

/**
 * Puts assignments where their variable is read next, and drops those that nothing reads: {@code a=b(),c(a)} becomes
 * {@code c(a=b())}, {@code return a=b} becomes {@code return b}.
 */
final class JsCollapse {
    private JsCollapse() {}

    static void apply(JsNode node) {
        for (int i = 0; i < node.size(); i++) {
            JsNode child = node.child(i);
            apply(child);
            if (child.is(JsKind.SEQUENCE)) {
                sequence(child);
                if (child.size() == 1) {
                    node.children.set(i, JsChains.closed(child.child(0)));
                }
            }
        }
        if (node.is(JsKind.FUNCTION) && node.scope != null) {
            JsNode body = node.child(2);
            if (body.is(JsKind.BLOCK)) {
                lastValues(body, node.scope);
            }
        }
    }

    private static void sequence(JsNode sequence) {
        for (int i = sequence.size() - 2; i >= 0; i--) {
            JsNode item = sequence.child(i);
            boolean sets = item.is(JsKind.ASSIGN) || item.is(JsKind.UPDATE);
            JsBinding target = sets ? item.child(0).binding : null;
            int flags = item.flags;
            item.flags |= item.is(JsKind.UPDATE) ? JsNode.PREFIX : 0;
            if (target != null && !target.pinned && JsInline.into(sequence.children, i)) {
                sequence.children.remove(i);
            } else {
                item.flags = flags;
            }
        }
    }

    /** Looks at what is returned; not in {@code try}, whose {@code finally} may read on. */
    private static void lastValues(JsNode node, JsScope function) {
        for (JsNode statement : node.children) {
            switch (statement.kind) {
                case RETURN -> statement.children.set(0, value(statement.child(0), function));
                case IF, BLOCK, FOR, FOR_IN, FOR_OF, DO, SWITCH, CASE, LABELED -> lastValues(statement, function);
                default -> {
                    // Nothing is returned from in here.
                }
            }
        }
    }

    private static JsNode value(JsNode returned, JsScope function) {
        if (returned.is(JsKind.SEQUENCE)) {
            returned.children.set(returned.size() - 1, value(returned.last(), function));
            return returned;
        }
        boolean plain = returned.is(JsKind.ASSIGN) && returned.text.equals("=");
        JsBinding binding = plain ? returned.child(0).binding : null;
        if (binding == null || binding.pinned || !isWithin(binding.scope, function) || isCaptured(binding)) {
            return returned;
        }
        return value(returned.child(1), function);
    }

    private static boolean isWithin(JsScope scope, JsScope function) {
        for (JsScope s = scope; s != null; s = s.parent) {
            if (s == function) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether another function than its own may read the variable. */
    private static boolean isCaptured(JsBinding binding) {
        return binding.scope.globals.contains("arguments") || isNamedInFunction(binding.scope, binding);
    }

    private static boolean isNamedInFunction(JsScope scope, JsBinding binding) {
        return scope.children.stream()
                .filter(child -> child.enclosed.contains(binding))
                .anyMatch(child -> child.holdsVars || isNamedInFunction(child, binding));
    }
}
