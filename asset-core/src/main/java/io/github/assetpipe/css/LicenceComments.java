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
        int[] marked = tokens.marked();
        if (marked.length == 0) {
            return List.of();
        }
        Set<String> out = new LinkedHashSet<>();
        for (int index : marked) {
            out.add(tokens.text(index));
        }
        return new ArrayList<>(out);
    }
}
