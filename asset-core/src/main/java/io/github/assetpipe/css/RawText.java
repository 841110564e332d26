package io.github.assetpipe.css;

/** Prints tokens whose grammar is not known: as written, with only what no grammar can see taken out. */
final class RawText {
    private RawText() {}

    /** Returns the tokens {@code [from, limit)} with runs of white space as one space and comments gone. */
    static String of(Tokens tokens, int from, int limit) {
        StringBuilder out = new StringBuilder(tokens.start(limit) - tokens.start(from));
        boolean space = false;
        boolean comment = false;
        boolean lineEnds = false;
        for (int i = from; i < limit; i++) {
            TokenType type = tokens.type(i);
            if (type == TokenType.WHITESPACE) {
                space = true;
            } else if (type == TokenType.COMMENT) {
                comment = true;
            } else {
                if (space) {
                    out.append(lineEnds ? '\n' : ' ');
                } else if (comment && out.length() > 0) {
                    out.append("/**/");
                }
                space = false;
                comment = false;
                // A line end breaks a string off, and keeps a backslash from escaping what follows.
                lineEnds = type == TokenType.BAD_STRING || tokens.isDelim(i, '\\');
                out.append(tokens.source(), tokens.start(i), tokens.end(i));
            }
        }
        if (lineEnds) {
            out.append('\n');
        }
        return out.toString();
    }

    /** Tells whether a string or url is broken off, so that browsers skip the whole declaration. */
    static boolean isBroken(Tokens tokens, int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (tokens.type(i) == TokenType.BAD_STRING || tokens.type(i) == TokenType.BAD_URL) {
                return true;
            }
        }
        return false;
    }

    /** Returns the tokens of a custom property's value, trimmed, with every white space and comment inside kept. */
    static String custom(Tokens tokens, int from, int limit) {
        String text = tokens.source().substring(tokens.start(from), tokens.start(Math.max(from, limit)));
        boolean lineEnds =
                from < limit && (tokens.type(limit - 1) == TokenType.BAD_STRING || tokens.isDelim(limit - 1, '\\'));
        return lineEnds ? text.concat("\n") : text;
    }
}
