package io.github.assetpipe.css;

/**
 * Splits a text into tokens after CSS Syntax Level 3, section 4.3; one pass, no token objects, every text accepted.
 *
 * <p>The text is not pre-processed: CR, CRLF and FF count as line ends and NUL as a name character where they stand.
 */
final class Tokenizer extends CharCursor {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String text;
    private final TokenArrays found;

    Tokenizer(String text) {
        super(text);
        this.text = text;
        this.found = new TokenArrays(Math.max(16, length / 3));
    }

    Tokens tokenize() {
        if (length > 0 && chars[0] == BYTE_ORDER_MARK) {
            found.add(single(TokenType.WHITESPACE), 0);
        }
        while (at < length) {
            int start = at;
            found.add(consume(chars[start]), start);
        }
        return new Tokens(text, chars, found);
    }

    private TokenType single(TokenType type) {
        at++;
        return type;
    }

    private TokenType consume(char c) {
        if (Chars.isNameStart(c)) {
            return identLike();
        }
        if (Chars.isSpace(c)) {
            return whitespace();
        }
        if (Chars.isDigit(c)) {
            return numeric();
        }
        return switch (c) {
            case '"', '\'' -> string(c);
            case '(' -> single(TokenType.LEFT_PAREN);
            case ')' -> single(TokenType.RIGHT_PAREN);
            case '[' -> single(TokenType.LEFT_SQUARE);
            case ']' -> single(TokenType.RIGHT_SQUARE);
            case '{' -> single(TokenType.LEFT_BRACE);
            case '}' -> single(TokenType.RIGHT_BRACE);
            case ',' -> single(TokenType.COMMA);
            case ':' -> single(TokenType.COLON);
            case ';' -> single(TokenType.SEMICOLON);
            case '/' -> peek(1) == '*' ? comment() : single(TokenType.DELIM);
            case '+', '.' -> startsNumber() ? numeric() : single(TokenType.DELIM);
            case '-' -> minus();
            case '#' -> hash();
            case '@' -> atKeyword();
            case '<' -> text.startsWith("<!--", at) ? cdo() : single(TokenType.DELIM);
            case '\\' -> validEscape(0) ? identLike() : single(TokenType.DELIM);
            default -> single(TokenType.DELIM);
        };
    }

    private TokenType cdo() {
        at += 4;
        return TokenType.CDO;
    }

    private TokenType whitespace() {
        int i = at + 1;
        while (i < length && Chars.isSpace(chars[i])) {
            i++;
        }
        at = i;
        return TokenType.WHITESPACE;
    }

    private TokenType comment() {
        if (peek(2) == '!') {
            found.mark();
        }
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? length : end + 2;
        return TokenType.COMMENT;
    }

    private TokenType minus() {
        if (startsNumber()) {
            return numeric();
        }
        if (peek(1) == '-' && peek(2) == '>') {
            at += 3;
            return TokenType.CDC;
        }
        return startsIdent(0) ? identLike() : single(TokenType.DELIM);
    }

    private TokenType hash() {
        if (Chars.isName(peek(1)) || validEscape(1)) {
            at++;
            name();
            return TokenType.HASH;
        }
        return single(TokenType.DELIM);
    }

    private TokenType atKeyword() {
        if (startsIdent(1)) {
            at++;
            name();
            return TokenType.AT_KEYWORD;
        }
        return single(TokenType.DELIM);
    }

    private TokenType string(char quote) {
        at++;
        while (at < length) {
            char c = chars[at];
            if (c == quote) {
                return single(TokenType.STRING);
            }
            if (Chars.isNewline(c)) {
                return TokenType.BAD_STRING;
            }
            at += c == '\\' ? stringEscape() : 1;
        }
        return TokenType.STRING;
    }

    /** Returns the number of characters, backslash included, that are taken together; a hex escape may be cut short. */
    private int stringEscape() {
        int next = peek(1);
        if (next < 0) {
            return 1;
        }
        return next == '\r' && peek(2) == '\n' ? 3 : 2;
    }

    private TokenType numeric() {
        number();
        if (startsIdent(0)) {
            name();
            return TokenType.DIMENSION;
        }
        return peek(0) == '%' ? single(TokenType.PERCENTAGE) : TokenType.NUMBER;
    }

    private TokenType identLike() {
        int start = at;
        name();
        if (peek(0) != '(') {
            return TokenType.IDENT;
        }
        boolean url = isUrl(start, at);
        at++;
        if (!url) {
            return TokenType.FUNCTION;
        }
        int i = 0;
        while (Chars.isSpace(peek(i))) {
            i++;
        }
        if (peek(i) == '"' || peek(i) == '\'') {
            return TokenType.FUNCTION;
        }
        at += i;
        return unquotedUrl();
    }

    private boolean isUrl(int start, int end) {
        if (end - start == 3) {
            return text.regionMatches(true, start, "url", 0, 3);
        }
        if (end - start > 24) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (chars[i] == '\\') {
                return Escapes.decode(text.substring(start, end)).equalsIgnoreCase("url");
            }
        }
        return false;
    }

    private TokenType unquotedUrl() {
        while (at < length) {
            char c = chars[at];
            if (c == ')') {
                return single(TokenType.URL);
            }
            if (Chars.isSpace(c)) {
                whitespace();
                if (at == length || chars[at] == ')') {
                    at = Math.min(length, at + 1);
                    return TokenType.URL;
                }
                return badUrl();
            }
            if (c == '"' || c == '\'' || c == '(' || Chars.isNonPrintable(c) || (c == '\\' && !validEscape(0))) {
                return badUrl();
            }
            if (c == '\\') {
                escape();
            } else {
                at++;
            }
        }
        return TokenType.URL;
    }

    private TokenType badUrl() {
        while (at < length) {
            if (chars[at] == ')') {
                return single(TokenType.BAD_URL);
            }
            if (validEscape(0)) {
                escape();
            } else {
                at++;
            }
        }
        return TokenType.BAD_URL;
    }
}
