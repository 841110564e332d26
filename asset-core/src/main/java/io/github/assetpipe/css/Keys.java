package io.github.assetpipe.css;

import java.util.HashMap;
import java.util.Map;

/** Gives equal texts of a sheet the same {@link Key}, and passes their numbers. Owned by one minifier run. */
final class Keys {
    private final Map<String, Key> selectors = new HashMap<>(1024);
    private final Map<String, Key> bodies = new HashMap<>(1024);
    private int passes;

    /** Returns the key of a selector or a list of selectors. */
    Key selector(String text) {
        return intern(selectors, text);
    }

    /** Returns the key of the declarations of a rule. */
    Key body(String text) {
        return intern(bodies, text);
    }

    /** Returns the number of a new pass; never 0. */
    int nextPass() {
        return ++passes;
    }

    private static Key intern(Map<String, Key> all, String text) {
        Key key = all.get(text);
        if (key == null) {
            key = new Key(text);
            all.put(text, key);
        }
        return key;
    }
}
