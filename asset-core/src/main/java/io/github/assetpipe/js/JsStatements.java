package io.github.assetpipe.js;

import io.github.assetpipe.js.JsLexer.Token;
import java.util.Set;

/** Reads the statements that begin with a keyword of their own. */
final class JsStatements {
    private static final Set<String> KEYWORDS = Set.of(
            "if", "for", "while", "do", "return", "throw", "try", "switch", "break", "continue", "with", "debugger");

    private JsStatements() {}

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    static JsNode read(JsParser p, String word, int start) throws JsSyntaxException {
        p.lexer.next();
        switch (word) {
            case "if":
                return p.ended(ifStatement(p, start));
            case "for":
                return p.ended(forStatement(p, start));
            case "while":
                return p.ended(new JsNode(JsKind.WHILE, "", start, start)
                        .add(condition(p))
                        .add(p.statement(false)));
            case "do":
                return doStatement(p, start);
            case "return":
                return p.ended(new JsNode(JsKind.RETURN, "", start, start).add(argument(p)));
            case "throw":
                return p.ended(throwStatement(p, start));
            case "try":
                return p.ended(tryStatement(p, start));
            case "switch":
                return p.ended(switchStatement(p, start));
            case "with":
                return p.ended(new JsNode(JsKind.WITH, "", start, start)
                        .add(condition(p))
                        .add(p.statement(false)));
            case "debugger":
                p.semicolon();
                return p.node(JsKind.DEBUGGER, start);
            default:
                return jump(p, word.equals("break") ? JsKind.BREAK : JsKind.CONTINUE, start);
        }
    }

    private static JsNode condition(JsParser p) throws JsSyntaxException {
        p.expect("(");
        JsNode test = p.expressions.expression(true);
        p.expect(")");
        return test;
    }

    private static JsNode ifStatement(JsParser p, int start) throws JsSyntaxException {
        JsNode node = new JsNode(JsKind.IF, "", start, start).add(condition(p));
        node.add(p.statement(false));
        return node.add(p.acceptWord("else") ? p.statement(false) : JsNode.none(p.lexer.previousEnd));
    }

    private static JsNode doStatement(JsParser p, int start) throws JsSyntaxException {
        JsNode node = new JsNode(JsKind.DO, "", start, start).add(p.statement(false));
        if (!p.acceptWord("while")) {
            throw p.unexpected();
        }
        node.add(condition(p));
        p.accept(";"); // Inserted after the parenthesis even without a line end.
        return p.ended(node);
    }

    private static JsNode argument(JsParser p) throws JsSyntaxException {
        boolean none =
                p.isPunctuator(";") || p.isPunctuator("}") || p.lexer.token == Token.END || p.lexer.newlineBefore;
        JsNode argument = none ? JsNode.none(p.lexer.previousEnd) : p.expressions.expression(true);
        p.semicolon();
        return argument;
    }

    private static JsNode throwStatement(JsParser p, int start) throws JsSyntaxException {
        if (p.lexer.newlineBefore) {
            throw p.unexpected();
        }
        JsNode node = new JsNode(JsKind.THROW, "", start, start).add(p.expressions.expression(true));
        p.semicolon();
        return node;
    }

    private static JsNode tryStatement(JsParser p, int start) throws JsSyntaxException {
        JsNode node = new JsNode(JsKind.TRY, "", start, start).add(p.block());
        int at = p.lexer.start;
        JsNode handler = JsNode.none(at);
        if (p.acceptWord("catch")) {
            JsNode parameter = JsNode.none(p.lexer.start);
            if (p.accept("(")) {
                parameter = p.expressions.bindingTarget();
                p.expect(")");
            }
            handler =
                    p.ended(new JsNode(JsKind.CATCH, "", at, at).add(parameter).add(p.block()));
        }
        boolean hasFinally = p.acceptWord("finally");
        if (handler.isAbsent() && !hasFinally) {
            throw p.unexpected();
        }
        return node.add(handler).add(hasFinally ? p.block() : JsNode.none(p.lexer.previousEnd));
    }

    private static JsNode switchStatement(JsParser p, int start) throws JsSyntaxException {
        JsNode node = new JsNode(JsKind.SWITCH, "", start, start).add(condition(p));
        p.expect("{");
        while (!p.accept("}")) {
            int at = p.lexer.start;
            JsNode test;
            if (p.acceptWord("case")) {
                test = p.expressions.expression(true);
            } else if (p.acceptWord("default")) {
                test = JsNode.none(at);
            } else {
                throw p.unexpected();
            }
            JsNode clause = new JsNode(JsKind.CASE, "", at, at).add(test);
            p.expect(":");
            while (!p.isWord("case") && !p.isWord("default") && !p.isPunctuator("}")) {
                clause.add(p.statement(true));
            }
            node.add(p.ended(clause));
        }
        return node;
    }

    private static JsNode jump(JsParser p, JsKind kind, int start) throws JsSyntaxException {
        String label = "";
        if (p.lexer.token == Token.NAME && !p.lexer.newlineBefore) {
            label = p.lexer.text;
            p.lexer.next();
        }
        p.semicolon();
        return p.ended(new JsNode(kind, label, start, start));
    }

    private static JsNode forStatement(JsParser p, int start) throws JsSyntaxException {
        int awaited = p.acceptWord("await") ? JsNode.AWAIT : 0;
        if (awaited != 0) {
            p.noteTopLevelAwait();
        }
        p.expect("(");
        JsNode init = forInit(p);
        if (p.acceptWord("of")) {
            JsNode node = new JsNode(JsKind.FOR_OF, "", start, start).add(pattern(p, init));
            node.add(p.expressions.assignment(true));
            p.expect(")");
            return node.add(p.statement(false)).flag(awaited);
        }
        if (!p.isPunctuator(";") && p.acceptWord("in")) {
            JsNode node = new JsNode(JsKind.FOR_IN, "", start, start).add(pattern(p, init));
            node.add(p.expressions.expression(true));
            p.expect(")");
            return node.add(p.statement(false));
        }
        p.expressions.patterns.refuseInitializer(init.start);
        JsNode node = new JsNode(JsKind.FOR, "", start, start).add(init);
        p.expect(";");
        node.add(p.isPunctuator(";") ? JsNode.none(p.lexer.start) : p.expressions.expression(true));
        p.expect(";");
        node.add(p.isPunctuator(")") ? JsNode.none(p.lexer.start) : p.expressions.expression(true));
        p.expect(")");
        return node.add(p.statement(false));
    }

    private static JsNode forInit(JsParser p) throws JsSyntaxException {
        int start = p.lexer.start;
        if (p.isPunctuator(";")) {
            return JsNode.none(start);
        }
        if (p.isWord("var") || p.isWord("const")) {
            return p.declarators(p.lexer.text, start, false);
        }
        if (p.isWord("let") && p.ahead.startsLet()) {
            return p.declarators("let", start, false);
        }
        if (p.isWord("using") && p.ahead.startsUsing()) {
            return p.declarators("using", start, false);
        }
        if (p.isWord("await") && p.ahead.startsAwaitUsing()) {
            p.lexer.next();
            return p.declarators("await using", start, false);
        }
        return p.expressions.expressionOrPattern(false);
    }

    private static JsNode pattern(JsParser p, JsNode init) throws JsSyntaxException {
        if (!init.is(JsKind.VAR)) {
            p.expressions.patterns.require(init);
        }
        return init;
    }
}
