package io.github.assetpipe.js;

import java.util.List;

/** Prints statements without white space; expressions are printed by {@link JsExpressionPrinter}. */
final class JsPrinter {
    final JsOutput out;
    final JsExpressionPrinter expressions;

    /** Where a statement, an arrow's body or an exported expression starts: some expressions need parentheses there. */
    int statementStart = -1;

    int arrowStart = -1;
    int exportStart = -1;

    JsPrinter(int capacity) {
        this.out = new JsOutput(capacity);
        this.expressions = new JsExpressionPrinter(this);
    }

    void program(JsNode program) {
        statements(program.children);
        out.dropSemicolon();
    }

    void statements(List<JsNode> statements) {
        for (JsNode statement : statements) {
            if (!statement.is(JsKind.EMPTY)) {
                statement(statement);
            }
        }
    }

    private void statement(JsNode node) {
        switch (node.kind) {
            case BLOCK -> block(node);
            case EMPTY -> out.raw(";");
            case EXPRESSION -> expressionStatement(node.child(0));
            case DIRECTIVE -> {
                out.mark(node.start, "");
                out.raw(node.text);
                out.semicolon();
            }
            case IF -> ifStatement(node);
            case FOR -> forStatement(node);
            case FOR_IN, FOR_OF -> forEach(node);
            case WHILE -> {
                keyword(node, "while");
                parenthesized(node.child(0));
                body(node.child(1));
            }
            case DO -> {
                keyword(node, "do");
                body(node.child(0));
                out.word("while");
                parenthesized(node.child(1));
                out.semicolon();
            }
            case RETURN, THROW -> {
                keyword(node, node.is(JsKind.RETURN) ? "return" : "throw");
                if (!node.child(0).isAbsent()) {
                    expressions.print(node.child(0), JsExpressionPrinter.SEQUENCE);
                }
                out.semicolon();
            }
            case BREAK, CONTINUE -> {
                keyword(node, node.is(JsKind.BREAK) ? "break" : "continue");
                out.word(node.text);
                out.semicolon();
            }
            case LABELED -> {
                out.mark(node.start, "");
                out.word(node.text);
                out.raw(":");
                body(node.child(0));
            }
            case WITH -> {
                keyword(node, "with");
                parenthesized(node.child(0));
                body(node.child(1));
            }
            case DEBUGGER -> {
                keyword(node, "debugger");
                out.semicolon();
            }
            case TRY -> tryStatement(node);
            case SWITCH -> switchStatement(node);
            case VAR -> {
                declaration(node);
                out.semicolon();
            }
            case FUNCTION, CLASS -> expressions.functions.declaration(node);
            default -> JsModulePrinter.print(this, node);
        }
    }

    void keyword(JsNode node, String word) {
        out.flush();
        out.mark(node.start, "");
        out.word(word);
    }

    private void expressionStatement(JsNode expression) {
        out.flush();
        statementStart = out.length();
        if (expression.is(JsKind.STRING)) {
            // Else it would read as a directive.
            out.raw("(");
            expressions.print(expression, JsExpressionPrinter.SEQUENCE);
            out.raw(")");
        } else {
            if (JsCalled.isFunction(expression.is(JsKind.SEQUENCE) ? expression.child(0) : expression)) {
                // One character in place of the parentheses around the function.
                out.raw("!");
            }
            expressions.print(expression, JsExpressionPrinter.SEQUENCE);
        }
        out.semicolon();
    }

    void parenthesized(JsNode expression) {
        out.raw("(");
        expressions.print(expression, JsExpressionPrinter.SEQUENCE);
        out.raw(")");
    }

    void block(JsNode block) {
        out.raw("{");
        statements(block.children);
        out.dropSemicolon();
        out.raw("}");
    }

    /** Prints the body of a loop or a branch, without braces where it is one statement. */
    private void body(JsNode node) {
        JsNode single = JsBodies.unwrapped(node);
        if (single.is(JsKind.EMPTY)) {
            out.raw(";");
        } else {
            statement(single);
        }
    }

    private void ifStatement(JsNode node) {
        keyword(node, "if");
        parenthesized(node.child(0));
        JsNode alternate = node.child(2);
        boolean hasElse =
                !alternate.isAbsent() && !JsBodies.unwrapped(alternate).is(JsKind.EMPTY);
        if (hasElse && JsBodies.endsWithOpenIf(JsBodies.unwrapped(node.child(1)))) {
            out.raw("{");
            statement(JsBodies.unwrapped(node.child(1)));
            out.dropSemicolon();
            out.raw("}");
        } else {
            body(node.child(1));
        }
        if (hasElse) {
            out.word("else");
            body(alternate);
        }
    }

    private void forStatement(JsNode node) {
        keyword(node, "for");
        out.raw("(");
        forInit(node.child(0));
        out.dropSemicolon();
        out.raw(";");
        optional(node.child(1));
        out.raw(";");
        optional(node.child(2));
        out.raw(")");
        body(node.child(3));
    }

    private void optional(JsNode expression) {
        if (!expression.isAbsent()) {
            expressions.print(expression, JsExpressionPrinter.SEQUENCE);
        }
    }

    private void forInit(JsNode init) {
        boolean before = expressions.noIn;
        expressions.noIn = true;
        if (init.is(JsKind.VAR)) {
            declaration(init);
        } else if (!init.isAbsent()) {
            statementStart = out.length();
            expressions.print(init, JsExpressionPrinter.SEQUENCE);
        }
        expressions.noIn = before;
    }

    private void forEach(JsNode node) {
        keyword(node, "for");
        if (node.has(JsNode.AWAIT)) {
            out.word("await");
        }
        out.raw("(");
        JsNode left = node.child(0);
        boolean isAsync = left.is(JsKind.NAME) && expressions.nameOf(left).equals("async") && node.is(JsKind.FOR_OF);
        if (isAsync) {
            out.raw("(async)");
        } else {
            forInit(left);
        }
        out.word(node.is(JsKind.FOR_IN) ? "in" : "of");
        int level = node.is(JsKind.FOR_IN) ? JsExpressionPrinter.SEQUENCE : JsExpressionPrinter.ASSIGNMENT;
        expressions.print(node.child(1), level);
        out.raw(")");
        body(node.child(2));
    }

    private void tryStatement(JsNode node) {
        keyword(node, "try");
        block(node.child(0));
        JsNode handler = node.child(1);
        if (!handler.isAbsent()) {
            out.word("catch");
            if (!handler.child(0).isAbsent()) {
                out.raw("(");
                expressions.print(handler.child(0), JsExpressionPrinter.ASSIGNMENT);
                out.raw(")");
            }
            block(handler.child(1));
        }
        if (!node.child(2).isAbsent()) {
            out.word("finally");
            block(node.child(2));
        }
    }

    private void switchStatement(JsNode node) {
        keyword(node, "switch");
        parenthesized(node.child(0));
        out.raw("{");
        for (JsNode clause : node.children.subList(1, node.size())) {
            if (clause.child(0).isAbsent()) {
                out.word("default");
            } else {
                out.word("case");
                expressions.print(clause.child(0), JsExpressionPrinter.SEQUENCE);
            }
            out.raw(":");
            statements(clause.children.subList(1, clause.size()));
        }
        out.dropSemicolon();
        out.raw("}");
    }

    void declaration(JsNode node) {
        keyword(node, node.text);
        boolean first = true;
        for (JsNode declarator : node.children) {
            if (!first) {
                out.raw(",");
            }
            first = false;
            expressions.print(declarator.child(0), JsExpressionPrinter.ASSIGNMENT);
            if (!declarator.child(1).isAbsent()) {
                out.raw("=");
                expressions.print(declarator.child(1), JsExpressionPrinter.ASSIGNMENT);
            }
        }
    }
}
