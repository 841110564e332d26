package io.github.assetpipe.js;

import io.github.assetpipe.js.JsLexer.Token;

/** Reads directive prologues such as {@code "use strict"} (ECMA-262, 11.2.1). */
final class JsDirectives {
    private final JsParser p;

    JsDirectives(JsParser parser) {
        this.p = parser;
    }

    /** Adds the directives that a body begins with. */
    void read(JsNode body) throws JsSyntaxException {
        while (p.lexer.token == Token.STRING) {
            JsLexer.State before = p.lexer.save();
            String raw = p.lexer.text;
            int start = p.lexer.start;
            p.lexer.next();
            boolean ends = p.isPunctuator(";")
                    || p.isPunctuator("}")
                    || p.lexer.token == Token.END
                    || p.lexer.newlineBefore && !continuesExpression();
            if (!ends) {
                p.lexer.restore(before);
                return;
            }
            JsText.value(raw, start);
            JsNode directive = new JsNode(JsKind.DIRECTIVE, raw, start, p.lexer.previousEnd);
            p.semicolon();
            body.add(directive);
            if (raw.substring(1, raw.length() - 1).equals("use strict")) {
                p.strict = true;
            }
        }
    }

    private boolean continuesExpression() {
        return p.lexer.token == Token.PUNCTUATOR
                        && !p.lexer.text.equals("{")
                        && !p.lexer.text.equals("!")
                        && !p.lexer.text.equals("~")
                        && !p.lexer.text.equals("++")
                        && !p.lexer.text.equals("--")
                || p.isWord("in")
                || p.isWord("instanceof");
    }
}
