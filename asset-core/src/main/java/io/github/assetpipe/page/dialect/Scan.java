package io.github.assetpipe.page.dialect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * One run of a dialect over a text: finds where constructs end, in linear time whatever the text is.
 *
 * <p>Work that leads nowhere (an opening brace that nothing closes) is paid from a budget in proportion to the text. When it
 * is used up, nothing more is recognised and {@link #exhausted()} says so. Not safe for several threads.
 */
public final class Scan {
    private static final String OPENING = "({[";
    private static final String CLOSING = ")}]";

    private final String text;
    /** The same as {@code text}: an array is what a loop over every character of every page is quickest over. */
    private final char[] chars;

    private final Map<String, Integer> absent = new HashMap<>();
    private final Deque<Integer> nesting = new ArrayDeque<>();
    private boolean[] openFlags = {};
    private String flagged = "";
    private long budget;

    /** Creates a run over {@code text}. */
    public Scan(String text) {
        this.text = text;
        this.chars = text.toCharArray();
        this.budget = 32L * text.length() + 10_000;
    }

    /** Returns the text. */
    public String text() {
        return text;
    }

    /** Returns the text's characters as an array of its own. */
    public char[] copy() {
        return chars.clone();
    }

    /** Tells whether so much work led nowhere that recognition stopped. */
    public boolean exhausted() {
        return budget < 0;
    }

    /** Returns the open brackets of constructs that enclose page text; for the dialect's own use. */
    public Deque<Integer> nesting() {
        return nesting;
    }

    /** Tells whether {@code word} stands at {@code offset}. */
    public boolean at(int offset, String word) {
        return text.startsWith(word, offset);
    }

    /** Returns the character at {@code offset}, or NUL out of the text. */
    public char charAt(int offset) {
        return offset >= 0 && offset < chars.length ? chars[offset] : '\0';
    }

    /** Returns the offset of the next character at or after {@code from} that is a brace or one of {@code openers}, or -1. */
    int next(String openers, int from) {
        boolean[] opens = opens(openers);
        for (int at = from; at < chars.length; at++) {
            char c = chars[at];
            if (c < 128 && opens[c]) {
                return at;
            }
        }
        return -1;
    }

    /** Which ASCII characters open something; what opens a construct is always ASCII. */
    private boolean[] opens(String openers) {
        boolean[] known = openFlags;
        if (known.length == 0 || !openers.equals(flagged)) {
            known = new boolean[128];
            known['{'] = true;
            for (int i = 0; i < openers.length(); i++) {
                known[openers.charAt(i)] = true;
            }
            openFlags = known;
            flagged = openers;
        }
        return known;
    }

    /** Returns the offset after the next {@code closer}, or -1 when there is none. */
    public int after(String closer, int from) {
        Integer none = absent.get(closer);
        if (none != null && from >= none) {
            return -1;
        }
        int found = text.indexOf(closer, from);
        if (found < 0) {
            absent.put(closer, from);
            return -1;
        }
        return found + closer.length();
    }

    /** Returns the offset after the next {@code closer} outside quoted strings, else after the next one anywhere, or -1. */
    public int afterQuoted(String closer, int from) {
        int plain = after(closer, from);
        if (plain < 0) {
            return -1;
        }
        int at = from;
        while (at < text.length()) {
            if (at(at, closer)) {
                return at + closer.length();
            }
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int next = afterString(at);
                if (next < 0) {
                    break;
                }
                at = next;
            } else {
                at++;
            }
            if (at - from > plain - from + 4096) {
                break;
            }
        }
        spend(at - from);
        return plain;
    }

    /** Returns the offset after the bracket that closes the one at {@code open}, skipping strings, or -1. */
    public int afterBalanced(int open) {
        int end = balanced(open, true);
        return end >= 0 || exhausted() ? end : balanced(open, false);
    }

    private int balanced(int open, boolean strings) {
        int depth = 0;
        int at = open;
        while (at < text.length() && budget >= 0) {
            char c = text.charAt(at);
            if (strings && depth > 0 && (c == '"' || c == '\'' || c == '`')) {
                int next = afterString(at);
                if (next < 0) {
                    break;
                }
                at = next;
                continue;
            }
            if (OPENING.indexOf(c) >= 0) {
                depth++;
            } else if (CLOSING.indexOf(c) >= 0 && --depth == 0) {
                return at + 1;
            }
            at++;
        }
        spend(at - open);
        return -1;
    }

    /** Returns the offset after the string that begins with the quote at {@code open}, or -1 when it is not closed. */
    public int afterString(int open) {
        char quote = text.charAt(open);
        int at = open + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == quote) {
                return at + 1;
            }
            at += c == '\\' ? 2 : 1;
        }
        spend(at - open);
        return -1;
    }

    /** Returns the offset after the identifier at {@code offset}; {@code offset} itself when there is none. */
    public int afterName(int offset, String further) {
        int at = offset;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at))
                        || text.charAt(at) == '_'
                        || further.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** Returns the offset of the next character that is not white space. */
    public int afterSpace(int offset) {
        int at = offset;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Takes {@code steps} from the budget. */
    public void spend(int steps) {
        budget -= steps;
    }
}
