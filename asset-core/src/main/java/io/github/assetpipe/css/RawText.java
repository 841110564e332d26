package io.github.assetpipe.css;

/** Prints tokens whose grammar is not known: as written, with only what no grammar can see taken out. */
final class RawText {
    private RawText() {}

    /** Returns the tokens {@code [from, limit)} with runs of white space as one space and comments gone. */
    static String of(Tokens tokens, int from, int limit) {
        StringBuilder out = new StringBuilder(tokens.start(limit) - tokens.start(from));
        boolean space = false;
        boolean comment = false;
        for (int i = from; i < limit; i++) {
            TokenType type = tokens.type(i);
            if (type == TokenType.WHITESPACE) {
                space = true;
            } else if (type == TokenType.COMMENT) {
                comment = true;
            } else {
                if (space) {
                    out.append(' ');
                } else if (comment && out.length() > 0) {
                    out.append("/**/");
                }
                space = false;
                comment = false;
                out.append(tokens.source(), tokens.start(i), tokens.end(i));
            }
        }
        return out.toString();
    }

    /** Returns the tokens of a custom property's value, trimmed, with every white space and comment inside kept. */
    static String custom(Tokens tokens, int from, int limit) {
        return tokens.source().substring(tokens.start(from), tokens.start(Math.max(from, limit)));
    }
}
