package io.github.assetpipe.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of entity tags in {@code If-Match} and {@code If-None-Match} (RFC 9110 8.8.3, 13.1).
 *
 * @param any whether the list is {@code *}
 * @param tags the tags with their quotes and {@code W/} marks
 */
record EntityTags(boolean any, List<String> tags) {

    /** Reads a header; empty when it is not well-formed, so that it does not count. */
    static Optional<EntityTags> of(String header) {
        String text = header.strip();
        if (text.equals("*")) {
            return Optional.of(new EntityTags(true, List.of()));
        }
        List<String> tags = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ',' || c == ' ' || c == '\t') {
                at++;
                continue;
            }
            int quote = text.startsWith("W/", at) ? at + 2 : at;
            int end = quote < text.length() && text.charAt(quote) == '"' ? text.indexOf('"', quote + 1) : -1;
            if (end < 0) {
                return Optional.empty();
            }
            tags.add(text.substring(at, end + 1));
            at = end + 1;
            if (at < text.length() && ", \t".indexOf(text.charAt(at)) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new EntityTags(false, List.copyOf(tags)));
    }

    /** Tells whether a strong tag is in the list by weak comparison: {@code W/} marks do not matter. */
    boolean matchesWeakly(String tag) {
        return any || tags.stream().anyMatch(t -> (t.startsWith("W/") ? t.substring(2) : t).equals(tag));
    }

    /** Tells whether a strong tag is in the list by strong comparison: weak ones never match. */
    boolean matchesStrongly(String tag) {
        return any || tags.contains(tag);
    }
}
