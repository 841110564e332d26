package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.Tag;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * A tag of a tag library, written as template code or as an element of an XML page.
 *
 * @param prefix the part of its name before the colon
 * @param local the part after it, its case kept where the page shows it
 * @param attributes the values by name in lower case, as written
 * @param start offset of the tag
 * @param until offset of its end tag if the page's elements tell, else {@link Sketch#NO_END}
 * @param empty whether it has no body
 */
record Element(String prefix, String local, Map<String, String> attributes, int start, int until, boolean empty) {

    /** Keeps the attributes from changing. */
    Element {
        attributes = Collections.unmodifiableMap(attributes);
    }

    /** Returns the element of an XML page. */
    static Element of(Tag tag, String text) {
        Map<String, String> attributes = new HashMap<>();
        for (Attribute attribute : tag.attributes()) {
            attributes.putIfAbsent(attribute.name(), attribute.raw(text));
        }
        // The tag's name in lower case is of the same length as written.
        String written =
                text.substring(tag.start() + 1, tag.start() + 1 + tag.name().length());
        int colon = written.indexOf(':');
        boolean empty = tag.selfClosed() || tag.closeStart() < 0;
        return new Element(
                colon < 0 ? "" : written.substring(0, colon),
                written.substring(colon + 1),
                attributes,
                tag.start(),
                empty ? Sketch.NO_END : tag.closeStart(),
                empty);
    }

    /** Returns the element of a start or empty tag that is template code: {@code <c:if test="${a > b}">}. */
    static Element of(String own, int start) {
        int colon = own.indexOf(':');
        int end = colon + 1;
        while (end < own.length()
                && (Character.isLetterOrDigit(own.charAt(end)) || "-._".indexOf(own.charAt(end)) >= 0)) {
            end++;
        }
        boolean empty = own.endsWith("/>");
        return new Element(
                own.substring(1, colon),
                own.substring(colon + 1, end),
                attributes(own, end, own.length() - (empty ? 2 : 1)),
                start,
                Sketch.NO_END,
                empty);
    }

    private static Map<String, String> attributes(String own, int from, int to) {
        Map<String, String> attributes = new HashMap<>();
        int at = from;
        while (at < to) {
            int equals = own.indexOf('=', at);
            if (equals < 0 || equals >= to) {
                break;
            }
            String name = own.substring(at, equals).strip().toLowerCase(java.util.Locale.ROOT);
            int open = equals + 1;
            while (open < to && Character.isWhitespace(own.charAt(open))) {
                open++;
            }
            int close = open < to ? end(own, open, to) : to;
            attributes.putIfAbsent(name.substring(name.lastIndexOf(' ') + 1), unquoted(own, open, close));
            at = close;
        }
        return attributes;
    }

    /** Returns the offset after a value; a scriptlet or expression in it may hold its quote. */
    private static int end(String own, int open, int to) {
        char quote = own.charAt(open);
        if (quote != '"' && quote != '\'') {
            int space = open;
            while (space < to && !Character.isWhitespace(own.charAt(space))) {
                space++;
            }
            return Math.max(space, open + 1);
        }
        int at = open + 1;
        while (at < to && own.charAt(at) != quote) {
            String closer = own.startsWith("<%", at) ? "%>" : own.startsWith("${", at) ? "}" : "";
            int inner = closer.isEmpty() ? -1 : own.indexOf(closer, at);
            at = inner > 0 && inner < to ? inner + closer.length() : at + 1;
        }
        return Math.min(to, at + 1);
    }

    private static String unquoted(String own, int open, int close) {
        boolean quoted = open < own.length() && (own.charAt(open) == '"' || own.charAt(open) == '\'');
        return quoted && close - open >= 2
                ? own.substring(open + 1, close - 1)
                : own.substring(Math.min(open, close), close);
    }

    String name() {
        return prefix + ":" + local;
    }

    String get(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }
}
