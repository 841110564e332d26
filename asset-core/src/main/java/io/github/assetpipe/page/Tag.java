package io.github.assetpipe.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A start tag of a page, with the range of its end tag where there is one.
 *
 * @param name the name in lower case
 * @param start offset of its {@code <}
 * @param end offset after its {@code >}
 * @param attributes the attributes in order; of several with one name a browser takes the first
 * @param selfClosed whether it ends with {@code />}
 * @param dynamic whether the template language may add or drop attributes
 * @param closeStart offset of the end tag, or -1 when there is none (empty elements, halves of a page)
 * @param closeEnd offset after the end tag, or -1
 * @param within what the tag stands in
 */
public record Tag(
        String name,
        int start,
        int end,
        List<Attribute> attributes,
        boolean selfClosed,
        boolean dynamic,
        int closeStart,
        int closeEnd,
        Set<Ancestor> within) {

    /** Copies the list. */
    public Tag {
        attributes = List.copyOf(attributes);
    }

    /** Returns the first attribute of a name in lower case. */
    public Optional<Attribute> attribute(String attributeName) {
        for (Attribute attribute : attributes) {
            if (attribute.name().equals(attributeName)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** Tells whether there is an attribute of a name in lower case, also in its {@code th:} form. */
    public boolean has(String attributeName) {
        return attributes.stream()
                .anyMatch(a -> a.name().equals(attributeName)
                        || a.name().equals("th:" + attributeName)
                        || a.name().equals("data-th-" + attributeName));
    }

    /** Returns the offset after the element: after its end tag, or after the start tag when there is none. */
    public int elementEnd() {
        return closeEnd < 0 ? end : closeEnd;
    }

    /** Returns the raw value of an attribute, trimmed, or the empty string. */
    public String value(String attributeName, String text) {
        return attribute(attributeName).map(a -> a.raw(text).strip()).orElse("");
    }
}
