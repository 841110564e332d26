package io.github.assetpipe.transform;

import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.transform.SassMessage.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a stylesheet in SCSS syntax, as far as braces, strings and comments tell them.
 *
 * <p>Only for explaining problems: what is compiled is never decided here.
 */
final class SassStatements {
    /**
     * A statement, or the opening or closing of a block.
     *
     * @param start offset of its first character that is neither white space nor comment
     * @param end offset after its {@code ;}, brace or the text's end
     * @param depth number of blocks that are open at {@code end}
     */
    record Statement(int start, int end, int depth) {}

    private SassStatements() {}

    /** Returns the statements in order. */
    static List<Statement> of(String text) {
        List<Statement> statements = new ArrayList<>();
        int depth = 0;
        int interpolations = 0;
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
            int past = pastComment(text, i);
            if (past > i) {
                i = past - 1;
                continue;
            }
            char c = text.charAt(i);
            if (start < 0 && c > ' ') {
                start = i;
            }
            if (c == '"' || c == '\'') {
                i = pastString(text, i) - 1;
            } else if (c == '#' && i + 1 < text.length() && text.charAt(i + 1) == '{') {
                interpolations++;
                i++;
            } else if (c == '}' && interpolations > 0) {
                interpolations--;
            } else if (c == ';' || c == '{' || c == '}') {
                depth = Math.max(0, depth + (c == '{' ? 1 : c == '}' ? -1 : 0));
                statements.add(new Statement(start, i + 1, depth));
                start = -1;
            }
        }
        if (start >= 0) {
            statements.add(new Statement(start, text.length(), depth));
        }
        return statements;
    }

    /** Returns the place of the first {@code @use} or {@code @forward}, or null. */
    static @Nullable Frame module(Map<String, String> sources) {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            String text = source.getValue();
            if (!text.contains("@use") && !text.contains("@forward")) {
                continue;
            }
            for (Statement statement : of(text)) {
                if (isRule(text, statement.start, "@use") || isRule(text, statement.start, "@forward")) {
                    return frame(source.getKey(), text, statement.start);
                }
            }
        }
        return null;
    }

    /** Returns the place of the {@code @warn} or {@code @debug} that says exactly {@code message}, when one is literal. */
    static Optional<Frame> saying(Map<String, String> sources, String message) {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            String text = source.getValue();
            for (Statement statement : of(text)) {
                boolean says = isRule(text, statement.start, "@warn") || isRule(text, statement.start, "@debug");
                if (says && text.substring(statement.start, statement.end).contains(message)) {
                    return Optional.of(frame(source.getKey(), text, statement.start));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the place of an offset. */
    static Frame frame(String file, String text, int offset) {
        LineMap lines = new LineMap(text);
        return new Frame(file, lines.line(offset), lines.column(offset), 1);
    }

    private static boolean isRule(String text, int start, String name) {
        int end = start + name.length();
        return text.startsWith(name, start) && end < text.length() && !Character.isLetterOrDigit(text.charAt(end));
    }

    /** Returns the text with its comments as blanks, so that offsets and lines stay. */
    static String withoutComments(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                i = pastString(text, i) - 1;
                continue;
            }
            int past = pastComment(text, i);
            for (int k = i; k < past; k++) {
                out.setCharAt(k, text.charAt(k) == '\n' ? '\n' : ' ');
            }
            i = Math.max(i, past - 1);
        }
        return out.toString();
    }

    private static int pastComment(String text, int at) {
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : end + 2;
        }
        // A URL's slashes are no comment.
        if (text.startsWith("//", at) && (at == 0 || text.charAt(at - 1) != ':')) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        return at;
    }

    private static int pastString(String text, int at) {
        char quote = text.charAt(at);
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote || c == '\n') {
                return i + 1;
            }
        }
        return text.length();
    }
}
