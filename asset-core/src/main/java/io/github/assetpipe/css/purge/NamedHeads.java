package io.github.assetpipe.css.purge;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds names whose head is a variable of the same text: {@code prefix + '-' + kind} or {@code `${prefix}-${kind}`}, where
 * the text also says {@code prefix = 'ct-series'}, {@code prefix: 'ct-series'} or {@code prefix || 'ct-series'}.
 *
 * <p>Which assignment reaches the use is not asked: every literal that is given to something of that name counts. Names that
 * come from another text are not found. Linear in the length of the text. Not safe for several threads.
 */
final class NamedHeads {
    /** Receives a head, and the offset of the literal that it comes from. */
    interface Sink {
        void head(String head, int offset);
    }

    private static final int MAX_NAME = 60;
    private static final int MAX_LITERAL = 80;

    private final char[] text;
    private final int length;
    private final Concatenation joins;

    NamedHeads(char[] text, int length) {
        this.text = text;
        this.length = length;
        this.joins = new Concatenation(text, length);
    }

    /** Tells the heads, in the order of their literals. */
    void find(Sink sink) {
        Map<String, Set<String>> wanted = uses();
        if (wanted.isEmpty()) {
            return;
        }
        for (int i = 0; i < length; i++) {
            if (NameChars.isQuote(text[i])) {
                Set<String> separators = separators(back(i - 1), wanted);
                String literal = separators.isEmpty() ? "" : literal(i + 1, text[i]);
                if (!literal.isEmpty()) {
                    int at = i;
                    separators.forEach(separator -> sink.head(literal.concat(separator), at));
                }
            }
        }
    }

    /** Returns what follows the variables that a literal is given to by the sign before it. */
    private Set<String> separators(int sign, Map<String, Set<String>> wanted) {
        Set<String> found = new TreeSet<>();
        int giving = sign;
        if ((at(sign) == '|' || at(sign) == '?') && at(sign - 1) == at(sign)) {
            found.addAll(wanted.getOrDefault(nameBefore(sign - 1), Set.of()));
            giving = sign - 2;
            int limit = Math.max(0, giving - MAX_LITERAL);
            while (giving > limit && !isGiving(giving) && ";{},\n".indexOf(text[giving]) < 0) {
                giving--;
            }
        }
        if (isGiving(giving)) {
            String name = keyBefore(giving);
            found.addAll(wanted.getOrDefault(name, Set.of()));
            int type = back(back(giving - 1) - name.length());
            if (at(giving) == '=' && at(type) == ':') {
                found.addAll(wanted.getOrDefault(nameBefore(type), Set.of()));
            }
        }
        return found;
    }

    /** The variables that a name begins with, each with the separators that follow it. */
    private Map<String, Set<String>> uses() {
        Map<String, Set<String>> found = new HashMap<>();
        int end;
        for (int i = 1; i < length; i = end) {
            end = i + 1;
            if (!NameChars.isSeparator(text[i]) || NameChars.isName(text[i - 1])) {
                continue;
            }
            while (end < length && NameChars.isSeparator(text[end])) {
                end++;
            }
            String name = "";
            if (text[i - 1] == '}') {
                name = inHole(i - 1);
            } else if (NameChars.isQuote(text[i - 1]) && at(end) == text[i - 1] && joins.joinedBefore(i - 1)) {
                name = nameBefore(back(i - 2));
            }
            if (!name.isEmpty()) {
                String separator = new String(text, i, end - i);
                found.computeIfAbsent(name, n -> new TreeSet<>()).add(separator);
            }
        }
        return found;
    }

    /** Returns the last name in a hole that ends at a brace, or nothing when something stands before the hole. */
    private String inHole(int close) {
        int end = close;
        while (at(end) == '}') {
            end--;
        }
        int last = back(end);
        int open = last;
        int limit = Math.max(0, last - MAX_NAME);
        while (open > limit && text[open] != '{' && text[open] != '}') {
            open--;
        }
        if (text[open] != '{') {
            return "";
        }
        while (open > 0 && "{$#*!".indexOf(text[open]) >= 0) {
            open--;
        }
        return NameChars.isName(text[open]) ? "" : nameBefore(last + 1);
    }

    /** Returns the name that a value is given to before an offset, in quotes or not; or nothing. */
    private String keyBefore(int offset) {
        int last = back(offset - 1);
        return nameBefore(NameChars.isQuote(at(last)) ? last : offset);
    }

    /** Returns the name that ends before an offset and white space, or nothing. */
    private String nameBefore(int offset) {
        int end = back(offset - 1) + 1;
        int start = end;
        while (start > 0 && end - start <= MAX_NAME && isIdentifier(text[start - 1])) {
            start--;
        }
        return end - start > MAX_NAME ? "" : new String(text, start, end - start);
    }

    /** Tells whether a colon or a single equals sign stands at an offset. */
    private boolean isGiving(int offset) {
        char c = at(offset);
        return c == ':' || c == '=' && "=!<>+".indexOf(at(offset - 1)) < 0;
    }

    /** Returns the last word of a literal when nothing but names stands in it, else nothing. */
    private String literal(int from, char quote) {
        int start = from;
        for (int i = from; i < length && i - from <= MAX_LITERAL; i++) {
            char c = text[i];
            if (c == quote) {
                return new String(text, start, i - start);
            }
            if (c == ' ') {
                start = i + 1;
            } else if (!NameChars.isName(c) && c != ':') {
                return "";
            }
        }
        return "";
    }

    private static boolean isIdentifier(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private char at(int offset) {
        return offset >= 0 && offset < length ? text[offset] : ' ';
    }

    private int back(int from) {
        int p = from;
        while (p > 0 && NameChars.isSpace(text[p])) {
            p--;
        }
        return p;
    }
}
