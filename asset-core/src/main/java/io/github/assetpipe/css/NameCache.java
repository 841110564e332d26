package io.github.assetpipe.css;

import org.jspecify.annotations.Nullable;

/** Gives the names of properties as they are known, most of them without making a string. Not safe for several threads. */
final class NameCache {
    private static final int SLOTS = 512;

    private final @Nullable String[] slots = new String[SLOTS];

    /** Returns the decoded name of an ident, in lower case unless it is that of a custom property. */
    String of(Tokens tokens, int index) {
        char[] chars = tokens.characters();
        int start = tokens.start(index);
        int length = tokens.end(index) - start;
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = hash * 31 + chars[i];
        }
        int slot = (hash ^ hash >>> 9) & (SLOTS - 1);
        String known = slots[slot];
        if (known != null && isAt(known, chars, start, length)) {
            return known;
        }
        String decoded = tokens.name(index);
        String name = Names.isCustom(decoded) ? decoded : Chars.lower(decoded);
        // Names that stand for themselves: what is found by its text needs no decoding.
        if (isAt(name, chars, start, length)) {
            slots[slot] = name;
        }
        return name;
    }

    private static boolean isAt(String name, char[] chars, int start, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }
}
