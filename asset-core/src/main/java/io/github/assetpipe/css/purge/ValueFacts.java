package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.TokenType;
import io.github.assetpipe.css.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a value can refer to.
 *
 * @param names its names and the contents of its strings
 * @param variables its names that start with two dashes, wherever they stand
 * @param text the value in lower case, without quotes, its words separated by single spaces; for font families
 */
record ValueFacts(List<String> names, List<String> variables, String text) {

    /** Reads the tokens {@code [first, limit)}. */
    static ValueFacts of(Tokens tokens, int first, int limit) {
        List<String> names = new ArrayList<>(4);
        List<String> variables = new ArrayList<>(2);
        StringBuilder text = new StringBuilder();
        for (int i = first; i < limit; i++) {
            TokenType type = tokens.type(i);
            switch (type) {
                case IDENT, FUNCTION -> {
                    String name = tokens.name(i);
                    (name.startsWith("--") ? variables : names).add(name);
                    append(text, name);
                }
                case STRING -> {
                    String content = tokens.content(i);
                    names.add(content);
                    append(text, content);
                }
                case WHITESPACE, COMMENT -> {}
                default -> append(text, tokens.text(i));
            }
        }
        return new ValueFacts(names, variables, text.toString().toLowerCase(Locale.ROOT));
    }

    private static void append(StringBuilder text, String word) {
        text.append(text.isEmpty() ? "" : " ").append(word);
    }
}
