package io.github.assetpipe.css;

import java.util.List;

/**
 * A minified stylesheet.
 *
 * @param text the stylesheet
 * @param places where its pieces come from, in the order of {@code text}; empty unless asked for
 * @param problems the faults of the source's syntax, in the order of the source
 */
public record MinifiedCss(String text, List<Place> places, List<SyntaxProblem> problems) {

    /** Copies the lists. */
    public MinifiedCss {
        places = List.copyOf(places);
        problems = List.copyOf(problems);
    }

    /**
     * Where a rule, declaration or at-rule comes from.
     *
     * @param generated UTF-16 offset into the minified text
     * @param source UTF-16 offset into the source
     */
    public record Place(int generated, int source) {}
}
