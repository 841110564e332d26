package io.github.assetpipe.js;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits JavaScript into tokens on demand; whether a slash starts a regular expression is the parser's knowledge.
 *
 * @see <a href="https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar">ECMA-262, Lexical Grammar</a>
 */
final class JsLexer {
    /** What a token is. */
    enum Token {
        /** Identifier or keyword. */
        NAME,
        /** {@code #name}. */
        PRIVATE,
        /** Number or big integer. */
        NUMBER,
        /** String with its quotes. */
        STRING,
        /** Punctuator; a template starts with one. */
        PUNCTUATOR,
        /** End of the text. */
        END
    }

    final String source;
    final List<int[]> licences = new ArrayList<>();
    boolean module;

    Token token = Token.END;
    /** Name as it is meant, escapes resolved; the raw text of everything else. */
    String text = "";

    int start;
    int end;
    int previousEnd;
    boolean newlineBefore;
    boolean escaped;

    JsLexer(String source, boolean module) {
        this.source = source;
        this.module = module;
        if (source.startsWith("#!")) {
            end = lineEnd(0);
        }
    }

    /** A point to come back to. */
    record State(
            Token token, String text, int start, int end, int previousEnd, boolean newlineBefore, boolean escaped) {}

    State save() {
        return new State(token, text, start, end, previousEnd, newlineBefore, escaped);
    }

    void restore(State state) {
        token = state.token;
        text = state.text;
        start = state.start;
        end = state.end;
        previousEnd = state.previousEnd;
        newlineBefore = state.newlineBefore;
        escaped = state.escaped;
    }

    /** Moves to the next token. */
    void next() throws JsSyntaxException {
        previousEnd = end;
        newlineBefore = false;
        escaped = false;
        skipSpace();
        start = end;
        if (end >= source.length()) {
            set(Token.END, end);
            return;
        }
        char c = source.charAt(end);
        if (JsChars.isNameStart(codePoint(end)) || c == '\\') {
            name(Token.NAME, end);
        } else if (c == '#') {
            name(Token.PRIVATE, end + 1);
        } else if (JsChars.isDigit(c)
                || c == '.' && end + 1 < source.length() && JsChars.isDigit(source.charAt(end + 1))) {
            number();
        } else if (c == '"' || c == '\'') {
            string(c);
        } else {
            punctuator();
        }
    }

    private void set(Token kind, int newEnd) {
        token = kind;
        end = newEnd;
        text = source.substring(start, newEnd);
    }

    private void skipSpace() throws JsSyntaxException {
        boolean lineStart = end == 0;
        while (end < source.length()) {
            char c = source.charAt(end);
            if (JsChars.isLineEnd(c)) {
                newlineBefore = true;
                end++;
            } else if (JsChars.isSpace(c)) {
                end++;
            } else if (c == '/' && source.startsWith("//", end)) {
                lineComment(2);
            } else if (c == '/' && source.startsWith("/*", end)) {
                blockComment();
            } else if (!module && c == '<' && source.startsWith("<!--", end)) {
                lineComment(4);
            } else if (!module && c == '-' && (newlineBefore || lineStart) && source.startsWith("-->", end)) {
                lineComment(3);
            } else {
                return;
            }
        }
    }

    private void lineComment(int length) {
        int from = end;
        end = lineEnd(end + length);
        note(from);
    }

    private void blockComment() throws JsSyntaxException {
        int close = source.indexOf("*/", end + 2);
        if (close < 0) {
            throw new JsSyntaxException("Unterminated comment", end);
        }
        int from = end;
        end = close + 2;
        for (int i = from; i < end; i++) {
            newlineBefore |= JsChars.isLineEnd(source.charAt(i));
        }
        note(from);
    }

    /** Keeps a comment that must stay; a token may be looked at twice, its comments count once. */
    private void note(int from) {
        boolean seen = !licences.isEmpty() && licences.get(licences.size() - 1)[0] >= from;
        if (!seen && JsLicences.mustStay(source, from, end)) {
            licences.add(new int[] {from, end});
        }
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < source.length() && !JsChars.isLineEnd(source.charAt(at))) {
            at++;
        }
        return at;
    }

    private void name(Token kind, int from) throws JsSyntaxException {
        int at = from;
        StringBuilder decoded = null;
        while (at < source.length()) {
            int c = codePoint(at);
            int width = Character.charCount(c);
            if (c == '\\') {
                if (decoded == null) {
                    decoded = new StringBuilder(source.substring(start, at));
                }
                int[] escape = JsText.unicodeEscape(source, at);
                c = escape[0];
                width = escape[1] - at;
                escaped = true;
            }
            if (!(at == from ? JsChars.isNameStart(c) : JsChars.isNamePart(c))) {
                break;
            }
            if (decoded != null) {
                decoded.appendCodePoint(c);
            }
            at += width;
        }
        if (at == from) {
            throw new JsSyntaxException("Unexpected character", start);
        }
        set(kind, at);
        if (decoded != null) {
            text = decoded.toString();
        }
    }

    private void number() throws JsSyntaxException {
        int at = end;
        char marker = at + 1 < source.length() ? Character.toLowerCase(source.charAt(at + 1)) : 0;
        if (source.charAt(at) == '0' && (marker == 'x' || marker == 'o' || marker == 'b')) {
            at += 2;
            while (at < source.length() && (Character.digit(source.charAt(at), 16) >= 0 || source.charAt(at) == '_')) {
                at++;
            }
        } else {
            at = digits(at);
            if (at < source.length() && source.charAt(at) == '.') {
                at = digits(at + 1);
            }
            if (at < source.length() && (source.charAt(at) | 32) == 'e') {
                int sign = at + 1 < source.length() && "+-".indexOf(source.charAt(at + 1)) >= 0 ? 1 : 0;
                int exponent = digits(at + 1 + sign);
                if (exponent == at + 1 + sign) {
                    throw new JsSyntaxException("Missing exponent", at);
                }
                at = exponent;
            }
        }
        if (at < source.length() && source.charAt(at) == 'n') {
            at++;
        }
        if (at < source.length() && JsChars.isNameStart(codePoint(at))) {
            throw new JsSyntaxException("Identifier directly after number", at);
        }
        set(Token.NUMBER, at);
    }

    private int digits(int from) {
        int at = from;
        while (at < source.length() && (JsChars.isDigit(source.charAt(at)) || source.charAt(at) == '_')) {
            at++;
        }
        return at;
    }

    private void string(char quote) throws JsSyntaxException {
        int at = end + 1;
        while (at < source.length() && source.charAt(at) != quote) {
            char c = source.charAt(at);
            if (c == '\n' || c == '\r') {
                break;
            }
            if (c == '\\' && source.startsWith("\r\n", at + 1)) {
                at++;
            }
            at += c == '\\' ? 2 : 1;
        }
        if (at >= source.length() || source.charAt(at) != quote) {
            throw new JsSyntaxException("Unterminated string", start);
        }
        set(Token.STRING, at + 1);
    }

    private void punctuator() throws JsSyntaxException {
        int length = JsPunctuators.lengthAt(source, end);
        if (length == 0) {
            throw new JsSyntaxException("Unexpected character", end);
        }
        set(Token.PUNCTUATOR, end + length);
    }

    /** Reads the current slash again as the start of a regular expression and returns its raw text. */
    String regex() throws JsSyntaxException {
        boolean inClass = false;
        int at = start + 1;
        while (at < source.length() && (inClass || source.charAt(at) != '/')) {
            char c = source.charAt(at);
            if (JsChars.isLineEnd(c)) {
                break;
            }
            inClass = c == '[' || inClass && c != ']';
            at += c == '\\' ? 2 : 1;
        }
        if (at >= source.length() || source.charAt(at) != '/') {
            throw new JsSyntaxException("Unterminated regular expression", start);
        }
        at++;
        while (at < source.length() && JsChars.isNamePart(codePoint(at))) {
            at += Character.charCount(codePoint(at));
        }
        end = at;
        return source.substring(start, at);
    }

    /** Reads template text from {@code end} on and returns it raw; stops after the closing backtick or <code>${</code>. */
    String templateText() throws JsSyntaxException {
        int from = end;
        while (end < source.length()) {
            char c = source.charAt(end);
            if (c == '`') {
                end++;
                return source.substring(from, end - 1);
            }
            if (c == '$' && source.startsWith("${", end)) {
                end += 2;
                return source.substring(from, end - 2);
            }
            end += c == '\\' ? 2 : 1;
        }
        end = source.length();
        throw new JsSyntaxException("Unterminated template", from);
    }

    private int codePoint(int at) {
        return source.codePointAt(at);
    }
}
