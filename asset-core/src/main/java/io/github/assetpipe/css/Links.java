package io.github.assetpipe.css;

/** Shortens addresses without changing what they refer to. */
final class Links {
    private Links() {}

    /** Drops {@code ./} at the start, where what follows is still a relative path. */
    static Part.Link shorten(Part.Link link) {
        String address = link.address;
        if (!address.startsWith("./") || address.length() < 3) {
            return link;
        }
        String rest = address.substring(2);
        char first = rest.charAt(0);
        int colon = rest.indexOf(':');
        int slash = rest.indexOf('/');
        boolean scheme = colon >= 0 && (slash < 0 || colon < slash);
        boolean special = first == '/' || first == '?' || first == '#' || first == '.' || scheme;
        return special ? link : new Part.Link(rest);
    }
}
