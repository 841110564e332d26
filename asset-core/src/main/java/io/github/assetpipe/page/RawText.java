package io.github.assetpipe.page;

/** Finds where elements end whose content is text and not markup: scripts with their escaped states, styles, titles. */
final class RawText {
    private final MarkupChars text;
    private final boolean xml;

    /** Looks at {@code text}; in XML only CDATA sections hide an end tag. */
    RawText(MarkupChars text, boolean xml) {
        this.text = text;
        this.xml = xml;
    }

    /** Returns the offset of the end tag of the element {@code name} whose content starts at {@code from}, or -1 for none. */
    int end(String name, int from) {
        return name.equals("script") && !xml ? scriptEnd(from) : rawEnd(name, from);
    }

    private int rawEnd(String name, int from) {
        int at = from;
        while (at < text.length()) {
            if (text.charAt(at) == '<') {
                if (xml && text.startsWith(at, "<![CDATA[")) {
                    at = text.after("]]>", at);
                    continue;
                }
                if (text.isEndTag(at, name)) {
                    return at;
                }
            }
            at++;
        }
        return -1;
    }

    /** Finds the end tag of a script, which inside {@code <!-- <script>} is not the next one. */
    private int scriptEnd(int from) {
        boolean escaped = false;
        boolean doubly = false;
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == '-' && escaped && text.startsWith(at, "-->")) {
                escaped = false;
                doubly = false;
            } else if (text.charAt(at) == '<') {
                if (text.startsWith(at, "<!--")) {
                    escaped = true;
                } else if (escaped && !doubly && text.isTag(at + 1, "script")) {
                    doubly = true;
                } else if (text.isEndTag(at, "script")) {
                    if (!doubly) {
                        return at;
                    }
                    doubly = false;
                }
            }
        }
        // Such a script would swallow the page; take the first end tag, as before HTML5.
        return rawEnd("script", from);
    }
}
