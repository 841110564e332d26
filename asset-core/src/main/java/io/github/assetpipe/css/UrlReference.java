package io.github.assetpipe.css;

/**
 * A reference to another file in a stylesheet.
 *
 * @param start offset of the first character of what {@link UrlReferences#write} replaces: the whole {@code url(…)} token, the
 *     quoted string, or for a source map the bare address
 * @param end offset after its last character
 * @param url the decoded address
 * @param kind where it stands
 * @param form how it is written
 */
public record UrlReference(int start, int end, String url, Kind kind, Form form) {

    /** Where a reference stands. */
    public enum Kind {
        /** In a value: an image, a font, a cursor. */
        RESOURCE,
        /** The address of an {@code @import}. */
        IMPORT,
        /** The address in a {@code sourceMappingURL} comment. */
        SOURCE_MAP
    }

    /** How a reference is written. */
    public enum Form {
        /** {@code url(a.png)}. */
        UNQUOTED_URL,
        /** A quoted string. */
        STRING,
        /** Bare text in a comment. */
        COMMENT
    }
}
