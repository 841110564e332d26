package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes statements in shorter ways that do the same: branches become operators, statements that follow each other become
 * one, what is never reached goes.
 *
 * <p>Only rewrites that hold in every program are done; none looks at what a variable holds.
 */
final class JsShorten {
    private static final Set<JsKind> ENDS = Set.of(JsKind.RETURN, JsKind.THROW, JsKind.BREAK, JsKind.CONTINUE);

    private JsShorten() {}

    static void apply(JsNode program) {
        visit(program);
    }

    /** Works from the leaves up, so that what is looked at is short already. */
    private static void visit(JsNode node) {
        for (int i = 0; i < node.size(); i++) {
            if (node.child(i).is(JsKind.WHILE)) {
                node.children.set(i, asFor(node.child(i)));
            }
            visit(node.child(i));
            if (isValue(node, i)) {
                node.children.set(i, JsFold.apply(node.child(i), isTest(node, i)));
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
            case IF, FOR, FOR_IN, FOR_OF, DO, WITH, LABELED -> bodies(node);

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
        return result.is(JsKind.IF) ? ifStatement(result) : result;
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
        dropUnreachable(flat);
        List<JsNode> out = new ArrayList<>();
        for (JsNode statement : flat) {
            append(out, statement.is(JsKind.IF) ? ifStatement(statement) : statement);
        }
        returns(out, functionLevel);
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
            } else if (statement.is(JsKind.IF) && leaves(statement.child(1)) && mayFollow(statement.child(2))) {
                JsNode other = statement.child(2);
                statement.children.set(2, JsNode.none(other.start));
                out.add(statement);
                flatten(List.of(other), out);
            } else if (!statement.is(JsKind.EMPTY)) {
                out.add(statement);
            }
        }
    }

    private static boolean leaves(JsNode branch) {
        return ENDS.contains(branch.kind) || branch.is(JsKind.BLOCK) && branch.size() > 0 && leaves(branch.last());
    }

    /** Tells whether the else of a branch that leaves can stand after it; two returns are better joined. */
    private static boolean mayFollow(JsNode other) {
        return !other.isAbsent() && !isDeclaration(other);
    }

    /** What follows a jump is never run; its variables and functions are declared all the same. */
    private static void dropUnreachable(List<JsNode> list) {
        int end = 0;
        while (end < list.size() && !ENDS.contains(list.get(end).kind)) {
            end++;
        }
        for (int i = list.size() - 1; i > end; i--) {
            if (!declares(list.get(i))) {
                list.remove(i);
            }
        }
    }

    /** Tells whether anything in a statement is declared for more than itself. */
    private static boolean declares(JsNode node) {
        return switch (node.kind) {
            case VAR, FUNCTION, CLASS -> true;
            case EXPRESSION, RETURN, THROW, BREAK, CONTINUE, DEBUGGER, EMPTY, DIRECTIVE -> false;
            case BLOCK, IF, FOR, FOR_IN, FOR_OF, WHILE, DO, TRY, CATCH, SWITCH, CASE, LABELED, WITH ->
                node.children.stream().anyMatch(JsShorten::declaresInside);
            default -> true;
        };
    }

    private static boolean declaresInside(JsNode node) {
        return switch (node.kind) {
            case VAR,
                    FUNCTION,
                    CLASS,
                    BLOCK,
                    IF,
                    FOR,
                    FOR_IN,
                    FOR_OF,
                    WHILE,
                    DO,
                    TRY,
                    CATCH,
                    SWITCH,
                    CASE,
                    LABELED,
                    WITH -> declares(node);
            default -> false;
        };
    }

    private static void append(List<JsNode> out, JsNode statement) {
        JsNode last = out.isEmpty() ? null : out.get(out.size() - 1);
        if (last == null) {
            out.add(statement);
            return;
        }
        if (last.is(JsKind.EXPRESSION)) {
            int index = takesBefore(statement);
            if (index >= 0 && !statement.child(index).isAbsent()) {
                out.set(out.size() - 1, statement);
                statement.children.set(index, sequence(last.child(0), statement.child(index)));
                return;
            }
            if (statement.is(JsKind.FOR) && statement.child(0).isAbsent() && !usesIn(last.child(0))) {
                statement.children.set(0, last.child(0));
                out.set(out.size() - 1, statement);
                return;
            }
        }
        if (last.is(JsKind.VAR)
                && statement.is(JsKind.VAR)
                && last.text.equals(statement.text)
                && !last.text.endsWith("using")) {
            last.children.addAll(statement.children);
            return;
        }
        if (last.is(JsKind.VAR) && last.text.equals("var") && statement.is(JsKind.FOR) && !usesIn(last)) {
            JsNode init = statement.child(0);
            if (init.isAbsent()) {
                statement.children.set(0, last);
                out.set(out.size() - 1, statement);
                return;
            }
            if (init.is(JsKind.VAR) && init.text.equals("var")) {
                init.children.addAll(0, last.children);
                out.set(out.size() - 1, statement);
                return;
            }
        }
        out.add(statement);
    }

    /** The operand of a statement that is evaluated first and whose place a sequence can take, or -1. */
    private static int takesBefore(JsNode statement) {
        return switch (statement.kind) {
            case EXPRESSION, RETURN, THROW, IF, SWITCH, WITH -> 0;
            case FOR_IN -> -1;
            case FOR -> statement.child(0).is(JsKind.VAR) || usesIn(statement.child(0)) ? -1 : 0;
            default -> -1;
        };
    }

    private static boolean usesIn(JsNode node) {
        return node.is(JsKind.BINARY) && node.text.equals("in")
                || node.children.stream().anyMatch(JsShorten::usesIn);
    }

    static JsNode sequence(JsNode first, JsNode second) {
        JsNode sequence = new JsNode(JsKind.SEQUENCE, "", first.start, second.end);
        addAll(sequence, first);
        addAll(sequence, second);
        return sequence;
    }

    private static void addAll(JsNode sequence, JsNode item) {
        if (item.is(JsKind.SEQUENCE)) {
            sequence.children.addAll(item.children);
        } else {
            sequence.add(item);
        }
    }

    /** {@code if(a)b} as {@code a&&b}, {@code if(a)b;else c} as {@code a?b:c}, also of what is returned. */
    private static JsNode ifStatement(JsNode node) {
        JsNode test = node.child(0);
        JsNode then = node.child(1);
        JsNode other = node.child(2);
        boolean noThen = then.is(JsKind.EMPTY);
        boolean noElse = other.isAbsent() || other.is(JsKind.EMPTY);
        if (noThen && noElse) {
            return statement(test);
        }
        if (noElse && then.is(JsKind.EXPRESSION)) {
            return statement(and(test, then.child(0), node));
        }
        if (noThen && other.is(JsKind.EXPRESSION)) {
            return statement(or(test, other.child(0), node));
        }
        if (noThen) {
            node.children.set(0, JsFold.not(test));
            node.children.set(1, other);
            node.children.set(2, JsNode.none(other.end));
            return node;
        }
        if (then.is(JsKind.EXPRESSION) && other.is(JsKind.EXPRESSION)) {
            return statement(conditional(test, then.child(0), other.child(0), node));
        }
        boolean bothReturn = then.is(JsKind.RETURN) && other.is(JsKind.RETURN);
        if (bothReturn && !then.child(0).isAbsent() && !other.child(0).isAbsent()) {
            then.children.set(0, conditional(test, then.child(0), other.child(0), node));
            return then;
        }
        if (then.is(JsKind.IF) && noElse && then.child(2).isAbsent()) {
            node.children.set(0, binary("&&", test, then.child(0), node));
            node.children.set(1, then.child(1));
        }
        return node;
    }

    /** Joins a branch that returns with the return after it, from the last one up. */
    private static void returns(List<JsNode> list, boolean functionLevel) {
        for (int i = list.size() - 2; i >= 0; i--) {
            JsNode branch = list.get(i);
            JsNode next = list.get(i + 1);
            boolean returning = branch.is(JsKind.IF)
                    && branch.child(2).isAbsent()
                    && branch.child(1).is(JsKind.RETURN)
                    && next.is(JsKind.RETURN);
            JsNode first = returning ? branch.child(1).child(0) : branch;
            if (!returning || first.isAbsent() || next.child(0).isAbsent()) {
                continue;
            }
            next.children.set(0, conditional(branch.child(0), first, next.child(0), branch));
            list.remove(i);
            if (i > 0 && list.get(i - 1).is(JsKind.EXPRESSION)) {
                next.children.set(0, sequence(list.get(i - 1).child(0), next.child(0)));
                list.remove(--i);
            }
        }
        if (functionLevel) {
            dropLastReturn(list);
            earlyReturns(list);
        }
    }

    /** {@code if(a)return;b} as {@code a||b}, where what follows is expressions to the end. */
    private static void earlyReturns(List<JsNode> list) {
        for (int i = list.size() - 2; i >= 0; i--) {
            JsNode branch = list.get(i);
            boolean leaves = branch.is(JsKind.IF)
                    && branch.child(2).isAbsent()
                    && branch.child(1).is(JsKind.RETURN)
                    && branch.child(1).child(0).isAbsent();
            if (!leaves || i + 2 != list.size() || !list.get(i + 1).is(JsKind.EXPRESSION)) {
                continue;
            }
            JsNode rest = list.remove(i + 1);
            list.remove(i);
            append(list, statement(or(branch.child(0), rest.child(0), branch)));
            i = list.size() - 1;
        }
    }

    private static void dropLastReturn(List<JsNode> list) {
        int last = list.size() - 1;
        if (last >= 0 && list.get(last).is(JsKind.RETURN)) {
            JsNode value = list.get(last).child(0);
            if (value.isAbsent()) {
                list.remove(last);
            } else if (value.is(JsKind.UNARY) && value.text.equals("void")) {
                list.set(last, statement(value.child(0)));
            }
        }
    }

    private static JsNode statement(JsNode expression) {
        return new JsNode(JsKind.EXPRESSION, "", expression.start, expression.end).add(expression);
    }

    private static JsNode and(JsNode test, JsNode value, JsNode at) {
        return test.is(JsKind.UNARY) && test.text.equals("!")
                ? binary("||", test.child(0), value, at)
                : binary("&&", test, value, at);
    }

    private static JsNode or(JsNode test, JsNode value, JsNode at) {
        return test.is(JsKind.UNARY) && test.text.equals("!")
                ? binary("&&", test.child(0), value, at)
                : binary("||", test, value, at);
    }

    private static JsNode conditional(JsNode test, JsNode then, JsNode other, JsNode at) {
        boolean negated = test.is(JsKind.UNARY) && test.text.equals("!");
        return new JsNode(JsKind.CONDITIONAL, "", at.start, at.end)
                .add(negated ? test.child(0) : test)
                .add(negated ? other : then)
                .add(negated ? then : other);
    }

    static JsNode binary(String operator, JsNode left, JsNode right, JsNode at) {
        return new JsNode(JsKind.BINARY, operator, at.start, at.end).add(left).add(right);
    }
}
