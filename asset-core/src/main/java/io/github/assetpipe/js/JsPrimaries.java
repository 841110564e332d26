package io.github.assetpipe.js;

/** Reads primary expressions: literals, templates, names, {@code new}, {@code import()} (ECMA-262, 13.2 and 13.3). */
final class JsPrimaries {
    private final JsParser p;
    private final JsLexer lexer;
    private final JsExpressions e;
    private final JsFunctions functions;

    JsPrimaries(JsParser parser, JsExpressions expressions, JsFunctions functions) {
        this.p = parser;
        this.lexer = parser.lexer;
        this.e = expressions;
        this.functions = functions;
    }

    JsNode primary() throws JsSyntaxException {
        int start = lexer.start;
        switch (lexer.token) {
            case NUMBER:
                return token(JsKind.NUMBER);
            case STRING:
                JsText.value(lexer.text, start);
                return token(JsKind.STRING);
            case NAME:
                return word(start);
            case PUNCTUATOR:
                break;
            default:
                throw p.unexpected();
        }
        switch (lexer.text) {
            case "(":
                return functions.parenthesized();
            case "[":
                return arrayLiteral();
            case "{":
                return objectLiteral();
            case "`":
                return template();
            case "/", "/=":
                JsNode regex = new JsNode(JsKind.REGEX, lexer.regex(), start, lexer.end);
                lexer.next();
                return regex;
            default:
                throw p.unexpected();
        }
    }

    private JsNode token(JsKind kind) throws JsSyntaxException {
        JsNode node = new JsNode(kind, lexer.text, lexer.start, lexer.end);
        lexer.next();
        return node;
    }

    private JsNode word(int start) throws JsSyntaxException {
        if (lexer.escaped) {
            return p.identifier();
        }
        switch (lexer.text) {
            case "function":
                return functions.function(start, 0, false);
            case "async":
                if (p.ahead.startsAsyncFunction()) {
                    lexer.next();
                    return functions.function(start, JsNode.ASYNC, false);
                }
                return p.peek(() -> p.isPunctuator("(") && !lexer.newlineBefore)
                        ? functions.asyncCall()
                        : p.identifier();
            case "class":
                return functions.classes.classLike(false);
            case "this":
                return token(JsKind.THIS);
            case "super":
                return token(JsKind.SUPER);
            case "null", "true", "false":
                return token(JsKind.CONSTANT);
            case "new":
                return newExpression(start);
            case "import":
                return importExpression(start);
            default:
                return p.identifier();
        }
    }

    private JsNode newExpression(int start) throws JsSyntaxException {
        lexer.next();
        if (p.accept(".")) {
            return meta("new.target", "target", start);
        }
        JsNode node = new JsNode(JsKind.NEW, "", start, start).add(e.accesses.call(primary(), false));
        if (p.isPunctuator("(")) {
            e.accesses.arguments(node);
        }
        return p.ended(node);
    }

    private JsNode meta(String text, String word, int start) throws JsSyntaxException {
        if (!p.acceptWord(word)) {
            throw p.unexpected();
        }
        return p.ended(new JsNode(JsKind.META, text, start, start));
    }

    private JsNode importExpression(int start) throws JsSyntaxException {
        lexer.next();
        String phase = "import";
        if (p.accept(".")) {
            if (p.isWord("meta")) {
                p.sawModuleSyntax = true;
                return meta("import.meta", "meta", start);
            }
            if (!p.isWord("defer") && !p.isWord("source")) {
                throw p.unexpected();
            }
            phase = "import." + lexer.text;
            lexer.next();
        }
        JsNode node = new JsNode(JsKind.IMPORT_CALL, phase, start, start);
        e.accesses.arguments(node);
        return p.ended(node);
    }

    JsNode template() throws JsSyntaxException {
        JsNode node = new JsNode(JsKind.TEMPLATE, "", lexer.start, lexer.start);
        while (true) {
            int from = lexer.end;
            node.add(new JsNode(JsKind.TEMPLATE_TEXT, lexer.templateText(), from, lexer.end));
            if (lexer.source.charAt(lexer.end - 1) == '`') {
                lexer.next();
                return p.ended(node);
            }
            lexer.next();
            node.add(e.expression(true));
            if (!p.isPunctuator("}")) {
                throw p.unexpected();
            }
        }
    }

    private JsNode arrayLiteral() throws JsSyntaxException {
        JsNode array = new JsNode(JsKind.ARRAY, "", lexer.start, lexer.start);
        p.expect("[");
        while (!p.accept("]")) {
            array.add(p.isPunctuator(",") ? JsNode.none(lexer.start) : e.spreadOrAssignment());
            if (!p.isPunctuator("]")) {
                p.expect(",");
            }
        }
        return p.ended(array);
    }

    JsNode objectLiteral() throws JsSyntaxException {
        JsNode object = new JsNode(JsKind.OBJECT, "", lexer.start, lexer.start);
        p.expect("{");
        while (!p.accept("}")) {
            int start = lexer.start;
            if (p.isPunctuator("...")) {
                object.add(e.spreadOrAssignment());
            } else {
                object.add(functions.classes.property(start));
            }
            if (!p.isPunctuator("}")) {
                p.expect(",");
            }
        }
        return p.ended(object);
    }
}
