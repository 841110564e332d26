package io.github.assetpipe.js;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the variables that nothing can read before they have their value.
 *
 * <p>What has run before a statement of a function can only have read what it names, or what the functions that it names
 * name: whatever else reads the variable stands further down. {@code let} and {@code const} can't be read before by rule.
 */
final class JsOrder {
    /** Nodes that are looked at for one list of statements; each list may reach the whole program, and programs have thousands. */
    private static final int MOST_STEPS = 20_000;

    private final Map<JsBinding, JsNode> functions = new HashMap<>();
    private int steps;

    private JsOrder() {}

    static void find(JsNode program) {
        JsOrder order = new JsOrder();
        order.collect(program);
        order.visit(program);
    }

    private void collect(JsNode node) {
        if (node.is(JsKind.FUNCTION) && node.has(JsNode.DECLARATION) && node.child(0).binding != null) {
            functions.put(node.child(0).binding, node);
        }
        node.children.forEach(this::collect);
    }

    private void visit(JsNode node) {
        if (node.is(JsKind.PROGRAM)) {
            statements(node.children);
        } else if (node.is(JsKind.FUNCTION) && node.child(2).is(JsKind.BLOCK)) {
            statements(node.child(2).children);
        } else if (node.is(JsKind.VAR) && !node.text.equals("var")) {
            node.children.forEach(JsOrder::settle);
        }
        node.children.forEach(this::visit);
    }

    private static void settle(JsNode declarator) {
        JsBinding binding = declarator.child(0).binding;
        if (binding != null) {
            binding.found.settled = true;
        }
    }

    private void statements(List<JsNode> list) {
        Set<JsBinding> reached = new HashSet<>();
        steps = 0;
        for (JsNode statement : list.subList(0, afterLastVariable(list))) {
            if (statement.is(JsKind.VAR)) {
                for (JsNode declarator : statement.children) {
                    JsNode target = declarator.child(0);
                    reach(declarator.child(1), reached);
                    if (target.is(JsKind.NAME) && target.binding != null) {
                        target.binding.found.settled |= steps < MOST_STEPS && !reached.contains(target.binding);
                    } else {
                        reach(target, reached);
                    }
                }
            } else if (!(statement.is(JsKind.FUNCTION) && statement.has(JsNode.DECLARATION))) {
                reach(statement, reached);
            }
        }
    }

    /** What stands behind the last variable decides about none. */
    private static int afterLastVariable(List<JsNode> list) {
        int end = list.size();
        while (end > 0 && !list.get(end - 1).is(JsKind.VAR)) {
            end--;
        }
        return end;
    }

    private void reach(JsNode node, Set<JsBinding> reached) {
        if (++steps >= MOST_STEPS) {
            return;
        }
        JsBinding binding = node.binding;
        if (node.is(JsKind.NAME) && binding != null && reached.add(binding)) {
            JsNode function = functions.get(binding);
            if (function != null) {
                reach(function, reached);
            }
        }
        for (JsNode child : node.children) {
            reach(child, reached);
        }
    }
}
