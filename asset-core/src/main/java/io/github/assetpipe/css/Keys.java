package io.github.assetpipe.css;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives what is equal in a sheet the same {@link Key}, and passes their numbers. Owned by one minifier run. */
final class Keys {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Map<String, Key> selectors;
    private final Map<String, Key> declarations = new HashMap<>(1024);

    /** The keys of lists by the numbers of two keys: of what stands before the last one, and of the last one. */
    private final Map<Long, Key> lists = new HashMap<>(1024);

    private final Key empty = new Key(0);
    private int count = 1;
    private int passes;

    /** Creates keys; {@code guess} says how many selectors there may be. */
    Keys(int guess) {
        this.selectors = new HashMap<>(guess);
    }

    /** Returns the key of a selector. */
    Key selector(String text) {
        return intern(selectors, text);
    }

    /** Returns the key of several selectors, the same in whichever order they are. */
    Key list(Key[] list) {
        int[] numbers = new int[list.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list[i].number;
        }
        Arrays.sort(numbers);
        int key = numbers[0];
        Key out = list[0];
        for (int i = 1; i < numbers.length; i++) {
            out = longer(key, numbers[i]);
            key = out.number;
        }
        return out;
    }

    /** Returns the key of the declarations of a rule. */
    Key body(List<Decl> body) {
        Key key = empty;
        for (int i = 0; i < body.size(); i++) {
            Key last = declaration(body.get(i));
            key = i == 0 ? last : longer(key.number, last.number);
        }
        return key;
    }

    private Key longer(int before, int last) {
        // An odd factor keeps pairs apart and spreads them: numbers that are given out in turn would share few hashes.
        Long place = ((long) before << Integer.SIZE | last) * SPREAD;
        Key key = lists.get(place);
        if (key == null) {
            key = new Key(count++);
            lists.put(place, key);
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
