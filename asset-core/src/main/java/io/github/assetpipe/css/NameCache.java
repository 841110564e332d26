package io.github.assetpipe.css;

import org.jspecify.annotations.Nullable;

/** Gives the names of properties as they are known, most of them without making a string. Not safe for several threads. */
final class NameCache {
    private static final int SLOTS = 512;

    private final @Nullable String[] slots = new String[SLOTS];

    /** Returns the decoded name of an ident, in lower case unless it is that of a custom property. */
    String of(Tokens tokens, int index) {
        String source = tokens.source();
        int start = tokens.start(index);
        int length = tokens.end(index) - start;
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = hash * 31 + source.charAt(i);
        }
        int slot = (hash ^ hash >>> 9) & (SLOTS - 1);
        String known = slots[slot];
        if (known != null && known.length() == length && source.startsWith(known, start)) {
            return known;
        }
        String decoded = tokens.name(index);
        String name = Names.isCustom(decoded) ? decoded : Chars.lower(decoded);
        // Names that stand for themselves: what is found by its text needs no decoding.
        if (name.length() == length && source.startsWith(name, start)) {
            slots[slot] = name;
        }
        return name;
    }
}
