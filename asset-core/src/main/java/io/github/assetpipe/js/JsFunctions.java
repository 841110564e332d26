package io.github.assetpipe.js;

import io.github.assetpipe.js.JsLexer.Token;
import org.jspecify.annotations.Nullable;

/** Reads functions and arrows. */
final class JsFunctions {
    private final JsParser p;
    private final JsLexer lexer;
    private final JsExpressions expressions;

    /** Reads classes, whose methods are functions. */
    final JsClasses classes;

    JsFunctions(JsParser parser, JsExpressions expressions) {
        this.p = parser;
        this.lexer = parser.lexer;
        this.expressions = expressions;
        this.classes = new JsClasses(parser, expressions, this);
    }

    /** Whether the declaration that is read is exported by default, and so may lack a name. */
    boolean nameless;

    /** Reads a function from the word {@code function} on. */
    JsNode function(int start, int flags, boolean declaration) throws JsSyntaxException {
        lexer.next();
        int all = flags | (p.accept("*") ? JsNode.GENERATOR : 0) | (declaration ? JsNode.DECLARATION : 0);
        boolean mayLackName = nameless;
        nameless = false;
        JsNode name = JsNode.none(lexer.start);
        if (lexer.token == Token.NAME) {
            name = new JsNode(JsKind.NAME, lexer.text, lexer.start, lexer.end);
            if (!p.isIdentifier(lexer.text) && !lexer.text.equals("yield") && !lexer.text.equals("await")) {
                throw p.unexpected();
            }
            lexer.next();
        } else if (declaration && !mayLackName) {
            throw p.unexpected();
        }
        return rest(new JsNode(JsKind.FUNCTION, "", start, start).flag(all).add(name));
    }

    /** Reads parameters and body of a function that is no arrow. */
    JsNode rest(JsNode function) throws JsSyntaxException {
        boolean async = p.inAsync;
        boolean generator = p.inGenerator;
        boolean strict = p.strict;
        p.functionDepth++;
        p.inAsync = function.has(JsNode.ASYNC);
        p.inGenerator = function.has(JsNode.GENERATOR);
        JsNode params = new JsNode(JsKind.PARAMS, "", lexer.start, lexer.start);
        p.expect("(");
        while (!p.accept(")")) {
            params.add(parameter());
            if (!p.isPunctuator(")")) {
                p.expect(",");
            }
        }
        function.add(p.ended(params)).add(body());
        function.flag(p.strict ? JsNode.STRICT : 0);
        p.functionDepth--;
        p.inAsync = async;
        p.inGenerator = generator;
        p.strict = strict;
        return p.ended(function);
    }

    private JsNode parameter() throws JsSyntaxException {
        int start = lexer.start;
        if (p.accept("...")) {
            return p.ended(new JsNode(JsKind.SPREAD, "", start, start).add(expressions.bindingTarget()));
        }
        JsNode target = expressions.bindingTarget();
        if (!p.accept("=")) {
            return target;
        }
        return p.ended(new JsNode(JsKind.ASSIGN, "=", start, start).add(target).add(expressions.assignment(true)));
    }

    private JsNode body() throws JsSyntaxException {
        JsNode block = new JsNode(JsKind.BLOCK, "", lexer.start, lexer.start);
        p.expect("{");
        new JsDirectives(p).read(block);
        while (!p.isPunctuator("}")) {
            block.add(p.statement(true));
        }
        lexer.next();
        return p.ended(block);
    }

    /** Reads {@code (expression)}, or the parameters of an arrow, which come back as a sequence or as nothing. */
    JsNode parenthesized() throws JsSyntaxException {
        int start = lexer.start;
        p.expect("(");
        JsNode list = new JsNode(JsKind.SEQUENCE, "", start, start);
        boolean arrowOnly = false;
        while (!p.isPunctuator(")")) {
            JsNode item = expressions.spreadOrAssignment();
            arrowOnly |= item.is(JsKind.SPREAD);
            list.add(item);
            if (!p.isPunctuator(")")) {
                p.expect(",");
                arrowOnly |= p.isPunctuator(")");
            }
        }
        lexer.next();
        arrowOnly |= list.size() == 0;
        boolean isArrow = p.isPunctuator("=>") && !lexer.newlineBefore;
        if (arrowOnly && !isArrow) {
            throw p.unexpected();
        }
        if (!isArrow) {
            expressions.patterns.refuseInitializer(start);
        }
        if (!isArrow && list.size() == 1) {
            JsNode inner = list.child(0);
            return inner.flag(JsNode.PARENTHESIZED);
        }
        if (isArrow) {
            return p.ended(list).flag(JsNode.PARENTHESIZED);
        }
        return p.ended(list).flag(JsNode.PARENTHESIZED);
    }

    /** Reads the rest of an arrow after its parameters; they are checked to be patterns. */
    JsNode arrow(int start, JsNode parameters, int flags, boolean in) throws JsSyntaxException {
        p.expect("=>");
        JsNode params = new JsNode(JsKind.PARAMS, "", parameters.start, parameters.end);
        if (parameters.is(JsKind.SEQUENCE)) {
            for (JsNode item : parameters.children) {
                expressions.patterns.require(item);
                params.add(item);
            }
        } else {
            expressions.patterns.require(parameters);
            params.add(parameters);
        }
        JsNode function = new JsNode(JsKind.FUNCTION, "", start, start)
                .flag(flags | JsNode.ARROW)
                .add(JsNode.none(start))
                .add(params);
        boolean async = p.inAsync;
        boolean generator = p.inGenerator;
        boolean strict = p.strict;
        p.functionDepth++;
        p.inAsync = (flags & JsNode.ASYNC) != 0;
        p.inGenerator = false;
        function.add(p.isPunctuator("{") ? body() : expressions.assignment(in));
        function.flag(p.strict ? JsNode.STRICT : 0);
        p.functionDepth--;
        p.inAsync = async;
        p.inGenerator = generator;
        p.strict = strict;
        return p.ended(function);
    }

    /** Reads {@code async x => ...} at the word {@code async}, or returns null when there is none. */
    @Nullable
    JsNode asyncArrow(boolean in) throws JsSyntaxException {
        int start = lexer.start;
        boolean named = p.peek(() -> lexer.token == Token.NAME
                && !lexer.newlineBefore
                && !p.isWord("function")
                && p.peek(() -> p.isPunctuator("=>")));
        if (!named) {
            return null;
        }
        lexer.next();
        JsNode parameter = new JsNode(JsKind.NAME, lexer.text, lexer.start, lexer.end);
        lexer.next();
        return arrow(start, parameter, JsNode.ASYNC, in);
    }

    /** Reads {@code async(...)}, a call or, where an arrow follows, its parameters. */
    JsNode asyncCall() throws JsSyntaxException {
        JsNode name = p.identifier();
        JsNode call = new JsNode(JsKind.CALL, "", name.start, name.start).add(name);
        JsNode list = new JsNode(JsKind.SEQUENCE, "", lexer.start, lexer.start);
        expressions.accesses.arguments(list);
        if (p.isPunctuator("=>") && !lexer.newlineBefore) {
            return arrow(name.start, list, JsNode.ASYNC, true);
        }
        list.children.forEach(call::add);
        return p.ended(call);
    }
}
