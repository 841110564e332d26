package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drops what nothing needs, and puts values where they are read: unused variables and functions, branches that are never
 * taken, constants, functions and values that are named once.
 *
 * <p>Variables that are seen from outside, by {@code eval} or through {@code with} stay as they are.
 */
final class JsSimplify {
    private static final int ROUNDS = 3;

    private final boolean module;
    private boolean changed;

    private JsSimplify(boolean module) {
        this.module = module;
    }

    /** Simplifies a program; its names are resolved anew when it returns the outermost scope. */
    static JsScope apply(JsNode program, boolean module) {
        JsScopes.resolve(program, module);
        JsUniqueNames.apply(program);
        JsSimplify simplify = new JsSimplify(module);
        JsScope root = simplify.learn(program);
        for (int round = 0; round < ROUNDS; round++) {
            simplify.changed = false;
            simplify.visit(program);
            boolean dropped = simplify.changed;
            if (dropped) {
                root = simplify.learn(program);
            }
            simplify.changed = JsOnce.apply(program);
            simplify.inline(program);
            if (simplify.changed) {
                root = simplify.learn(program);
            } else if (!dropped) {
                break;
            }
        }
        return root;
    }

    private JsScope learn(JsNode program) {
        JsScope root = JsScopes.resolve(program, module);
        JsUsage.find(program);
        JsOrder.find(program);
        return root;
    }

    private void inline(JsNode node) {
        node.children.forEach(this::inline);
        if (node.is(JsKind.PROGRAM) || node.is(JsKind.BLOCK)) {
            changed |= JsInline.statements(node.children);
        } else if (node.is(JsKind.CASE)) {
            changed |= JsInline.statements(node.children.subList(1, node.size()));
        }
    }

    private void visit(JsNode node) {
        boolean body = node.is(JsKind.PROGRAM) || node.is(JsKind.BLOCK);
        if (body || node.is(JsKind.CASE)) {
            List<JsNode> list = body ? node.children : node.children.subList(1, node.size());
            dropDead(list);
        }
        for (int i = 0; i < node.size(); i++) {
            JsNode child = node.child(i);
            // What stands in its place may be of the same kind: a = a = b.
            for (JsNode next = replaced(node, i); next != child; next = replaced(node, i)) {
                node.children.set(i, JsChains.closed(next));
                child = next;
                changed = true;
            }
            visit(child);
            JsNode folded = folded(node, i);
            if (folded != child) {
                node.children.set(i, JsChains.closed(folded));
                changed = true;
            }
        }
    }

    /** Drops declarations that nothing needs, before their insides are looked at. */
    private void dropDead(List<JsNode> list) {
        List<JsNode> out = new ArrayList<>();
        for (JsNode statement : list) {
            if (statement.is(JsKind.VAR) && !statement.text.endsWith("using")) {
                JsDeadCode.declaration(statement, out);
            } else if (!JsDeadCode.isUnneeded(statement)) {
                out.add(statement);
            }
        }
        if (!out.equals(list)) {
            changed = true;
            list.clear();
            list.addAll(out);
        }
    }

    /** Returns what stands for a name or an assignment, or the child itself. */
    private static JsNode replaced(JsNode parent, int index) {
        JsNode node = parent.child(index);
        if (node.is(JsKind.ASSIGN) && JsDeadCode.isDeadAssignment(node)) {
            return node.child(1);
        }
        JsBinding binding = node.binding;
        boolean read = node.is(JsKind.NAME)
                && !(parent.is(JsKind.DECLARATOR) && index == 0)
                && !(parent.is(JsKind.FUNCTION) && index == 0);
        if (!read || binding == null || binding.pinned) {
            return node;
        }
        JsNode value = constant(parent, index, binding);
        if (value != null) {
            parent.flags &= ~JsNode.SHORTHAND;
            return value;
        }
        return node;
    }

    private static @org.jspecify.annotations.Nullable JsNode constant(JsNode parent, int index, JsBinding binding) {
        JsNode declarator = binding.found.declarator;
        boolean literal = declarator != null
                && binding.isFree()
                && binding.isFixed()
                && JsTruth.isLiteral(declarator.child(1))
                && !(index == 0 && (parent.is(JsKind.CALL) || parent.is(JsKind.TAGGED)));
        if (!literal || declarator == null) {
            return null;
        }
        JsNode value = declarator.child(1);
        int length = value.is(JsKind.CONSTANT) || value.is(JsKind.UNARY) ? 2 : value.text.length();
        int reads = binding.found.reads;
        boolean shorter = reads * length <= 2 * reads + length + 4;
        return shorter ? JsTruth.copy(value) : null;
    }

    /** Returns the branch that is always taken, the number that is always the result, or the child itself. */
    private static JsNode folded(JsNode parent, int index) {
        JsNode node = parent.child(index);
        if (node.is(JsKind.IF)) {
            return JsDeadCode.branch(node);
        }
        if (node.is(JsKind.CONDITIONAL)) {
            Optional<Boolean> truth = JsTruth.of(node.child(0));
            return truth.map(t -> node.child(t ? 1 : 2)).orElse(node);
        }
        if (node.is(JsKind.CALL)) {
            JsNode value = JsCalled.value(node);
            return value == null ? node : value;
        }
        if (node.is(JsKind.BINARY) || node.is(JsKind.UNARY) && node.text.equals("~")) {
            JsNode number = node.is(JsKind.UNARY) ? JsNumbers.complement(node) : JsNumbers.fold(node);
            if (number != null) {
                return number;
            }
        }
        boolean logical = node.is(JsKind.BINARY) && (node.text.equals("&&") || node.text.equals("||"));
        if (logical) {
            Optional<Boolean> truth = JsTruth.of(node.child(0));
            return truth.map(t -> node.child(t == node.text.equals("&&") ? 1 : 0))
                    .orElse(node);
        }
        return node;
    }
}
