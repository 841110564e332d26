package io.github.assetpipe.js;

import java.util.List;

/**
 * Puts the value of a variable that is read once in the place of that read: {@code var a=f();return a+1} becomes
 * {@code return f()+1}.
 *
 * <p>Only into the expression that is evaluated next, and only where nothing that could tell the difference is evaluated
 * between.
 */
final class JsInline {
    private enum Search {
        /** The read was found and replaced. */
        FOUND,
        /** It is not in here, and what is in here does not matter. */
        PASSED,
        /** Something in here must come first. */
        BLOCKED
    }

    private final JsBinding binding;
    private final JsNode value;
    private final JsEffects effects;

    private JsInline(JsBinding binding, JsNode value) {
        this.binding = binding;
        this.value = value;
        this.effects = JsEffects.of(value);
    }

    /** Shortens a list of statements in place; returns whether anything changed. */
    static boolean statements(List<JsNode> list) {
        boolean changed = false;
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).is(JsKind.VAR)) {
                changed |= declaration(list, i);
            }
        }
        return changed;
    }

    /** Puts the assignment at {@code at} in the place of the next read of its variable; the caller drops it where it stood. */
    static boolean into(List<JsNode> sequence, int at) {
        JsNode assignment = sequence.get(at);
        JsBinding target = assignment.child(0).binding;
        if (target == null) {
            return false;
        }
        JsInline inline = new JsInline(target, assignment);
        JsNode rest = new JsNode(JsKind.SEQUENCE, "", assignment.start, assignment.end);
        rest.children.addAll(sequence.subList(at + 1, sequence.size()));
        if (inline.expression(rest) != Search.FOUND) {
            return false;
        }
        for (int i = 0; i < rest.size(); i++) {
            sequence.set(at + 1 + i, rest.child(i));
        }
        return true;
    }

    private static boolean declaration(List<JsNode> list, int at) {
        JsNode declaration = list.get(at);
        boolean changed = false;
        for (int i = declaration.size() - 1; i >= 0; i--) {
            JsNode declarator = declaration.child(i);
            if (isCandidate(declarator) && !declaration.text.endsWith("using") && next(list, at, i, declarator)) {
                declaration.children.remove(i);
                changed = true;
            }
        }
        if (declaration.size() == 0) {
            list.set(at, new JsNode(JsKind.EMPTY, "", declaration.start, declaration.end));
        }
        return changed;
    }

    private static boolean isCandidate(JsNode declarator) {
        JsBinding binding = declarator.child(0).binding;
        return declarator.child(0).is(JsKind.NAME)
                && binding != null
                && binding.isFree()
                && binding.found.reads == 1
                && binding.found.writes == 0
                && binding.found.readIn == binding.found.declaredIn
                && !declarator.child(1).isAbsent();
    }

    private static boolean next(List<JsNode> list, int at, int index, JsNode declarator) {
        JsBinding binding = declarator.child(0).binding;
        if (binding == null) {
            return false;
        }
        JsInline inline = new JsInline(binding, declarator.child(1));
        JsNode declaration = list.get(at);
        Search found = inline.declarators(declaration, index + 1);
        for (int i = at + 1; found == Search.PASSED && i < list.size(); i++) {
            JsNode statement = list.get(i);
            boolean skipped =
                    statement.is(JsKind.EMPTY) || statement.is(JsKind.FUNCTION) && statement.has(JsNode.DECLARATION);
            found = skipped ? Search.PASSED : inline.statement(statement);
        }
        return found == Search.FOUND;
    }

    private Search declarators(JsNode declaration, int from) {
        for (int i = from; i < declaration.size(); i++) {
            JsNode declarator = declaration.child(i);
            if (!declarator.child(0).is(JsKind.NAME)) {
                return Search.BLOCKED;
            }
            Search found = child(declarator, 1);
            if (found != Search.PASSED) {
                return found;
            }
            // The variable gets its value here; what reads it is another matter.
            if (effects != JsEffects.CONSTANT && !declarator.child(1).isAbsent() && mentions(declarator.child(0))) {
                return Search.BLOCKED;
            }
        }
        return Search.PASSED;
    }

    private boolean mentions(JsNode name) {
        return effects == JsEffects.ANY || name.binding == null || contains(value, name.binding);
    }

    private static boolean contains(JsNode node, JsBinding wanted) {
        return node.binding == wanted || node.children.stream().anyMatch(c -> contains(c, wanted));
    }

    private Search statement(JsNode statement) {
        return switch (statement.kind) {
            case EXPRESSION -> child(statement, 0);
            case RETURN, THROW, IF, SWITCH -> ended(child(statement, 0));
            case VAR -> statement.text.endsWith("using") ? Search.BLOCKED : declarators(statement, 0);
            case FOR -> {
                JsNode init = statement.child(0);
                yield ended(init.is(JsKind.VAR) ? declarators(init, 0) : child(statement, 0));
            }
            case FOR_IN, FOR_OF -> statement.child(0).is(JsKind.VAR) ? ended(child(statement, 1)) : Search.BLOCKED;
            default -> Search.BLOCKED;
        };
    }

    /** What follows is not evaluated always, or more than once. */
    private static Search ended(Search search) {
        return search == Search.FOUND ? search : Search.BLOCKED;
    }

    private Search child(JsNode parent, int index) {
        JsNode node = parent.child(index);
        if (node.is(JsKind.NAME) && node.binding == binding) {
            boolean called = index == 0 && (parent.is(JsKind.CALL) || parent.is(JsKind.TAGGED));
            boolean sets = value.is(JsKind.ASSIGN) || value.is(JsKind.UPDATE);
            boolean changes = sets && needsParentheses(parent, index)
                    || called && !value.is(JsKind.FUNCTION) && !value.is(JsKind.CALL)
                    || parent.is(JsKind.UNARY) && (parent.text.equals("typeof") || parent.text.equals("delete"));
            if (changes) {
                return Search.BLOCKED;
            }
            parent.flags &= ~JsNode.SHORTHAND;
            parent.children.set(index, JsChains.closed(value));
            return Search.FOUND;
        }
        return expression(node);
    }

    private boolean needsParentheses(JsNode parent, int index) {
        return switch (parent.kind) {
            case BINARY, UNARY -> !value.is(JsKind.UPDATE);
            case CALL, NEW -> index == 0;
            case ARRAY, OBJECT, PROPERTY, ASSIGN, SEQUENCE, SPREAD, TEMPLATE -> false;
            case CONDITIONAL, INDEX -> index == 0;
            default -> true;
        };
    }

    private Search expression(JsNode node) {
        switch (node.kind) {
            case NONE, NUMBER, STRING, CONSTANT, REGEX, FUNCTION, KEY:
                return Search.PASSED;
            case NAME, THIS:
                return over(JsEffects.of(node));
            case UNARY:
                boolean quiet = node.text.equals("!") || node.text.equals("void") || node.text.equals("typeof");
                return then(child(node, 0), quiet);
            case BINARY:
                return binary(node);
            case CONDITIONAL:
                Search test = child(node, 0);
                return test != Search.PASSED || effects != JsEffects.CONSTANT ? ended(test) : inOrder(node, 1, true);
            case SEQUENCE, ARRAY, OBJECT:
                return inOrder(node, 0, true);
            case PROPERTY:
                return node.has(JsNode.COMPUTED) ? Search.BLOCKED : child(node, 1);
            case CALL, NEW:
                if (node.has(JsNode.OPTIONAL)) {
                    return ended(child(node, 0));
                }
                return inOrder(node, 0, false);
            case SPREAD, AWAIT, YIELD:
                return ended(child(node, 0));
            case TEMPLATE:
                return template(node);
            case MEMBER:
                return then(child(node, 0), false);
            case INDEX:
                return node.has(JsNode.OPTIONAL) ? ended(child(node, 0)) : inOrder(node, 0, false);
            case ASSIGN:
                return assignment(node);
            default:
                return Search.BLOCKED;
        }
    }

    private Search over(JsEffects other) {
        boolean independent = other == JsEffects.CONSTANT
                || effects == JsEffects.CONSTANT
                || other == JsEffects.READS && effects == JsEffects.READS;
        return independent ? Search.PASSED : Search.BLOCKED;
    }

    /** After an operand was passed, its operator is evaluated. */
    private Search then(Search operand, boolean quiet) {
        boolean blocked = operand == Search.PASSED && !quiet && effects != JsEffects.CONSTANT;
        return blocked ? Search.BLOCKED : operand;
    }

    private Search inOrder(JsNode node, int from, boolean quiet) {
        for (int i = from; i < node.size(); i++) {
            Search found = child(node, i);
            if (found != Search.PASSED) {
                return found;
            }
        }
        return then(Search.PASSED, quiet);
    }

    private Search template(JsNode node) {
        for (int i = 0; i < node.size(); i++) {
            if (!node.child(i).is(JsKind.TEMPLATE_TEXT)) {
                return ended(child(node, i));
            }
        }
        return Search.PASSED;
    }

    private Search binary(JsNode node) {
        Search left = child(node, 0);
        if (left != Search.PASSED) {
            return left;
        }
        boolean logical = node.text.equals("&&") || node.text.equals("||") || node.text.equals("??");
        if (logical && effects != JsEffects.CONSTANT) {
            return Search.BLOCKED;
        }
        return then(child(node, 1), node.text.equals("===") || node.text.equals("!=="));
    }

    private Search assignment(JsNode node) {
        JsNode target = node.child(0);
        Search before;
        if (target.is(JsKind.NAME)) {
            boolean reads = !node.text.equals("=");
            before = reads ? over(JsEffects.READS) : Search.PASSED;
            if (reads && (node.text.equals("&&=") || node.text.equals("||=") || node.text.equals("??="))) {
                return Search.BLOCKED;
            }
        } else if (target.is(JsKind.MEMBER) && node.text.equals("=")) {
            before = child(target, 0);
        } else {
            return Search.BLOCKED;
        }
        return before != Search.PASSED ? before : then(child(node, 1), false);
    }
}
