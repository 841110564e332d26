package io.github.assetpipe.js;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes functions and constant values that are named once where they are named: {@code function f(){} g(f)} becomes
 * {@code g(function(){})}.
 *
 * <p>Only within one function, and not into a loop, so that no more functions and objects are made than before.
 */
final class JsOnce {
    private final Map<JsBinding, JsNode> values = new HashMap<>();

    /** Functions that are called in another function: nothing is made there when they only return a value. */
    private final Map<JsBinding, JsNode> elsewhere = new HashMap<>();

    /** Whether names are looked up as the program runs: they may mean another thing elsewhere. */
    private boolean sees;

    private boolean changed;

    private JsOnce() {}

    /** Works on a program whose use of names was just found out; returns whether anything changed. */
    static boolean apply(JsNode program) {
        JsOnce once = new JsOnce();
        once.collect(program, null);
        if (once.sees) {
            return false;
        }
        if (!once.values.isEmpty() || !once.elsewhere.isEmpty()) {
            once.replace(program);
            once.drop(program);
        }
        return once.changed;
    }

    private void collect(JsNode node, @Nullable JsNode parent) {
        boolean functionLevel =
                node.is(JsKind.PROGRAM) || node.is(JsKind.BLOCK) && parent != null && parent.is(JsKind.FUNCTION);
        sees |= node.is(JsKind.WITH)
                || node.is(JsKind.CALL)
                        && node.child(0).is(JsKind.NAME)
                        && node.child(0).text.equals("eval");
        for (JsNode child : node.children) {
            if (functionLevel && child.is(JsKind.FUNCTION) && child.has(JsNode.DECLARATION)) {
                candidate(child.child(0).binding, child);
            } else if (child.is(JsKind.VAR) && !child.text.endsWith("using")) {
                child.children.forEach(this::declarator);
            }
            collect(child, node);
        }
    }

    private void declarator(JsNode declarator) {
        JsNode value = declarator.child(1);
        boolean movable = declarator.child(0).is(JsKind.NAME)
                && !value.isAbsent()
                && !JsTruth.isLiteral(value)
                && JsEffects.of(value) == JsEffects.CONSTANT;
        if (movable) {
            candidate(declarator.child(0).binding, value);
        }
    }

    private void candidate(@Nullable JsBinding binding, JsNode value) {
        if (binding == null || !binding.isFree() || !binding.isFixed() || binding.found.reads != 1) {
            return;
        }
        if (binding.found.readIn == binding.found.declaredIn) {
            values.put(binding, value);
        } else if (value.is(JsKind.FUNCTION) && !value.has(JsNode.ARROW)) {
            elsewhere.put(binding, value);
        }
    }

    private void replace(JsNode node) {
        for (int i = 0; i < node.size(); i++) {
            JsNode child = node.child(i);
            JsNode result = result(child);
            if (result != null) {
                values.put(child.child(0).binding, result);
                node.children.set(i, JsChains.closed(result));
                changed = true;
                i--;
                continue;
            }
            if (called(child)) {
                continue;
            }
            JsNode value = child.is(JsKind.NAME) ? values.get(child.binding) : null;
            boolean declared = node.is(JsKind.DECLARATOR) && i == 0 || node.is(JsKind.FUNCTION) && i == 0;
            if (value == null || declared) {
                replace(child);
                continue;
            }
            if (changesMeaning(node, i, value)) {
                values.remove(child.binding);
                continue;
            }
            node.flags &= ~JsNode.SHORTHAND;
            node.children.set(i, expression(value));
            changed = true;
            // The value may be a name that is moved, too.
            i--;
        }
    }

    private @Nullable JsNode result(JsNode call) {
        boolean named =
                call.is(JsKind.CALL) && call.size() == 1 && call.child(0).is(JsKind.NAME);
        JsNode function = named ? elsewhere.get(call.child(0).binding) : null;
        if (function == null) {
            return null;
        }
        JsNode value = JsCalled.value(new JsNode(JsKind.CALL, "", call.start, call.end).add(function));
        return value == null || setsGlobal(value) ? null : value;
    }

    /** In strict code, a variable that is not declared can't be set; the function may have stood in other code. */
    private static boolean setsGlobal(JsNode node) {
        boolean sets = node.is(JsKind.ASSIGN) || node.is(JsKind.UPDATE);
        return sets && node.child(0).is(JsKind.NAME) && node.child(0).binding == null
                || node.children.stream().anyMatch(JsOnce::setsGlobal);
    }

    /** Writes a function where another one calls it: a call makes no more than one of it, as no loop is around. */
    private boolean called(JsNode call) {
        boolean named = call.is(JsKind.CALL)
                && !call.has(JsNode.OPTIONAL)
                && call.child(0).is(JsKind.NAME);
        JsBinding binding = named ? call.child(0).binding : null;
        JsNode function = binding == null ? null : elsewhere.get(binding);
        JsNode site = binding == null ? null : binding.found.readIn;
        boolean movable = function != null
                && site != null
                && site.is(JsKind.FUNCTION)
                && (function.has(JsNode.STRICT) || !site.has(JsNode.STRICT))
                && !isNamed(function);
        if (binding == null || function == null || !movable) {
            return false;
        }
        values.put(binding, function);
        elsewhere.remove(binding);
        call.children.set(0, expression(function));
        changed = true;
        replace(call);
        return true;
    }

    private static boolean isNamed(JsNode function) {
        return !function.has(JsNode.DECLARATION) && !function.child(0).isAbsent();
    }

    private static boolean changesMeaning(JsNode parent, int index, JsNode value) {
        boolean called = index == 0 && (parent.is(JsKind.CALL) || parent.is(JsKind.TAGGED));
        return called && !value.is(JsKind.FUNCTION) && !value.is(JsKind.NAME)
                || parent.is(JsKind.UNARY) && parent.text.equals("delete")
                || parent.is(JsKind.EXPORT_SPECIFIER);
    }

    /** A function that is named nowhere else needs no name. */
    private static JsNode expression(JsNode value) {
        if (!value.is(JsKind.FUNCTION) || !value.has(JsNode.DECLARATION)) {
            return value;
        }
        JsNode function = new JsNode(JsKind.FUNCTION, value.text, value.start, value.end)
                .flag(value.flags & ~JsNode.DECLARATION)
                .add(JsNode.none(value.start))
                .add(value.child(1))
                .add(value.child(2));
        function.scope = value.scope;
        return function;
    }

    private void drop(JsNode node) {
        Iterator<JsNode> children = node.children.iterator();
        boolean list = node.is(JsKind.PROGRAM) || node.is(JsKind.BLOCK) || node.is(JsKind.CASE);
        while (children.hasNext()) {
            JsNode child = children.next();
            if (child.is(JsKind.VAR)) {
                child.children.removeIf(d -> isMoved(d.child(0)) && d.child(0).is(JsKind.NAME));
            }
            boolean empty = child.is(JsKind.VAR) && child.size() == 0
                    || child.is(JsKind.FUNCTION) && child.has(JsNode.DECLARATION) && isMoved(child.child(0));
            if (empty && list) {
                children.remove();
            } else {
                drop(child);
            }
        }
    }

    private boolean isMoved(JsNode name) {
        return name.binding != null && values.containsKey(name.binding);
    }
}
