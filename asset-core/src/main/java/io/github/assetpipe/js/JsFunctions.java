package io.github.assetpipe.js;

import io.github.assetpipe.js.JsLexer.Token;
import org.jspecify.annotations.Nullable;

/** Reads functions, arrows, classes, and the members of classes and object literals. */
final class JsFunctions {
    private final JsParser p;
    private final JsLexer lexer;
    private final JsExpressions expressions;

    JsFunctions(JsParser parser, JsExpressions expressions) {
        this.p = parser;
        this.lexer = parser.lexer;
        this.expressions = expressions;
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
    private JsNode rest(JsNode function) throws JsSyntaxException {
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
        p.directives(block);
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
        expressions.arguments(list);
        if (p.isPunctuator("=>") && !lexer.newlineBefore) {
            return arrow(name.start, list, JsNode.ASYNC, true);
        }
        list.children.forEach(call::add);
        return p.ended(call);
    }

    /** Reads a class from the word {@code class} on. */
    JsNode classLike(boolean declaration) throws JsSyntaxException {
        JsNode node = new JsNode(JsKind.CLASS, "", lexer.start, lexer.start).flag(declaration ? JsNode.DECLARATION : 0);
        lexer.next();
        boolean strict = p.strict;
        p.strict = true;
        boolean named = lexer.token == Token.NAME && !p.isWord("extends");
        if (!named && declaration && !nameless) {
            throw p.unexpected();
        }
        nameless = false;
        node.add(named ? p.identifier() : JsNode.none(lexer.start));
        node.add(p.acceptWord("extends") ? expressions.leftHandSide() : JsNode.none(lexer.start));
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
        rest(function);
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
