package io.github.assetpipe.css;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives what is equal in a sheet the same {@link Key}, and passes their numbers. Owned by one minifier run. */
final class Keys {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Map<String, Key> selectors;
    private final Map<String, Key> declarations = new HashMap<>(1024);

    /** The keys of bodies by those of what stands before the last declaration, and of the last declaration. */
    private final Map<Long, Key> bodies = new HashMap<>(1024);

    private final Key empty = new Key(0);
    private int count = 1;
    private int passes;

    /** Creates keys; {@code guess} says how many selectors there may be. */
    Keys(int guess) {
        this.selectors = new HashMap<>(guess);
    }

    /** Returns the key of a selector or a list of selectors. */
    Key selector(String text) {
        return intern(selectors, text);
    }

    /** Returns the key of the declarations of a rule. */
    Key body(List<Decl> body) {
        Key key = empty;
        for (int i = 0; i < body.size(); i++) {
            Key last = declaration(body.get(i));
            key = i == 0 ? last : longer(key, last);
        }
        return key;
    }

    private Key longer(Key body, Key last) {
        // An odd factor keeps pairs apart and spreads them: numbers that are given out in turn would share few hashes.
        Long place = ((long) body.number << Integer.SIZE | last.number) * SPREAD;
        Key key = bodies.get(place);
        if (key == null) {
            key = new Key(count++);
            bodies.put(place, key);
        }
        return key;
    }

    private Key declaration(Decl declaration) {
        Key key = declaration.bodyKey;
        if (key == null) {
            key = intern(declarations, declaration.key);
            declaration.bodyKey = key;
        }
        return key;
    }

    /** Returns the number of a new pass; never 0. */
    int nextPass() {
        return ++passes;
    }

    private Key intern(Map<String, Key> all, String text) {
        Key made = new Key(count);
        Key known = all.putIfAbsent(text, made);
        if (known != null) {
            return known;
        }
        count++;
        return made;
    }
}
