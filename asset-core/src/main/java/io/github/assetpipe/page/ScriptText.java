package io.github.assetpipe.page;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a classic script's text tells about how it may be moved or joined.
 *
 * @param broken whether a string, comment, template or bracket is not closed, so that nothing may be joined to it
 * @param strict whether a {@code "use strict"} directive governs all of it
 * @param module whether it has {@code import} or {@code export} at its top level
 * @param empty whether it is blank or comments only
 * @param terminated whether it is empty or its last token is a semicolon
 * @param lexical the names that {@code let}, {@code const} and {@code class} declare at its top level, with their offsets
 * @param declared the names that {@code var} and {@code function} declare at its top level
 * @param writes whether it writes into the page while that is parsed: {@code document.write} and its kin
 * @param asksForLastScript whether it looks for its own tag as the last script of the page so far
 * @param asksForCurrentScript whether it looks at its own tag
 * @param mapComments the {@code sourceMappingURL} comments
 */
public record ScriptText(
        boolean broken,
        boolean strict,
        boolean module,
        boolean empty,
        boolean terminated,
        Map<String, Integer> lexical,
        Set<String> declared,
        boolean writes,
        boolean asksForLastScript,
        boolean asksForCurrentScript,
        List<Range> mapComments) {

    /** Copies the collections. */
    public ScriptText {
        // In order, so that of several clashes the same one is told every time.
        lexical = Collections.unmodifiableMap(new TreeMap<>(lexical));
        declared = Collections.unmodifiableSet(new TreeSet<>(declared));
        mapComments = List.copyOf(mapComments);
    }

    /** Reads a script. */
    public static ScriptText of(String script) {
        return new ScriptScanner(script).read();
    }
}
