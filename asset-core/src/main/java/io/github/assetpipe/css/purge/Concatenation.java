package io.github.assetpipe.css.purge;

/**
 * Reads what stands beside a quoted literal: whether something is joined to it, as in {@code 'btn-' + kind},
 * {@code x ~ '-lg'}, {@code "a".concat(x)}, {@code cls += 'b'}.
 *
 * <p>Two literals joined across white space, {@code 'a ' + 'b'}, do not form one name.
 */
final class Concatenation {
    private static final int MAX_SPACE = 100;
    private static final int MAX_OPERAND = 80;

    private final char[] text;
    private final int length;

    Concatenation(char[] text, int length) {
        this.text = text;
        this.length = length;
    }

    /** Returns the offset of the operand that is joined after a closing quote, or -1. */
    int operandAfter(int quote) {
        int p = skip(quote + 1);
        char c = at(p);
        if (c == '+' && at(p + 1) != '+') {
            p += at(p + 1) == '=' ? 2 : 1;
        } else if (c == '~') {
            p++;
        } else if (c == '<' && at(p + 1) == '<') {
            p += 2;
        } else if (c == '.' && starts(p + 1, "concat(")) {
            p += 8;
        } else {
            return -1;
        }
        p = skip(p);
        return NameChars.isQuote(at(p)) && !NameChars.isName(at(p + 1)) ? -1 : p;
    }

    /** Tells whether something is joined before an opening quote. */
    boolean joinedBefore(int quote) {
        int p = back(quote - 1);
        char c = at(p);
        if (c == '=' && at(p - 1) == '+') {
            p -= 2;
        } else if (c == '+' && at(p - 1) != '+' || c == '~') {
            p--;
        } else {
            return false;
        }
        p = back(p);
        return !NameChars.isQuote(at(p)) || NameChars.isName(at(p - 1));
    }

    /** Returns the offset of the text of the literal in {@code operand + 'literal'}, or -1 when it is not so plain. */
    int literalAfter(int operand) {
        int depth = 0;
        int limit = Math.min(length, operand + MAX_OPERAND);
        for (int i = operand; i < limit; i++) {
            char c = text[i];
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                if (--depth < 0) {
                    return -1;
                }
            } else if (NameChars.isQuote(c) || c == ';' || c == ',' && depth == 0 || c == '{') {
                return -1;
            } else if (depth == 0 && (c == '+' || c == '~')) {
                int p = skip(i + 1);
                return NameChars.isQuote(at(p)) ? p + 1 : -1;
            }
        }
        return -1;
    }

    private char at(int offset) {
        return offset >= 0 && offset < length ? text[offset] : ' ';
    }

    private int skip(int from) {
        int limit = Math.min(length, from + MAX_SPACE);
        int p = from;
        while (p < limit && NameChars.isSpace(text[p])) {
            p++;
        }
        return p;
    }

    private int back(int from) {
        int limit = Math.max(0, from - MAX_SPACE);
        int p = from;
        while (p > limit && NameChars.isSpace(text[p])) {
            p--;
        }
        return p;
    }

    /** Tells whether {@code word} stands at {@code from}. */
    boolean starts(int from, String word) {
        return from + word.length() <= length && new String(text, from, word.length()).equals(word);
    }
}
