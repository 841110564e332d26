package io.github.assetpipe.js;

import io.github.assetpipe.js.JsLexer.Token;

/** Tells by what follows whether a word that can also be a name begins a statement of its own. */
final class JsLookahead {
    private final JsParser p;

    JsLookahead(JsParser parser) {
        this.p = parser;
    }

    /** Tells whether {@code let} begins a declaration here. */
    boolean startsLet() throws JsSyntaxException {
        return p.peek(() -> p.lexer.token == Token.NAME && !p.isWord("in") && !p.isWord("instanceof")
                || p.isPunctuator("[")
                || p.isPunctuator("{"));
    }

    /** Tells whether {@code using} begins a declaration here. */
    boolean startsUsing() throws JsSyntaxException {
        return p.peek(() -> p.lexer.token == Token.NAME
                && !p.lexer.newlineBefore
                && !p.isWord("in")
                && !p.isWord("instanceof")
                && !p.isWord("of"));
    }

    /** Tells whether {@code await} begins a declaration with {@code using} here. */
    boolean startsAwaitUsing() throws JsSyntaxException {
        return p.peek(() -> p.isWord("using") && !p.lexer.newlineBefore && startsUsing());
    }

    /** Tells whether {@code async} begins a function here. */
    boolean startsAsyncFunction() throws JsSyntaxException {
        return p.peek(() -> p.isWord("function") && !p.lexer.newlineBefore);
    }

    /** Tells whether {@code import} begins a declaration here, and no call or {@code import.meta}. */
    boolean startsImportDeclaration() throws JsSyntaxException {
        return !p.peek(() -> p.isPunctuator("(") || p.isPunctuator("."));
    }
}
