package io.github.assetpipe.page;

/**
 * A literal path in a page that may name an asset.
 *
 * @param start first offset of the literal path
 * @param end offset after the path, before its query or fragment
 * @param path the path with entities and percent-encoding decoded; never empty
 * @param lead what stands before it in the same URL, as written: {@code ${ctx}}, or the empty string
 * @param kind how the path is meant
 * @param attribute the attribute that it stands in, such as {@code th:href}; empty outside of tags
 * @param tag index of the tag that it stands in, or -1
 */
public record Reference(int start, int end, String path, String lead, Kind kind, String attribute, int tag) {

    /** How a path is meant. */
    public enum Kind {
        /** As a browser reads it. */
        URL,
        /** Argument of something that puts the application's root before it: {@code @{/a}}, {@code <c:url value="/a"/>}. */
        LINK,
        /** A name below the folder of Faces resources. */
        FACES,
        /** Name below the static root, without a slash. */
        STATIC,
        /** The end of a URL that a variable of a loop begins, which may be any URL. */
        COMPUTED
    }

    /** Returns this reference, meant otherwise. */
    Reference withKind(Kind newKind) {
        return new Reference(start, end, path, lead, newKind, attribute, tag);
    }

    /** Tells whether the path stands in a Thymeleaf attribute, which wins over the plain one. */
    public boolean isThymeleaf() {
        return attribute.startsWith("th:") || attribute.startsWith("data-th-");
    }

    /** Tells whether another attribute of its tag in {@code page} names the file for the server; this one serves an editor then. */
    boolean hasLiveTwin(Page page) {
        return tag >= 0
                && !path.startsWith("/")
                && !isThymeleaf()
                && page.markup().tags().get(tag).attributes().stream()
                        .map(Attribute::name)
                        .anyMatch(name -> name.equals("th:" + attribute) || name.equals("data-th-" + attribute));
    }

    /** Tells apart by place: no two references of a page are at one, and pages have hundreds. */
    @Override
    public int hashCode() {
        return 31 * start + end;
    }
}
