package io.github.assetpipe.page;

import java.util.ArrayList;
import java.util.List;

/** Reads one tag from its name on, after the HTML standard's tag states, with masked constructs as separators. */
final class TagReader {
    private final char[] chars;
    private final int from;
    private List<Attribute> attributes = List.of();
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
        // Local copies here and below: most builds end before anything but the virtual machine's first compiler has
        // run.
        char[] text = chars;
        int name = from;
        while (name < text.length && !isSpace(text[name]) && text[name] != '/' && text[name] != '>') {
            name++;
        }
        nameEnd = name;
        at = name;
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
        char[] text = chars;
        int stop = start + 1;
        while (stop < text.length && !endsName(text[stop])) {
            stop++;
        }
        at = stop;
        if (at < chars.length && chars[at] == MarkupScanner.MASK) {
            dynamic = true;
            while (at < chars.length && !endsName(chars[at], false)) {
                at++;
            }
        }
        int nameStop = at;
        String name = TagNames.of(chars, start, nameStop);
        int next = afterSpace(at);
        if (next >= chars.length || chars[next] != '=') {
            add(new Attribute(name, start, -1, -1, nameStop));
            return true;
        }
        at = afterSpace(next + 1);
        return at < chars.length && value(name, start);
    }

    private boolean value(String name, int start) {
        char[] text = chars;
        char quote = text[at];
        if (quote == '"' || quote == '\'') {
            int valueStart = at + 1;
            int stop = valueStart;
            while (stop < text.length && text[stop] != quote) {
                stop++;
            }
            at = stop;
            if (stop == text.length) {
                return false;
            }
            add(new Attribute(name, start, valueStart, stop, stop + 1));
            at++;
            return true;
        }
        int valueStart = at;
        int stop = at;
        while (stop < text.length && !isSpace(text[stop]) && text[stop] != '>') {
            stop++;
        }
        at = stop;
        // In <br class=x/> the slash belongs to the value, as browsers read it.
        add(new Attribute(name, start, valueStart, stop, stop));
        return true;
    }

    private void add(Attribute attribute) {
        if (attributes.isEmpty()) {
            attributes = new ArrayList<>(4);
        }
        attributes.add(attribute);
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
        return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
    }

    /** Returns the tag's name in lower case. */
    String name() {
        return TagNames.of(chars, from, nameEnd);
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
