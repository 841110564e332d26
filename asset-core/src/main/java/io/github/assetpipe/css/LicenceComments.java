package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** The comments that must stay: those that begin with an exclamation mark. */
final class LicenceComments {
    private LicenceComments() {}

    /** Returns the comments, each once, in order, as written. */
    static List<String> of(Tokens tokens) {
        List<String> out = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.type(i) == TokenType.COMMENT && tokens.source().startsWith("/*!", tokens.start(i))) {
                String text = tokens.text(i);
                if (!out.contains(text)) {
                    out.add(text);
                }
            }
        }
        return out;
    }
}
