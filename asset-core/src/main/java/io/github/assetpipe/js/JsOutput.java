package io.github.assetpipe.js;

import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.text.SourceMap;
import java.util.Arrays;

/** The text being printed: keeps tokens apart, holds back semicolons, and notes where each part comes from. */
final class JsOutput {
    private final StringBuilder out;
    private boolean pendingSemicolon;
    private int[] marks = new int[256];
    private int markCount;
    private final java.util.List<String> markNames = new java.util.ArrayList<>();

    JsOutput(int capacity) {
        this.out = new StringBuilder(capacity);
    }

    int length() {
        return out.length();
    }

    /** Asks for a semicolon before whatever follows, unless a brace closes first. */
    void semicolon() {
        pendingSemicolon = true;
    }

    void dropSemicolon() {
        pendingSemicolon = false;
    }

    void flush() {
        if (pendingSemicolon) {
            out.append(';');
            pendingSemicolon = false;
        }
    }

    /** Appends a word: a name, keyword or number, or anything that must not touch one. */
    void word(String word) {
        flush();
        if (!word.isEmpty() && isPart(word.charAt(0)) && endsWithPart()) {
            out.append(' ');
        }
        out.append(word);
    }

    /** Appends punctuation or a literal, kept apart from what it would melt with. */
    void punctuation(String text) {
        flush();
        if (!out.isEmpty() && melts(out.charAt(out.length() - 1), text)) {
            out.append(' ');
        }
        out.append(text);
    }

    private static boolean melts(char last, String text) {
        char first = text.isEmpty() ? 0 : text.charAt(0);
        return switch (last) {
            case '+', '-' -> first == last;
            case '<' -> text.startsWith("!") || text.startsWith("/");
            case '/' -> first == '/' || first == '*';
            default -> false;
        };
    }

    /** Appends without any look at what stands before. */
    void raw(String text) {
        flush();
        out.append(text);
    }

    /** Notes that what follows comes from {@code offset} of the source. */
    void mark(int offset, String name) {
        if (markCount * 2 + 2 > marks.length) {
            marks = Arrays.copyOf(marks, marks.length * 2);
        }
        marks[markCount * 2] = out.length() + (pendingSemicolon ? 1 : 0);
        marks[markCount * 2 + 1] = offset;
        markCount++;
        markNames.add(name);
    }

    private boolean endsWithPart() {
        return !out.isEmpty() && isPart(out.charAt(out.length() - 1));
    }

    private static boolean isPart(char c) {
        return c > 127 || JsChars.isNamePart(c);
    }

    String text() {
        return out.toString();
    }

    /** Returns the source map of the printed text. */
    SourceMap map(String file, String source) {
        LineMap generated = new LineMap(text());
        LineMap original = new LineMap(source);
        SourceMap.Builder builder = new SourceMap.Builder();
        int index = builder.source(file, source);
        for (int i = 0; i < markCount; i++) {
            int at = Math.min(marks[i * 2], out.length());
            // A space that keeps two words apart belongs to neither.
            at += at < out.length() && out.charAt(at) == ' ' ? 1 : 0;
            int offset = marks[i * 2 + 1];
            String name = markNames.get(i);
            builder.add(
                    generated.line(at) - 1,
                    generated.column(at) - 1,
                    index,
                    original.line(offset) - 1,
                    original.column(offset) - 1,
                    name.isEmpty() ? null : name);
        }
        return builder.build();
    }
}
