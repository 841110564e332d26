package io.github.assetpipe.css;

import org.jspecify.annotations.Nullable;

/** A place among the tokens of selectors, and the combinators that stand there. Not safe for several threads. */
abstract class SelectorCursor {
    final Tokens tokens;
    int at;
    int limit;

    SelectorCursor(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Steps over a combinator; returns {@code otherwise} where only white space, or nothing, stands. */
    final @Nullable Combinator combinator(@Nullable Combinator otherwise) {
        // A comment alone between two compounds is no white space, and so no descendant combinator.
        boolean space = false;
        while (at < limit && tokens.isTrivia(at)) {
            space |= tokens.type(at) == TokenType.WHITESPACE;
            at++;
        }
        Combinator found = explicitCombinator();
        if (found != null) {
            at = tokens.skipTrivia(at, limit);
            return found;
        }
        return otherwise == Combinator.DESCENDANT && !space ? null : otherwise;
    }

    private @Nullable Combinator explicitCombinator() {
        if (at >= limit || tokens.type(at) != TokenType.DELIM) {
            return null;
        }
        switch (tokens.first(at)) {
            case '>' -> {
                boolean deep = delimAt(at + 1, '>') && delimAt(at + 2, '>');
                at += deep ? 3 : 1;
                return deep ? Combinator.DEEP : Combinator.CHILD;
            }
            case '+' -> {
                at++;
                return Combinator.NEXT_SIBLING;
            }
            case '~' -> {
                at++;
                return Combinator.SUBSEQUENT_SIBLING;
            }
            case '|' -> {
                if (delimAt(at + 1, '|')) {
                    at += 2;
                    return Combinator.COLUMN;
                }
                return null;
            }
            case '/' -> {
                if (at + 2 < limit && tokens.textIs(at + 1, "deep") && delimAt(at + 2, '/')) {
                    at += 3;
                    return Combinator.DEEP;
                }
                return null;
            }
            default -> {
                return null;
            }
        }
    }

    final boolean delimAt(int index, char c) {
        return index < limit && tokens.isDelim(index, c);
    }
}
