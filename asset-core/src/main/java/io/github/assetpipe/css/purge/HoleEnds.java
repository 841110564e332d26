package io.github.assetpipe.css.purge;

import java.util.HashMap;
import java.util.Map;

/** Finds where constructs of template languages end, near where they begin. Not safe for several threads. */
final class HoleEnds {
    /** The longest construct that writes a value. */
    static final int MAX_VALUE = 600;

    private final char[] text;
    private final Map<String, int[]> absent = new HashMap<>();

    HoleEnds(char[] text) {
        this.text = text;
    }

    int balanced(int open, int to, int most, char opening, char closing) {
        int limit = Math.min(to, open + most);
        int depth = 0;
        for (int i = open; i < limit; i++) {
            if (text[i] == opening) {
                depth++;
            } else if (text[i] == closing && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Returns the offset after the tag's closing character, which quotes and parentheses hide. */
    int tagEnd(int from, int to, char closing) {
        int limit = Math.min(to, from + MAX_VALUE);
        int depth = 0;
        char quote = 0;
        for (int i = from; i < limit; i++) {
            char c = text[i];
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == closing && depth <= 0) {
                return i + 1;
            }
        }
        return -1;
    }

    int find(String closing, int from, int to) {
        int limit = Math.min(to, from + MAX_VALUE) - closing.length();
        // Where an earlier search found nothing, none is repeated: many openings without an end would cost too much.
        int[] searched = absent.computeIfAbsent(closing, c -> new int[2]);
        boolean known = from >= searched[0] && from <= searched[1];
        for (int i = known ? searched[1] : from; i <= limit; i++) {
            if (text[i] == closing.charAt(0) && starts(i, closing)) {
                return i;
            }
        }
        searched[0] = known ? searched[0] : from;
        searched[1] = Math.max(known ? searched[1] : from, limit + 1);
        return -1;
    }

    boolean starts(int at, String closing) {
        for (int i = 1; i < closing.length(); i++) {
            if (text[at + i] != closing.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
