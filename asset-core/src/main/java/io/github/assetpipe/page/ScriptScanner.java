package io.github.assetpipe.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Reads the tokens of a script that matter for {@link ScriptText}: one pass, no tree.
 *
 * <p>Where a slash could begin a regular expression or divide, the token before decides; a wrong guess ends as
 * {@code broken}, which is always safe.
 */
final class ScriptScanner {
    private static final Set<String> BEFORE_REGEX = Set.of(
            "return",
            "typeof",
            "instanceof",
            "in",
            "of",
            "new",
            "delete",
            "void",
            "throw",
            "case",
            "do",
            "else",
            "yield",
            "await");

    private final String text;
    private final TopLevelNames names = new TopLevelNames();
    private final List<Range> maps = new ArrayList<>();
    private final Deque<Character> brackets = new ArrayDeque<>();
    private int at;
    private boolean broken;
    private boolean strict;
    private boolean module;
    private boolean prologue = true;
    private boolean tokens;
    private final DocumentUse document;
    /** The last token: a word, or one character; a string is {@code "}. */
    private String last = "";

    private String beforeLast = "";

    ScriptScanner(String text) {
        this.text = text;
        this.document = new DocumentUse(text);
    }

    ScriptText read() {
        while (at < text.length() && !broken) {
            token();
        }
        broken |= !brackets.isEmpty();
        if (broken) {
            // What was not read may do anything that its words say.
            document.guess();
        }
        return new ScriptText(
                broken,
                strict,
                module,
                !tokens,
                !tokens || last.equals(";"),
                names.lexical(),
                names.declared(),
                document.writes(),
                document.lastScript(),
                document.currentScript(),
                maps);
    }

    private void token() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c) || c == '\ufeff') {
            at++;
        } else if (c == '/' && next('/') || startsWith("<!--") || (startsWith("-->") && atLineStart())) {
            comment(lineEnd(at));
        } else if (c == '/' && next('*')) {
            int end = text.indexOf("*/", at + 2);
            broken = end < 0;
            comment(end < 0 ? text.length() : end + 2);
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (c == '`') {
            at++;
            template();
        } else if (c == '/' && regexAllowed()) {
            regex();
        } else if (Character.isJavaIdentifierStart(c) || c == '\\' || c == '#') {
            word();
        } else if (Character.isDigit(c)) {
            number();
        } else {
            punctuator(c);
        }
    }

    private boolean next(char c) {
        return at + 1 < text.length() && text.charAt(at + 1) == c;
    }

    private boolean startsWith(String word) {
        return text.startsWith(word, at);
    }

    private boolean atLineStart() {
        for (int i = at - 1; i >= 0 && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i--) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < text.length() && "\n\r\u2028\u2029".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private void comment(int end) {
        String own = text.substring(at, Math.min(end, at + 40));
        if (own.matches("(?s)/[/*][#@]\\s?sourceMappingURL=.*")) {
            maps.add(new Range(at, end));
        }
        at = end;
    }

    private void string(char quote) {
        int start = at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\n') {
                broken = true;
                return;
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            broken = true;
            return;
        }
        at++;
        String value = text.substring(start + 1, at - 1);
        strict |= prologue && value.equals("use strict");
        set("\"");
    }

    /** Reads a template up to its end or up to an expression in it, which ends with a closing brace. */
    private void template() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '`') {
                at++;
                set("\"");
                return;
            }
            if (c == '$' && next('{')) {
                brackets.push('`');
                at += 2;
                set("{");
                return;
            }
            at += c == '\\' ? 2 : 1;
        }
        broken = true;
    }

    private boolean regexAllowed() {
        if (last.isEmpty() || BEFORE_REGEX.contains(last)) {
            return true;
        }
        char c = last.charAt(0);
        return c != ')' && c != ']' && c != '}' && c != '"' && !Character.isJavaIdentifierPart(c);
    }

    private void regex() {
        boolean set = false;
        at++;
        while (at < text.length() && text.charAt(at) != '\n') {
            char c = text.charAt(at);
            if (c == '[') {
                set = true;
            } else if (c == ']') {
                set = false;
            } else if (c == '/' && !set) {
                at++;
                while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                    at++;
                }
                set("\"");
                return;
            }
            at += c == '\\' ? 2 : 1;
        }
        broken = true;
    }

    private void word() {
        int start = at++;
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '\\')) {
            at++;
        }
        String word = text.substring(start, at);
        if (last.equals(".")) {
            document.member(word, beforeLast, at);
        }
        if (brackets.isEmpty() && !last.equals(".")) {
            topLevel(word, start);
        } else if (!word.startsWith("#")) {
            names.inPattern(word, start);
        }
        set(word);
    }

    private void topLevel(String word, int start) {
        switch (word) {
            case "let", "const", "var" -> names.begin(word);
            case "class", "function" -> {
                if (last.isEmpty() || "=,:?&|(+!".indexOf(last.charAt(0)) < 0) {
                    names.begin(word);
                }
            }
            case "import", "export" -> module |= !nextIs('(') && !nextIs('.');
            default -> names.name(word, start);
        }
    }

    private boolean nextIs(char c) {
        return document.isNext(c, at);
    }

    private void number() {
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        set("0");
    }

    private void punctuator(char c) {
        at++;
        switch (c) {
            case '(', '[', '{' -> {
                brackets.push(c);
                names.open(c);
            }
            case ')', ']', '}' -> close(c);
            default -> {
                if (brackets.isEmpty()) {
                    names.punctuator(c);
                }
            }
        }
        set(String.valueOf(c));
    }

    private void close(char c) {
        if (brackets.isEmpty()) {
            broken = true;
            return;
        }
        char open = brackets.pop();
        if (open == '`') {
            broken = c != '}';
            template();
        } else {
            broken = (open == '(' && c != ')') || (open == '[' && c != ']') || (open == '{' && c != '}');
        }
        if (brackets.isEmpty()) {
            names.close();
        }
    }

    private void set(String token) {
        tokens = true;
        // Directives are strings that nothing but semicolons follow.
        prologue &= token.equals("\"") || token.equals(";");
        beforeLast = last;
        last = token;
    }
}
