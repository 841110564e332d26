package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what a program does not need, and writes statements without it. */
final class JsDeadCode {
    private JsDeadCode() {}

    private static boolean isDead(JsBinding binding) {
        return binding.isFree() && binding.found.reads == 0 && binding.found.otherWrites == 0;
    }

    /** Tells whether a statement can go: a function that nothing names, a value that nothing takes. */
    static boolean isUnneeded(JsNode statement) {
        if (statement.is(JsKind.FUNCTION) && statement.has(JsNode.DECLARATION)) {
            JsBinding binding = statement.child(0).binding;
            return binding != null && isDead(binding) && binding.found.writes == 0;
        }
        return statement.is(JsKind.EMPTY)
                || statement.is(JsKind.EXPRESSION) && JsEffects.of(statement.child(0)) != JsEffects.ANY;
    }

    /** Adds to {@code out} what is needed of a declaration: some declarators, and values with effects. */
    static void declaration(JsNode declaration, List<JsNode> out) {
        List<JsNode> kept = new ArrayList<>();
        boolean all = true;
        for (JsNode declarator : declaration.children) {
            JsBinding binding = declarator.child(0).binding;
            boolean dead = declarator.child(0).is(JsKind.NAME) && binding != null && isDead(binding);
            if (!dead) {
                kept.add(declarator);
                continue;
            }
            all = false;
            if (JsEffects.of(declarator.child(1)) == JsEffects.ANY) {
                add(declaration, kept, out);
                kept = new ArrayList<>();
                out.add(statement(declarator.child(1)));
            }
        }
        if (all) {
            out.add(declaration);
        } else {
            add(declaration, kept, out);
        }
    }

    private static void add(JsNode declaration, List<JsNode> declarators, List<JsNode> out) {
        if (!declarators.isEmpty()) {
            JsNode part = new JsNode(JsKind.VAR, declaration.text, declarators.get(0).start, declaration.end);
            declarators.forEach(part::add);
            out.add(part);
        }
    }

    private static JsNode statement(JsNode expression) {
        return new JsNode(JsKind.EXPRESSION, "", expression.start, expression.end).add(expression);
    }

    /** Tells whether {@code a = value} is needed for the value only. */
    static boolean isDeadAssignment(JsNode assignment) {
        JsNode target = assignment.child(0);
        JsBinding binding = target.binding;
        return assignment.text.equals("=")
                && target.is(JsKind.NAME)
                && binding != null
                && isDead(binding)
                && binding.found.declarator != null;
    }

    /** Returns the branch of an {@code if} that is taken, where that is known; variables of the other one stay declared. */
    static JsNode branch(JsNode node) {
        Optional<Boolean> truth = JsTruth.of(node.child(0));
        if (truth.isEmpty()) {
            return node;
        }
        JsNode taken = node.child(truth.get() ? 1 : 2);
        JsNode other = node.child(truth.get() ? 2 : 1);
        List<JsNode> names = new ArrayList<>();
        boolean movable = variables(other, names);
        if (!movable) {
            return node;
        }
        JsNode kept = taken.isAbsent() ? new JsNode(JsKind.EMPTY, "", node.start, node.start) : taken;
        if (names.isEmpty()) {
            return kept;
        }
        JsNode declaration = new JsNode(JsKind.VAR, "var", other.start, other.start);
        for (JsNode name : names) {
            declaration.add(new JsNode(JsKind.DECLARATOR, "", name.start, name.end)
                    .add(name)
                    .add(JsNode.none(name.end)));
        }
        return new JsNode(JsKind.BLOCK, "", node.start, node.end)
                .add(declaration)
                .add(kept);
    }

    /** Collects the names that {@code var} declares in code that goes; false where functions are declared, too. */
    private static boolean variables(JsNode node, List<JsNode> names) {
        switch (node.kind) {
            case FUNCTION -> {
                return !node.has(JsNode.DECLARATION);
            }
            case VAR -> {
                for (JsNode declarator : node.children) {
                    if (node.text.equals("var")) {
                        names(declarator.child(0), names);
                    }
                }
                return true;
            }
            case CLASS, EXPRESSION, RETURN, THROW -> {
                return true;
            }
            default -> {
                return node.children.stream().allMatch(c -> variables(c, names));
            }
        }
    }

    private static void names(JsNode pattern, List<JsNode> names) {
        switch (pattern.kind) {
            case NAME -> names.add(pattern);
            case ASSIGN, SPREAD -> names(pattern.child(0), names);
            case PROPERTY -> names(pattern.child(1), names);
            default -> pattern.children.forEach(c -> names(c, names));
        }
    }
}
