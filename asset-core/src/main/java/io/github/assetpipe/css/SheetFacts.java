package io.github.assetpipe.css;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the whole stylesheet says that decides whether a rewrite in one place is safe. Not safe for several threads. */
final class SheetFacts {
    /** How often each property is declared. */
    private final Map<String, Integer> declared = new HashMap<>();

    /** The custom properties that are registered as something other than any tokens, with their syntax. */
    final Map<String, String> registered = new HashMap<>();

    /** Whether there is an {@code @charset}. */
    boolean hasCharset;

    /** Notes a declaration of a property that some shorthand sets back. */
    void declares(String name) {
        declared.put(name, declared.getOrDefault(name, 0) + 1);
    }

    /** Tells whether nothing but {@code here} declares any of {@code names} or a shorthand of them. */
    boolean declaresOnly(Set<String> here, String... names) {
        for (String name : names) {
            int count = declared.getOrDefault(name, 0);
            if (count > (here.contains(name) ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    static Set<String> names(Iterable<Decl> declarations) {
        Set<String> out = new HashSet<>();
        for (Decl declaration : declarations) {
            out.add(declaration.name);
        }
        return out;
    }
}
