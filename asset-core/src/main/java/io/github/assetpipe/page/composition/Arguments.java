package io.github.assetpipe.page.composition;

import java.util.ArrayList;
import java.util.List;

/** Splits the arguments of template code, and reads the names of templates in them. */
final class Arguments {
    private Arguments() {}

    /** Splits at separators that stand outside of brackets and strings; parts are trimmed, empty ones kept. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote && text.charAt(i - 1) != '\\' ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == separator && depth <= 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    /** Returns the offset of the bracket that closes the one at {@code open}, or the text's length. */
    static int close(String text, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if ((c == ')' || c == ']' || c == '}') && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    /** Returns the strings of a text, without their quotes, in order. */
    static List<String> strings(String text) {
        List<String> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'') {
                int end = text.indexOf(c, at + 1);
                if (end < 0) {
                    break;
                }
                found.add(text.substring(at + 1, end));
                at = end;
            }
            at++;
        }
        return found;
    }

    /**
     * Returns the name that an expression computes, with {@code *} for what is not literal: {@code forms/*.ftl} for
     * {@code "forms/" + kind + ".ftl"} and for {@code "forms/${kind}.ftl"}.
     */
    static String pattern(String expression) {
        StringBuilder name = new StringBuilder();
        int at = 0;
        while (at < expression.length()) {
            char c = expression.charAt(at);
            if (c == '"' || c == '\'') {
                int end = expression.indexOf(c, at + 1);
                end = end < 0 ? expression.length() : end;
                name.append(literal(expression.substring(at + 1, end)));
                at = end + 1;
            } else if (c == '+' || c == '~' || Character.isWhitespace(c)) {
                at++;
            } else {
                star(name);
                at++;
            }
        }
        return name.toString();
    }

    /** Returns a name in which {@code ${…}}, {@code #{…}}, {@code {{…}}}, {@code <%…%>} and {@code __…__} become {@code *}. */
    static String literal(String text) {
        StringBuilder name = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            char next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
            if ((c == '$' || c == '#' || c == '*') && next == '{') {
                star(name);
                at = close(text, at + 1) + 1;
            } else if (c == '{') {
                star(name);
                at = close(text, at) + 1;
            } else if (c == '<' && next == '%') {
                star(name);
                int end = text.indexOf("%>", at);
                at = end < 0 ? text.length() : end + 2;
            } else if (c == '$' && (Character.isLetter(next) || next == '!')) {
                star(name);
                at++;
                while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '!')) {
                    at++;
                }
            } else if (c == '_' && next == '_') {
                star(name);
                int end = text.indexOf("__", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                name.append(c);
                at++;
            }
        }
        return name.toString();
    }

    private static void star(StringBuilder name) {
        if (name.length() == 0 || name.charAt(name.length() - 1) != '*') {
            name.append('*');
        }
    }

    /** Returns the first word of a text: a name with dots, dashes, colons and slashes. */
    static String word(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "_.-:$/@".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return text.substring(start, end);
    }

    /** Returns the text after its first word. */
    static String afterWord(String text) {
        String word = word(text);
        return text.substring(text.indexOf(word) + word.length()).strip();
    }
}
