package io.github.assetpipe.css;

/** Vendor prefixes of names. */
final class Names {
    private Names() {}

    /** Returns {@code name} without a vendor prefix such as {@code -webkit-}; custom names stay as they are. */
    static String unprefixed(String name) {
        int length = prefixLength(name);
        return length == 0 ? name : name.substring(length);
    }

    /** Returns the length of the vendor prefix with both hyphens, 0 when there is none. */
    static int prefixLength(String name) {
        if (name.length() < 3 || name.charAt(0) != '-' || name.charAt(1) == '-') {
            return 0;
        }
        return name.indexOf('-', 1) + 1;
    }

    /** Tells whether {@code name} is that of a custom property. */
    static boolean isCustom(String name) {
        return name.startsWith("--");
    }
}
