package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The comments that must stay: those that begin with an exclamation mark. */
final class LicenceComments {
    private static final String MARK = "/*!";

    private LicenceComments() {}

    /** Returns the comments, each once, in order, as written. */
    static List<String> of(Tokens tokens) {
        String source = tokens.source();
        Set<String> out = new LinkedHashSet<>();
        for (int at = source.indexOf(MARK); at >= 0; at = source.indexOf(MARK, at + MARK.length())) {
            int index = tokens.startingAt(at);
            if (index >= 0 && tokens.type(index) == TokenType.COMMENT) {
                out.add(tokens.text(index));
            }
        }
        return new ArrayList<>(out);
    }
}
