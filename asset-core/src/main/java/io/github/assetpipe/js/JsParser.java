package io.github.assetpipe.js;

import io.github.assetpipe.js.JsLexer.Token;
import java.util.Set;

/**
 * Parses scripts and modules, ECMAScript 2026 with explicit resource management; statements are read here, expressions in
 * {@link JsExpressions}.
 *
 * <p>It reads every valid program. Of the invalid ones it refuses those that the grammar refuses, and lets pass most of what
 * only the static semantics forbid (a name declared twice, a stray {@code return}).
 */
final class JsParser {
    private static final Set<String> NO_IDENTIFIER = Set.of(
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "import",
            "in",
            "instanceof",
            "new",
            "null",
            "return",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "var",
            "void",
            "while",
            "with",
            "enum");

    final JsLexer lexer;
    final JsExpressions expressions;
    final JsLookahead ahead;
    boolean strict;
    int functionDepth;
    boolean inAsync;
    boolean inGenerator;
    boolean sawModuleSyntax;
    boolean sawTopLevelAwait;

    JsParser(String source, boolean module) {
        this.lexer = new JsLexer(source, module);
        this.expressions = new JsExpressions(this);
        this.ahead = new JsLookahead(this);
        this.strict = module;
    }

    /** Reads the whole text. */
    JsNode program() throws JsSyntaxException {
        lexer.next();
        JsNode program = new JsNode(JsKind.PROGRAM, "", 0, lexer.source.length());
        new JsDirectives(this).read(program);
        while (lexer.token != Token.END) {
            program.add(statement(true));
        }
        return program.flag(strict ? JsNode.STRICT : 0);
    }

    JsNode statement(boolean declarations) throws JsSyntaxException {
        int start = lexer.start;
        if (lexer.token == Token.PUNCTUATOR) {
            switch (lexer.text) {
                case "{":
                    return block();
                case ";":
                    lexer.next();
                    return node(JsKind.EMPTY, start);
                default:
                    return expressionStatement();
            }
        }
        if (lexer.token != Token.NAME || lexer.escaped) {
            return expressionStatement();
        }
        switch (lexer.text) {
            case "var":
                return declaration("var", start);
            case "const":
                return declaration("const", start);
            case "let":
                return ahead.startsLet() ? declaration("let", start) : labeledOrExpression();
            case "using":
                return ahead.startsUsing() ? declaration("using", start) : labeledOrExpression();
            case "await":
                return ahead.startsAwaitUsing() ? awaitUsing(start) : labeledOrExpression();
            case "function":
                return expressions.function(start, 0, true);
            case "async":
                return ahead.startsAsyncFunction() ? asyncFunction(start) : labeledOrExpression();
            case "class":
                return expressions.classLike(true);
            case "import":
                return ahead.startsImportDeclaration() ? JsModules.importDeclaration(this) : expressionStatement();
            case "export":
                return JsModules.exportDeclaration(this);
            default:
                return JsStatements.isKeyword(lexer.text)
                        ? JsStatements.read(this, lexer.text, start)
                        : labeledOrExpression();
        }
    }

    JsNode block() throws JsSyntaxException {
        int start = lexer.start;
        JsNode block = new JsNode(JsKind.BLOCK, "", start, start);
        expect("{");
        while (!isPunctuator("}")) {
            block.add(statement(true));
        }
        lexer.next();
        return ended(block);
    }

    private JsNode asyncFunction(int start) throws JsSyntaxException {
        lexer.next();
        return expressions.function(start, JsNode.ASYNC, true);
    }

    private JsNode awaitUsing(int start) throws JsSyntaxException {
        lexer.next();
        noteTopLevelAwait();
        return declaration("await using", start);
    }

    void noteTopLevelAwait() {
        sawTopLevelAwait |= functionDepth == 0;
    }

    private JsNode declaration(String word, int start) throws JsSyntaxException {
        JsNode declaration = declarators(word, start, true);
        semicolon();
        return ended(declaration);
    }

    /** Reads {@code var a = 1, b} from the word on, without the semicolon. */
    JsNode declarators(String word, int start, boolean in) throws JsSyntaxException {
        lexer.next();
        JsNode declaration = new JsNode(JsKind.VAR, word, start, start);
        do {
            int from = lexer.start;
            JsNode target = expressions.bindingTarget();
            JsNode value = accept("=") ? expressions.assignment(in) : JsNode.none(lexer.start);
            declaration.add(ended(
                    new JsNode(JsKind.DECLARATOR, "", from, from).add(target).add(value)));
        } while (accept(","));
        return ended(declaration);
    }

    /** A look at what follows the current token. */
    interface Question {
        boolean isSo() throws JsSyntaxException;
    }

    boolean peek(Question question) throws JsSyntaxException {
        JsLexer.State here = lexer.save();
        try {
            lexer.next();
            return question.isSo();
        } finally {
            lexer.restore(here);
        }
    }

    private JsNode labeledOrExpression() throws JsSyntaxException {
        String label = lexer.text;
        int start = lexer.start;
        if (!NO_IDENTIFIER.contains(label) && peek(() -> isPunctuator(":"))) {
            lexer.next();
            lexer.next();
            return ended(new JsNode(JsKind.LABELED, label, start, start).add(statement(false)));
        }
        return expressionStatement();
    }

    JsNode expressionStatement() throws JsSyntaxException {
        int start = lexer.start;
        JsNode expression = expressions.expression(true);
        semicolon();
        return ended(new JsNode(JsKind.EXPRESSION, "", start, start).add(expression));
    }

    /** Reads a semicolon, written or inserted. */
    void semicolon() throws JsSyntaxException {
        if (!accept(";") && !isPunctuator("}") && lexer.token != Token.END && !lexer.newlineBefore) {
            throw unexpected();
        }
    }

    boolean isPunctuator(String text) {
        return lexer.token == Token.PUNCTUATOR && lexer.text.equals(text);
    }

    boolean isWord(String text) {
        return lexer.token == Token.NAME && !lexer.escaped && lexer.text.equals(text);
    }

    boolean accept(String punctuator) throws JsSyntaxException {
        if (isPunctuator(punctuator)) {
            lexer.next();
            return true;
        }
        return false;
    }

    boolean acceptWord(String word) throws JsSyntaxException {
        if (isWord(word)) {
            lexer.next();
            return true;
        }
        return false;
    }

    void expect(String punctuator) throws JsSyntaxException {
        if (!accept(punctuator)) {
            throw unexpected();
        }
    }

    /** Tells whether {@code word} can be the name of a variable here. */
    boolean isIdentifier(String word) {
        return !NO_IDENTIFIER.contains(word)
                && !(word.equals("await") && (inAsync || lexer.module))
                && !(word.equals("yield") && (inGenerator || strict));
    }

    /** Reads the name of a variable. */
    JsNode identifier() throws JsSyntaxException {
        if (lexer.token != Token.NAME || !isIdentifier(lexer.text)) {
            throw unexpected();
        }
        JsNode name = new JsNode(JsKind.NAME, lexer.text, lexer.start, lexer.end);
        lexer.next();
        return name;
    }

    JsSyntaxException unexpected() {
        return new JsSyntaxException(
                lexer.token == Token.END ? "Unexpected end of the file" : "Unexpected " + shown(), lexer.start);
    }

    private String shown() {
        String raw = lexer.source.substring(lexer.start, Math.min(lexer.end, lexer.start + 40));
        return lexer.token == Token.STRING ? "string" : "\"" + raw + "\"";
    }

    JsNode node(JsKind kind, int start) {
        return new JsNode(kind, "", start, lexer.previousEnd);
    }

    JsNode ended(JsNode node) {
        node.end = lexer.previousEnd;
        return node;
    }
}
