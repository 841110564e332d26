package io.github.assetpipe.css;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selectors separated by commas; empty only inside {@code :is()} and {@code :where()}.
 *
 * @param selectors the selectors in order
 */
public record SelectorList(List<ComplexSelector> selectors) {

    /** Parses a selector list that stands alone; returns null when it is not one. */
    public static @Nullable SelectorList parse(String source) {
        Tokens tokens = Tokens.of(source);
        return new SelectorParser(tokens).list(0, tokens.size(), false);
    }
}
