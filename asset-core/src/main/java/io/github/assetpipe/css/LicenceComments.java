package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The comments that must stay: those that begin with an exclamation mark. */
final class LicenceComments {
    private LicenceComments() {}

    /** Returns the comments, each once, in order, as written. */
    static List<String> of(Tokens tokens) {
        if (!tokens.has(TokenType.COMMENT)) {
            return List.of();
        }
        Set<String> out = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.type(i) == TokenType.COMMENT && tokens.source().startsWith("/*!", tokens.start(i))) {
                out.add(tokens.text(i));
            }
        }
        return new ArrayList<>(out);
    }
}
