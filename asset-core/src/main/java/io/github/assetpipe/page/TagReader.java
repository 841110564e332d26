package io.github.assetpipe.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads one tag from its name on, after the HTML standard's tag states, with masked constructs as separators. */
final class TagReader {
    private final char[] chars;
    private final int from;
    private final List<Attribute> attributes = new ArrayList<>();
    private int nameEnd;
    private int at;
    private boolean selfClosed;
    private boolean dynamic;

    /** Creates a reader for the tag whose name begins at {@code from}. */
    TagReader(char[] chars, int from) {
        this.chars = chars;
        this.from = from;
    }

    /** Reads to the tag's end; returns whether there is one. */
    boolean read() {
        at = from;
        while (at < chars.length && !isSpace(chars[at]) && chars[at] != '/' && chars[at] != '>') {
            at++;
        }
        nameEnd = at;
        while (at < chars.length) {
            char c = chars[at];
            if (c == '>') {
                selfClosed = chars[at - 1] == '/' && at - 1 >= nameEnd;
                at++;
                return true;
            }
            if (c == MarkupScanner.MASK) {
                dynamic = true;
                at++;
            } else if (isSpace(c) || c == '/') {
                at++;
            } else if (!attribute()) {
                return false;
            }
        }
        return false;
    }

    private boolean attribute() {
        int start = at;
        at++;
        while (at < chars.length && !endsName(chars[at])) {
            at++;
        }
        if (at < chars.length && chars[at] == MarkupScanner.MASK) {
            dynamic = true;
            while (at < chars.length && !endsName(chars[at], false)) {
                at++;
            }
        }
        int nameStop = at;
        String name = new String(chars, start, nameStop - start).toLowerCase(Locale.ROOT);
        int next = afterSpace(at);
        if (next >= chars.length || chars[next] != '=') {
            attributes.add(new Attribute(name, start, -1, -1, nameStop));
            return true;
        }
        at = afterSpace(next + 1);
        return at < chars.length && value(name, start);
    }

    private boolean value(String name, int start) {
        char quote = chars[at];
        int valueStart;
        if (quote == '"' || quote == '\'') {
            valueStart = ++at;
            while (at < chars.length && chars[at] != quote) {
                at++;
            }
            if (at == chars.length) {
                return false;
            }
            attributes.add(new Attribute(name, start, valueStart, at, at + 1));
            at++;
            return true;
        }
        valueStart = at;
        while (at < chars.length && !isSpace(chars[at]) && chars[at] != '>') {
            at++;
        }
        // In <br class=x/> the slash belongs to the value, as browsers read it.
        attributes.add(new Attribute(name, start, valueStart, at, at));
        return true;
    }

    private int afterSpace(int offset) {
        int next = offset;
        while (next < chars.length && isSpace(chars[next])) {
            next++;
        }
        return next;
    }

    private static boolean endsName(char c) {
        return endsName(c, true);
    }

    private static boolean endsName(char c, boolean mask) {
        return isSpace(c) || c == '/' || c == '>' || c == '=' || (mask && c == MarkupScanner.MASK);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    /** Returns the tag's name as written. */
    String name() {
        return new String(chars, from, nameEnd - from);
    }

    /** Returns the attributes in order. */
    List<Attribute> attributes() {
        return attributes;
    }

    /** Returns the offset after the tag. */
    int end() {
        return at;
    }

    /** Tells whether the tag ends with a slash. */
    boolean selfClosed() {
        return selfClosed;
    }

    /** Tells whether a construct stands where attributes stand. */
    boolean dynamic() {
        return dynamic;
    }
}
