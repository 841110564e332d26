package io.github.assetpipe.js;

import io.github.assetpipe.js.JsLexer.Token;

/** Reads member accesses and calls, with their arguments. */
final class JsAccesses {
    private final JsParser p;
    private final JsLexer lexer;
    private final JsExpressions expressions;

    JsAccesses(JsParser parser, JsExpressions expressions) {
        this.p = parser;
        this.lexer = parser.lexer;
        this.expressions = expressions;
    }

    JsNode privateName() throws JsSyntaxException {
        JsNode name = new JsNode(JsKind.PRIVATE, lexer.text, lexer.start, lexer.end);
        lexer.next();
        return name;
    }

    /** Reads member accesses and calls after {@code base}; a chain takes no stack. */
    JsNode call(JsNode base, boolean calls) throws JsSyntaxException {
        JsNode node = base;
        while (lexer.token == Token.PUNCTUATOR) {
            int start = node.start;
            switch (lexer.text) {
                case "." -> {
                    lexer.next();
                    node = p.ended(new JsNode(JsKind.MEMBER, "", start, start)
                            .add(node)
                            .add(memberName()));
                }
                case "?." -> {
                    if (!calls) {
                        throw p.unexpected();
                    }
                    lexer.next();
                    node = optional(node);
                }
                case "[" -> node = index(node);
                case "(" -> {
                    if (!calls) {
                        return node;
                    }
                    JsNode call = new JsNode(JsKind.CALL, "", start, start).add(node);
                    arguments(call);
                    node = p.ended(call);
                }
                case "`" ->
                    node = p.ended(new JsNode(JsKind.TAGGED, "", start, start)
                            .add(node)
                            .add(expressions.primaries.template()));
                default -> {
                    return node;
                }
            }
        }
        return node;
    }

    private JsNode optional(JsNode base) throws JsSyntaxException {
        JsNode node;
        if (p.isPunctuator("[")) {
            node = index(base);
        } else if (p.isPunctuator("(")) {
            node = new JsNode(JsKind.CALL, "", base.start, base.start).add(base);
            arguments(node);
        } else {
            node = new JsNode(JsKind.MEMBER, "", base.start, base.start)
                    .add(base)
                    .add(memberName());
        }
        return p.ended(node.flag(JsNode.OPTIONAL));
    }

    private JsNode index(JsNode base) throws JsSyntaxException {
        p.expect("[");
        JsNode node =
                new JsNode(JsKind.INDEX, "", base.start, base.start).add(base).add(expressions.expression(true));
        p.expect("]");
        return p.ended(node);
    }

    private JsNode memberName() throws JsSyntaxException {
        if (lexer.token == Token.PRIVATE) {
            return privateName();
        }
        if (lexer.token != Token.NAME) {
            throw p.unexpected();
        }
        JsNode key = new JsNode(JsKind.KEY, lexer.text, lexer.start, lexer.end);
        lexer.next();
        return key;
    }

    void arguments(JsNode call) throws JsSyntaxException {
        p.expect("(");
        while (!p.accept(")")) {
            call.add(expressions.spreadOrAssignment());
            if (!p.isPunctuator(")")) {
                p.expect(",");
            }
        }
    }

    /** Reads what may follow {@code extends}: a primary expression with its accesses and calls. */
    JsNode leftHandSide() throws JsSyntaxException {
        return call(expressions.primaries.primary(), true);
    }
}
