package io.github.assetpipe.js;

import io.github.assetpipe.js.JsLexer.Token;

/** Reads classes, and the members of classes and object literals. */
final class JsClasses {
    private final JsParser p;
    private final JsLexer lexer;
    private final JsExpressions expressions;
    private final JsFunctions functions;

    JsClasses(JsParser parser, JsExpressions expressions, JsFunctions functions) {
        this.p = parser;
        this.lexer = parser.lexer;
        this.expressions = expressions;
        this.functions = functions;
    }

    /** Reads a class from the word {@code class} on. */
    JsNode classLike(boolean declaration) throws JsSyntaxException {
        JsNode node = new JsNode(JsKind.CLASS, "", lexer.start, lexer.start).flag(declaration ? JsNode.DECLARATION : 0);
        lexer.next();
        boolean strict = p.strict;
        p.strict = true;
        boolean named = lexer.token == Token.NAME && !p.isWord("extends");
        if (!named && declaration && !functions.nameless) {
            throw p.unexpected();
        }
        functions.nameless = false;
        node.add(named ? p.identifier() : JsNode.none(lexer.start));
        node.add(p.acceptWord("extends") ? expressions.accesses.leftHandSide() : JsNode.none(lexer.start));
        p.expect("{");
        while (!p.accept("}")) {
            if (!p.accept(";")) {
                node.add(member());
            }
        }
        p.strict = strict;
        return p.ended(node);
    }

    private JsNode member() throws JsSyntaxException {
        int start = lexer.start;
        int flags = 0;
        if (p.isWord("static") && p.peek(this::startsKey)) {
            lexer.next();
            flags |= JsNode.STATIC;
            if (p.isPunctuator("{")) {
                return staticBlock(start);
            }
        }
        if (p.isWord("accessor") && p.peek(() -> startsKey() && !lexer.newlineBefore && !p.isPunctuator("{"))) {
            lexer.next();
            flags |= JsNode.ACCESSOR;
        }
        flags |= methodFlags();
        JsNode key = key();
        flags |= key.has(JsNode.COMPUTED) ? JsNode.COMPUTED : 0;
        if (p.isPunctuator("(")) {
            return method(start, flags, key);
        }
        JsNode field = new JsNode(JsKind.FIELD, "", start, start).flag(flags).add(key);
        field.add(p.accept("=") ? fieldValue() : JsNode.none(lexer.previousEnd));
        p.semicolon();
        return p.ended(field);
    }

    private JsNode fieldValue() throws JsSyntaxException {
        boolean async = p.inAsync;
        boolean generator = p.inGenerator;
        p.functionDepth++;
        p.inAsync = false;
        p.inGenerator = false;
        JsNode value = expressions.assignment(true);
        p.functionDepth--;
        p.inAsync = async;
        p.inGenerator = generator;
        return value;
    }

    private JsNode staticBlock(int start) throws JsSyntaxException {
        boolean async = p.inAsync;
        boolean generator = p.inGenerator;
        p.functionDepth++;
        p.inAsync = false;
        p.inGenerator = false;
        JsNode block = p.block();
        p.functionDepth--;
        p.inAsync = async;
        p.inGenerator = generator;
        return p.ended(new JsNode(JsKind.STATIC_BLOCK, "", start, start).add(block));
    }

    /** Reads {@code async}, {@code *}, {@code get} and {@code set} where they are no keys themselves. */
    private int methodFlags() throws JsSyntaxException {
        int flags = 0;
        if (p.isWord("async") && p.peek(() -> startsKey() && !lexer.newlineBefore && !p.isPunctuator("{"))) {
            lexer.next();
            flags |= JsNode.ASYNC;
        }
        if (p.accept("*")) {
            return flags | JsNode.GENERATOR;
        }
        boolean accessor = flags == 0 && (p.isWord("get") || p.isWord("set"));
        if (accessor && p.peek(() -> startsKey() && !p.isPunctuator("{") && !p.isPunctuator("*"))) {
            flags |= p.isWord("get") ? JsNode.GET : JsNode.SET;
            lexer.next();
        }
        return flags;
    }

    private boolean startsKey() {
        return lexer.token == Token.NAME
                || lexer.token == Token.STRING
                || lexer.token == Token.NUMBER
                || lexer.token == Token.PRIVATE
                || p.isPunctuator("[")
                || p.isPunctuator("*")
                || p.isPunctuator("{");
    }

    private JsNode key() throws JsSyntaxException {
        int start = lexer.start;
        if (p.accept("[")) {
            JsNode key = expressions.assignment(true).flag(JsNode.COMPUTED);
            p.expect("]");
            return key;
        }
        JsKind kind = switch (lexer.token) {
            case NAME -> JsKind.KEY;
            case STRING -> JsKind.STRING;
            case NUMBER -> JsKind.NUMBER;
            case PRIVATE -> JsKind.PRIVATE;
            default -> throw p.unexpected();
        };
        JsNode key = new JsNode(kind, lexer.text, start, lexer.end);
        lexer.next();
        return key;
    }

    private JsNode method(int start, int flags, JsNode key) throws JsSyntaxException {
        JsNode function = new JsNode(JsKind.FUNCTION, "", lexer.start, lexer.start)
                .flag(flags & (JsNode.ASYNC | JsNode.GENERATOR))
                .add(JsNode.none(lexer.start));
        functions.rest(function);
        return p.ended(
                new JsNode(JsKind.METHOD, "", start, start).flag(flags).add(key).add(function));
    }

    /** Reads a member of an object literal or pattern. */
    JsNode property(int start) throws JsSyntaxException {
        boolean shorthand = lexer.token == Token.NAME && p.isIdentifier(lexer.text);
        if (shorthand && p.peek(() -> p.isPunctuator(",") || p.isPunctuator("}") || p.isPunctuator("="))) {
            return shorthand(start);
        }
        int flags = methodFlags();
        JsNode key = key();
        flags |= key.has(JsNode.COMPUTED) ? JsNode.COMPUTED : 0;
        if (p.isPunctuator("(")) {
            return method(start, flags, key);
        }
        p.expect(":");
        return p.ended(new JsNode(JsKind.PROPERTY, "", start, start)
                .flag(flags)
                .add(key)
                .add(expressions.assignmentOrPattern(true)));
    }

    private JsNode shorthand(int start) throws JsSyntaxException {
        JsNode name = p.identifier();
        JsNode value = name;
        if (p.isPunctuator("=")) {
            expressions.patterns.noteInitializer(lexer.start);
            lexer.next();
            value = new JsNode(JsKind.ASSIGN, "=", start, start).add(name).add(expressions.assignment(true));
            p.ended(value);
        }
        JsNode key = new JsNode(JsKind.KEY, name.text, name.start, name.end);
        return p.ended(new JsNode(JsKind.PROPERTY, "", start, start)
                .flag(JsNode.SHORTHAND)
                .add(key)
                .add(value));
    }
}
