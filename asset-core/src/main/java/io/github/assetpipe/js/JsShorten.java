package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes statements in shorter ways that do the same: branches become operators, statements that follow each other become
 * one, what is never reached goes.
 *
 * <p>Only rewrites that hold in every program are done; none looks at what a variable holds.
 */
final class JsShorten {
    private JsShorten() {}

    static void apply(JsNode program) {
        if (namesDocumentAll(program)) {
            markComparisons(program);
        }
        visit(program, false);
    }

    /** Polyfills ask whether {@code document.all} says that it is undefined though it is not. */
    private static boolean namesDocumentAll(JsNode node) {
        boolean all = node.is(JsKind.MEMBER) && node.child(1).text.equals("all");
        JsNode object = all ? node.child(0) : node;
        boolean named = all
                && (object.is(JsKind.NAME) && object.text.equals("document")
                        || object.is(JsKind.MEMBER) && object.child(1).text.equals("document"));
        return named || node.children.stream().anyMatch(JsShorten::namesDocumentAll);
    }

    private static void markComparisons(JsNode node) {
        node.flags |= node.is(JsKind.BINARY) ? JsNode.UNSTEADY : 0;
        node.children.forEach(JsShorten::markComparisons);
    }

    /** Works from the leaves up, so that what is looked at is short already. */
    private static void visit(JsNode node, boolean test) {
        for (int i = 0; i < node.size(); i++) {
            if (node.child(i).is(JsKind.WHILE)) {
                node.children.set(i, asFor(node.child(i)));
            }
            boolean inner = isTest(node, i) || test && isPart(node, i);
            visit(node.child(i), inner);
            if (isValue(node, i)) {
                fold(node, i, inner);
            } else if (node.child(i).is(JsKind.INDEX)) {
                node.children.set(i, JsFold.index(node.child(i)));
            }
            if (isUnused(node, i)) {
                node.children.set(i, JsFold.withoutValue(node.child(i)));
            }
        }
        switch (node.kind) {
            case PROGRAM, BLOCK -> statements(node.children, false);
            case CASE -> statements(node.children.subList(1, node.size()), false);
            case FUNCTION -> {
                if (node.child(2).is(JsKind.BLOCK)) {
                    functionBody(node);
                }
            }
            case FOR, FOR_IN, FOR_OF, DO -> {
                JsNode body = node.is(JsKind.DO) ? node.child(0) : node.last();
                if (node.is(JsKind.FOR)) {
                    JsJumps.breakFirst(node);
                }
                if (body.is(JsKind.BLOCK)) {
                    JsJumps.over(body.children, JsKind.CONTINUE);
                }
                bodies(node);
            }
            case IF, WITH, LABELED -> bodies(node);
            case SWITCH -> lastBreak(node);
            case VAR -> JsJoining.valuesLast(node);
            case RETURN -> {
                if (JsFold.isUndefined(node.child(0))) {
                    node.children.set(0, JsNode.none(node.end));
                }
            }
            default -> {
                // Nothing to shorten here.
            }
        }
    }

    /** {@code while(a)} is as long as {@code for(;a;)}, which can take a statement before it in. */
    private static JsNode asFor(JsNode loop) {
        JsNode test = loop.child(0);
        boolean endless = test.is(JsKind.CONSTANT) && test.text.equals("true")
                || test.is(JsKind.NUMBER) && JsText.number(test.text).equals("1");
        JsNode none = JsNode.none(loop.start);
        return new JsNode(JsKind.FOR, "", loop.start, loop.end)
                .add(none)
                .add(endless ? none : test)
                .add(none)
                .add(loop.child(1));
    }

    /** Tells whether a child is read as an expression, not declared, assigned or named. */
    private static boolean isValue(JsNode parent, int index) {
        return switch (parent.kind) {
            case DECLARATOR, ASSIGN, FOR_IN, FOR_OF, FUNCTION, CLASS, PROPERTY -> index > 0;
            case PARAMS, CATCH, UPDATE, IMPORT, IMPORT_SPECIFIER, EXPORT_NAMED, EXPORT_SPECIFIER, EXPORT_ALL -> false;
            case ARRAY, OBJECT, SPREAD -> !parent.child(index).is(JsKind.NAME);
            case UNARY -> !(parent.text.equals("typeof") || parent.text.equals("delete"));
            case METHOD, FIELD -> index > 0 || parent.has(JsNode.COMPUTED);
            default -> true;
        };
    }

    private static boolean isTest(JsNode parent, int index) {
        return switch (parent.kind) {
            case IF, WHILE, CONDITIONAL -> index == 0;
            case FOR, DO -> index == 1;
            case UNARY -> parent.text.equals("!");
            default -> false;
        };
    }

    private static void fold(JsNode node, int index, boolean test) {
        JsNode child = node.child(index);
        JsNode folded = JsFold.apply(child, test);
        // A member by its name is the same link of a chain as before.
        boolean link = folded == child || child.is(JsKind.INDEX);
        node.children.set(index, link ? folded : JsChains.closed(folded));
    }

    /** Tells whether the truth of an expression is that of its child, or a child's truth decides about it. */
    private static boolean isPart(JsNode node, int index) {
        return switch (node.kind) {
            case BINARY -> node.text.equals("&&") || node.text.equals("||");
            case CONDITIONAL -> index > 0;
            case SEQUENCE -> index == node.size() - 1;
            default -> false;
        };
    }

    private static void lastBreak(JsNode node) {
        JsNode last = node.last();
        boolean breaks = node.size() > 1
                && last.size() > 1
                && last.last().is(JsKind.BREAK)
                && last.last().text.isEmpty();
        if (breaks) {
            last.children.remove(last.size() - 1);
        }
    }

    /** Tells whether an expression is evaluated for what it does only. */
    private static boolean isUnused(JsNode parent, int index) {
        return switch (parent.kind) {
            case EXPRESSION -> true;
            case SEQUENCE -> index < parent.size() - 1;
            case FOR -> index == 0 && !parent.child(0).is(JsKind.VAR) || index == 2;
            default -> false;
        };
    }

    private static void bodies(JsNode node) {
        for (int i = 0; i < node.size(); i++) {
            JsNode child = node.child(i);
            if (child.is(JsKind.IF) || child.is(JsKind.BLOCK)) {
                node.children.set(i, single(child));
            }
        }
    }

    /** A branch or body as one statement, an expression where an {@code if} can be one. */
    private static JsNode single(JsNode statement) {
        JsNode result = statement;
        if (result.is(JsKind.BLOCK)) {
            if (result.size() == 0) {
                return new JsNode(JsKind.EMPTY, "", result.start, result.end);
            }
            if (result.size() != 1 || isDeclaration(result.child(0))) {
                return result;
            }
            result = result.child(0);
        }
        return result.is(JsKind.IF) ? JsBranches.ifStatement(result) : result;
    }

    private static boolean isDeclaration(JsNode node) {
        return node.is(JsKind.VAR) && !node.text.equals("var")
                || node.is(JsKind.FUNCTION)
                || node.is(JsKind.CLASS)
                || node.is(JsKind.LABELED) && isDeclaration(node.child(0));
    }

    /** Shortens a list of statements in place. */
    private static void statements(List<JsNode> list, boolean functionLevel) {
        List<JsNode> flat = new ArrayList<>();
        flatten(list, flat);
        JsReach.dropUnreachable(flat);
        List<JsNode> out = new ArrayList<>();
        for (JsNode statement : flat) {
            JsNode shorter = statement.is(JsKind.IF) ? JsBranches.ifStatement(statement) : statement;
            if (JsJoining.isOnlyDeclared(shorter, functionLevel)) {
                JsJoining.appendDeclared(out, shorter);
            } else {
                JsJoining.append(out, shorter);
            }
        }
        JsBranches.returns(out, functionLevel);
        list.clear();
        list.addAll(out);
    }

    private static void functionBody(JsNode function) {
        JsNode body = function.child(2);
        statements(body.children, true);
        boolean expression = function.has(JsNode.ARROW)
                && body.size() == 1
                && body.child(0).is(JsKind.RETURN)
                && !body.child(0).child(0).isAbsent();
        if (expression) {
            function.children.set(2, body.child(0).child(0));
        }
    }

    private static void flatten(List<JsNode> list, List<JsNode> out) {
        for (JsNode statement : list) {
            boolean plain =
                    statement.is(JsKind.BLOCK) && statement.children.stream().noneMatch(JsShorten::isDeclaration);
            if (plain) {
                flatten(statement.children, out);
            } else if (statement.is(JsKind.IF) && JsReach.leaves(statement.child(1)) && mayFollow(statement.child(2))) {
                JsNode other = statement.child(2);
                statement.children.set(2, JsNode.none(other.start));
                out.add(statement);
                flatten(List.of(other), out);
            } else if (statement.is(JsKind.IF)
                    && JsReach.leaves(statement.child(2))
                    && !isDeclaration(statement.child(1))) {
                // The branch that leaves comes first.
                JsNode then = statement.child(1);
                statement.children.set(0, JsNot.of(statement.child(0)));
                statement.children.set(1, statement.child(2));
                statement.children.set(2, JsNode.none(then.start));
                out.add(statement);
                flatten(List.of(then), out);
            } else if (!statement.is(JsKind.EMPTY)) {
                out.add(statement);
            }
        }
    }

    /** Tells whether the else of a branch that leaves can stand after it; two returns are better joined. */
    private static boolean mayFollow(JsNode other) {
        return !other.isAbsent() && !isDeclaration(other);
    }
}
