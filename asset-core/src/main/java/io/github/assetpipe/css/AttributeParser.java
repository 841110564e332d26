package io.github.assetpipe.css;

import org.jspecify.annotations.Nullable;

/** Parses the square brackets of an attribute selector. */
final class AttributeParser {
    private final Tokens tokens;

    AttributeParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Parses the block opened at {@code open}; returns null when it is no attribute selector. */
    SimpleSelector.@Nullable Attribute parse(int open, int outerLimit) {
        int close = Math.min(tokens.closer(open), outerLimit);
        int at = tokens.skipTrivia(open + 1, close);
        String namespace = null;
        int nameAt = at;
        if (at < close && tokens.isDelim(at, '|')) {
            namespace = "";
            nameAt = at + 1;
        } else if (at + 1 < close && tokens.isDelim(at + 1, '|') && !isDelim(at + 2, close, '=')) {
            namespace = tokens.type(at) == TokenType.IDENT ? tokens.name(at) : "*";
            nameAt = at + 2;
        }
        if (nameAt >= close || tokens.type(nameAt) != TokenType.IDENT) {
            return null;
        }
        int start = tokens.start(open);
        int end = tokens.start(Math.min(close + 1, outerLimit));
        String name = tokens.name(nameAt);
        at = tokens.skipTrivia(nameAt + 1, close);
        if (at == close) {
            return new SimpleSelector.Attribute(start, end, namespace, name, "", "", (char) 0);
        }
        String operator = operator(at, close);
        if (operator == null) {
            return null;
        }
        at = tokens.skipTrivia(at + operator.length(), close);
        if (at >= close) {
            return null;
        }
        TokenType type = tokens.type(at);
        if (type != TokenType.STRING && type != TokenType.IDENT) {
            return null;
        }
        String value = type == TokenType.STRING ? tokens.content(at) : tokens.name(at);
        at = tokens.skipTrivia(at + 1, close);
        char flag = 0;
        if (at < close) {
            flag = flag(at);
            at = tokens.skipTrivia(at + 1, close);
        }
        boolean fine = at == close && flag != '?';
        return fine ? new SimpleSelector.Attribute(start, end, namespace, name, operator, value, flag) : null;
    }

    private char flag(int at) {
        if (tokens.textIs(at, "i")) {
            return 'i';
        }
        return tokens.textIs(at, "s") ? 's' : '?';
    }

    private boolean isDelim(int index, int close, char c) {
        return index < close && tokens.isDelim(index, c);
    }

    private @Nullable String operator(int at, int close) {
        if (tokens.isDelim(at, '=')) {
            return "=";
        }
        if (tokens.type(at) != TokenType.DELIM || !isDelim(at + 1, close, '=')) {
            return null;
        }
        return switch (tokens.first(at)) {
            case '~' -> "~=";
            case '|' -> "|=";
            case '^' -> "^=";
            case '$' -> "$=";
            case '*' -> "*=";
            default -> null;
        };
    }
}
