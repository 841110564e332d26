package io.github.assetpipe.js;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out how each binding is used by code that can run: functions that only dead code names are not looked at.
 *
 * <p>Fills {@link JsBinding#found}, for bindings that were resolved just before.
 */
final class JsUsage {
    private final Map<JsBinding, List<Runnable>> waiting = new HashMap<>();
    private final Set<JsBinding> live = new HashSet<>();
    private final Deque<Runnable> ready = new ArrayDeque<>();

    /** The innermost function or loop that code is in: code in another one runs at other times. */
    private JsNode around;

    private JsUsage(JsNode program) {
        this.around = program;
    }

    static void find(JsNode program) {
        JsUsage usage = new JsUsage(program);
        usage.visit(program);
        usage.run();
        // What stays for another reason may name anything.
        for (JsBinding binding : List.copyOf(usage.waiting.keySet())) {
            if (!binding.isFree()) {
                usage.needed(binding);
                usage.run();
            }
        }
    }

    private void run() {
        while (!ready.isEmpty()) {
            ready.remove().run();
        }
    }

    private void visit(JsNode node) {
        switch (node.kind) {
            case NAME -> read(node);
            case VAR -> node.children.forEach(this::declarator);
            case FUNCTION -> function(node);
            case CLASS -> {
                hold(node.child(0));
                if (!node.child(1).isAbsent()) {
                    unsteady(node);
                }
                inside(node, () -> node.children.subList(1, node.size()).forEach(this::visit));
            }
            case ASSIGN -> {
                write(node.child(0), node.text.equals("="));
                visit(node.child(1));
            }
            case UPDATE -> write(node.child(0), false);
            case FOR_IN, FOR_OF -> {
                visit(node.child(1));
                inside(node, () -> {
                    JsNode left = node.child(0);
                    if (left.is(JsKind.VAR)) {
                        left.children.forEach(this::held);
                    } else {
                        write(left, false);
                    }
                    visit(node.child(2));
                });
            }
            case IF, LABELED -> {
                // A function that is a whole branch can't be left out.
                node.children.forEach(c -> hold(c.is(JsKind.FUNCTION) ? nameOf(c) : JsNode.none(0)));
                node.children.forEach(this::visit);
            }
            case FOR -> {
                if (node.child(0).is(JsKind.VAR)) {
                    node.child(0).children.forEach(this::held);
                } else {
                    visit(node.child(0));
                }
                inside(node, () -> node.children.subList(1, 4).forEach(this::visit));
            }
            case WHILE, DO -> inside(node, () -> node.children.forEach(this::visit));
            case CATCH -> {
                hold(node.child(0));
                visit(node.child(1));
            }
            case IMPORT_SPECIFIER -> hold(node.child(1));
            case EXPORT_SPECIFIER -> {
                hold(node.child(0));
                visit(node.child(0));
            }
            case EXPORT_DEFAULT, EXPORT_DECLARATION -> {
                hold(node.child(0).is(JsKind.VAR) ? JsNode.none(0) : nameOf(node.child(0)));
                visit(node.child(0));
            }
            default -> node.children.forEach(this::visit);
        }
    }

    /** Visits a declarator that can't be left out. */
    private void held(JsNode declarator) {
        hold(declarator.child(0));
        visit(declarator.child(1));
    }

    private static JsNode nameOf(JsNode declaration) {
        boolean named = declaration.is(JsKind.FUNCTION) || declaration.is(JsKind.CLASS);
        return named ? declaration.child(0) : JsNode.none(declaration.start);
    }

    private void inside(JsNode node, Runnable work) {
        JsNode before = around;
        around = node;
        work.run();
        around = before;
    }

    private void read(JsNode name) {
        JsBinding binding = name.binding;
        if (binding != null) {
            binding.found.reads++;
            binding.found.readIn = around;
            needed(binding);
        }
    }

    private void needed(JsBinding binding) {
        if (live.add(binding)) {
            ready.addAll(waiting.getOrDefault(binding, List.of()));
            waiting.remove(binding);
        }
    }

    /** Runs {@code work} once something needs the binding; at once where it is seen from outside. */
    private void whenNeeded(JsBinding binding, Runnable work) {
        JsNode here = around;
        Runnable later = () -> inside(here, work);
        if (binding.pinned || live.contains(binding)) {
            ready.add(later);
        } else {
            waiting.computeIfAbsent(binding, b -> new ArrayList<>()).add(later);
        }
    }

    private void declarator(JsNode node) {
        JsNode target = node.child(0);
        JsNode value = node.child(1);
        if (!target.is(JsKind.NAME) || target.binding == null) {
            hold(target);
            visit(value);
            return;
        }
        JsBinding binding = target.binding;
        binding.found.declarations++;
        binding.found.declarator = node;
        binding.found.declaredIn = around;
        if (value.is(JsKind.FUNCTION) && !binding.pinned) {
            whenNeeded(binding, () -> visit(value));
        } else {
            visit(value);
        }
    }

    private void function(JsNode node) {
        JsNode name = node.child(0);
        Runnable body = () -> inside(node, () -> {
            parameters(node.child(1));
            visit(node.child(2));
        });
        JsBinding binding = name.binding;
        if (binding == null || !node.has(JsNode.DECLARATION)) {
            hold(name);
            body.run();
            return;
        }
        binding.found.declarations++;
        binding.found.function = node;
        binding.found.declaredIn = around;
        whenNeeded(binding, body);
    }

    private static void unsteady(JsNode node) {
        if (node.is(JsKind.THIS)) {
            node.flag(JsNode.UNSTEADY);
        }
        node.children.forEach(JsUsage::unsteady);
    }

    private void parameters(JsNode list) {
        list.children.forEach(this::hold);
        if (list.children.stream().allMatch(p -> p.is(JsKind.NAME))) {
            for (JsNode parameter : list.children) {
                if (parameter.binding != null) {
                    parameter.binding.found.parameter = true;
                }
            }
        }
    }

    /** Notes the names of a pattern that must stay; its defaults and computed keys are code. */
    private void hold(JsNode pattern) {
        switch (pattern.kind) {
            case NAME -> {
                if (pattern.binding != null) {
                    pattern.binding.found.declarations++;
                    pattern.binding.found.held = true;
                    needed(pattern.binding);
                }
            }
            case ASSIGN -> {
                hold(pattern.child(0));
                visit(pattern.child(1));
            }
            case PROPERTY -> {
                if (pattern.has(JsNode.COMPUTED)) {
                    visit(pattern.child(0));
                }
                hold(pattern.child(1));
            }
            case ARRAY, OBJECT, SPREAD -> pattern.children.forEach(this::hold);
            default -> {
                // A hole, or no name.
            }
        }
    }

    private void write(JsNode target, boolean plain) {
        switch (target.kind) {
            case NAME -> {
                if (target.binding != null) {
                    target.binding.found.writes++;
                    target.binding.found.otherWrites += plain ? 0 : 1;
                    // What is assigned may be a function that is named nowhere else.
                    needed(target.binding);
                }
            }
            case ASSIGN -> {
                write(target.child(0), false);
                visit(target.child(1));
            }
            case PROPERTY -> {
                if (target.has(JsNode.COMPUTED)) {
                    visit(target.child(0));
                }
                write(target.child(1), false);
            }
            case ARRAY, OBJECT, SPREAD -> target.children.forEach(c -> write(c, false));
            default -> visit(target);
        }
    }
}
