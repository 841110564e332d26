package io.github.assetpipe.js;

import java.util.Locale;

/** The order in which names take letters: those that the rest of the program uses most come first. */
final class JsLetters {
    /** A common order of scripts, which decides between letters that are used alike. */
    private static final String FIRST = "etnrisouaflchpdvmgybwESxTNCkLAOM_DPHBjFIqRUzWXV$JKQGYZ";

    private static final String DIGITS = "0123456789";

    private final int[] counts = new int[128];

    private JsLetters() {}

    /** Returns the 54 characters that start a name and then the digits, each group by falling use. */
    static String byUse(JsNode program) {
        JsLetters letters = new JsLetters();
        letters.count(program);
        return letters.sorted(FIRST) + letters.sorted(DIGITS);
    }

    private String sorted(String characters) {
        StringBuilder out = new StringBuilder();
        characters
                .chars()
                .boxed()
                .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
                .forEach(c -> out.append((char) (int) c));
        return out.toString();
    }

    private void count(JsNode node) {
        switch (node.kind) {
            case NAME -> {
                if (node.binding == null || node.binding.pinned) {
                    add(node.text);
                }
            }
            case KEY,
                    CONSTANT,
                    STRING,
                    NUMBER,
                    REGEX,
                    TEMPLATE_TEXT,
                    UNARY,
                    BINARY,
                    VAR,
                    META,
                    IMPORT_CALL,
                    DIRECTIVE -> add(node.text);
            case FUNCTION -> add(node.has(JsNode.ARROW) ? "" : "function");
            case RETURN,
                    THROW,
                    IF,
                    FOR,
                    WITH,
                    TRY,
                    SWITCH,
                    CASE,
                    BREAK,
                    CONTINUE,
                    CLASS,
                    NEW,
                    THIS,
                    SUPER,
                    AWAIT,
                    YIELD -> add(node.kind.name().toLowerCase(Locale.ROOT));
            default -> {
                // No letters of its own.
            }
        }
        node.children.forEach(this::count);
    }

    private void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 128) {
                counts[text.charAt(i)]++;
            }
        }
    }
}
