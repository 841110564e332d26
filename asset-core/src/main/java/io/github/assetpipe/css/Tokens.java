package io.github.assetpipe.css;

import java.util.Arrays;

/**
 * The tokens of a text, kept in arrays: they tile the text, so that token {@code i} ends where token {@code i + 1} starts.
 *
 * <p>Offsets are UTF-16 offsets into the text as the author wrote it; nothing is normalised. For every token that opens a
 * block the index of the token that closes it is known, so that a block of any depth is stepped over in one step.
 * Immutable and safe for several threads.
 */
public final class Tokens {
    private static final int TRIVIA = 1 << TokenType.WHITESPACE.ordinal() | 1 << TokenType.COMMENT.ordinal();
    private static final int OPENERS = openers();

    private final String source;
    private final char[] chars;
    private final byte[] types;
    private final int[] starts;
    private final int[] closers;
    private final int size;

    /** The indexes of the comments that begin with an exclamation mark. */
    private final int[] marked;

    /** A bit for every type that occurs. */
    private final int kinds;

    private final boolean balanced;

    Tokens(String source, char[] chars, TokenArrays found) {
        this.source = source;
        this.chars = chars;
        this.types = found.types;
        this.starts = found.starts;
        this.closers = found.closers;
        this.size = found.size;
        this.marked = Arrays.copyOf(found.marked, found.marks);
        this.kinds = found.kinds;
        this.balanced = found.isBalanced();
    }

    private static int openers() {
        int bits = 0;
        for (TokenType type : TokenType.values()) {
            bits |= type.opens() ? 1 << type.ordinal() : 0;
        }
        return bits;
    }

    /** Returns the tokens of {@code source}; any text has tokens. */
    public static Tokens of(String source) {
        return new Tokenizer(source).tokenize();
    }

    /** Tells whether every block is closed. */
    boolean isBalanced() {
        return balanced;
    }

    /** Tells whether a token of this type occurs. */
    boolean has(TokenType type) {
        return (kinds & 1 << type.ordinal()) != 0;
    }

    /** Returns the number of tokens. */
    public int size() {
        return size;
    }

    /** Returns the whole text. */
    public String source() {
        return source;
    }

    /** Returns the type of token {@code index}. */
    public TokenType type(int index) {
        return TokenType.of(types[index]);
    }

    /** Returns the offset of the token's first character; for {@code size()} the length of the text. */
    public int start(int index) {
        return index >= size ? source.length() : starts[index];
    }

    /** Returns the offset after the token's last character. */
    public int end(int index) {
        return start(index + 1);
    }

    /** Returns the token's text. */
    public String text(int index) {
        return source.substring(start(index), end(index));
    }

    /** Returns the index of the token that closes the block opened at {@code index}, or {@code size()} when none does. */
    public int closer(int index) {
        return Math.min(size, closers[index]);
    }

    /** Returns the text of the tokens {@code [from, to)}. */
    String text(int from, int to) {
        return source.substring(start(from), start(Math.max(from, to)));
    }

    /** Returns the token's first character. */
    char first(int index) {
        return chars[starts[index]];
    }

    /** Returns the characters of the whole text, which nobody changes. */
    char[] characters() {
        return chars;
    }

    /** Returns the indexes of the comments that begin with an exclamation mark, in order; nobody changes them. */
    int[] marked() {
        return marked;
    }

    /** Tells whether the token is the single character {@code c}. */
    boolean isDelim(int index, char c) {
        return type(index) == TokenType.DELIM && first(index) == c;
    }

    /** Tells whether the token's text equals {@code lower}, ASCII case ignored; escapes are not decoded. */
    boolean textIs(int index, String lower) {
        int start = start(index);
        return end(index) - start == lower.length() && source.regionMatches(true, start, lower, 0, lower.length());
    }

    /** Returns the decoded name of an ident, function, at-keyword or hash. */
    public String name(int index) {
        int from = start(index);
        int to = end(index);
        switch (type(index)) {
            case FUNCTION -> to--;
            case AT_KEYWORD, HASH -> from++;
            default -> {}
        }
        return decoded(from, to);
    }

    /** Returns decoded text outside of strings, where a backslash at the very end of the source stands for U+FFFD. */
    private String decoded(int from, int to) {
        if (isPlain(from, to)) {
            return source.substring(from, to);
        }
        String text = Escapes.decode(source.substring(from, to));
        return to == source.length() && escapedAt(from, to) ? text.concat("\ufffd") : text;
    }

    /** Tells whether the text stands for itself: nothing in it is escaped or has to be replaced. */
    private boolean isPlain(int from, int to) {
        for (int i = from; i < to; i++) {
            if (chars[i] == '\\' || chars[i] == 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the decoded content of a string token or the decoded address of an unquoted url. */
    public String content(int index) {
        int from = start(index);
        int to = end(index);
        if (type(index) == TokenType.URL) {
            from = source.indexOf('(', from) + 1;
            to -= to > from && source.charAt(to - 1) == ')' && closedUrl(from, to) ? 1 : 0;
            while (from < to && Chars.isSpace(source.charAt(from))) {
                from++;
            }
            while (to > from && Chars.isSpace(source.charAt(to - 1)) && !escapedAt(from, to - 1)) {
                to--;
            }
            return decoded(from, to);
        }
        char quote = source.charAt(from++);
        to -= to > from && source.charAt(to - 1) == quote && !escapedAt(from, to - 1) ? 1 : 0;
        return Escapes.decode(source.substring(from, to));
    }

    /** Tells whether the url token at {@code index} ends with its bracket. */
    boolean closedUrl(int index) {
        int from = start(index);
        int to = end(index);
        return source.charAt(to - 1) == ')' && closedUrl(from, to);
    }

    private boolean closedUrl(int from, int to) {
        return !escapedAt(from, to - 1);
    }

    private boolean escapedAt(int from, int at) {
        int slashes = 0;
        while (at - 1 - slashes >= from && source.charAt(at - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    /** Tells whether token {@code index} is white space or a comment. */
    boolean isTrivia(int index) {
        return (TRIVIA >>> types[index] & 1) != 0;
    }

    /** Returns the first index from {@code index} on, below {@code limit}, that is neither white space nor a comment. */
    int skipTrivia(int index, int limit) {
        int i = index;
        while (i < limit && isTrivia(i)) {
            i++;
        }
        return i;
    }

    /** Returns the limit of {@code [from, limit)} without white space and comments at its end. */
    int trimEnd(int from, int limit) {
        int i = limit;
        while (i > from && isTrivia(i - 1)) {
            i--;
        }
        return i;
    }

    /** Returns the index after the component value at {@code index}: after the whole block when it opens one. */
    int next(int index, int limit) {
        return (OPENERS >>> types[index] & 1) != 0 ? Math.min(closer(index) + 1, limit) : index + 1;
    }
}
