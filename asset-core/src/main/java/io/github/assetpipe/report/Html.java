package io.github.assetpipe.report;

import java.util.Locale;

/** Writes HTML: elements as given, text escaped. Not safe for several threads. */
final class Html {
    /** Characters that have room in a narrow column. */
    private static final int SHORT = 24;

    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Appends markup as it is. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Appends text, escaped for content and quoted attributes. */
    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return this;
    }

    /** Appends an element of one text; {@code tag} may carry attributes. */
    Html element(String tag, String text) {
        int end = tag.indexOf(' ');
        return raw("<" + tag + ">").text(text).raw("</" + (end < 0 ? tag : tag.substring(0, end)) + ">");
    }

    /** Appends a row's heading: a path, which may be broken after its slashes when it is long; there may be thousands. */
    Html path(String path) {
        raw("<th scope=row>");
        return (path.length() > SHORT ? breakable(path) : text(path)).raw("</th>");
    }

    /** Appends a path that may be broken after its slashes. */
    Html breakable(String path) {
        for (int at = 0; at < path.length(); ) {
            int slash = path.indexOf('/', at);
            int end = slash < 0 ? path.length() : slash + 1;
            text(path.substring(at, end));
            if (end < path.length()) {
                raw("<wbr>");
            }
            at = end;
        }
        return this;
    }

    /** Appends a cell with a number to sort by. */
    Html number(long value, String shown) {
        return raw("<td class=n data-v=" + value + ">").text(shown).raw("</td>");
    }

    /** Appends a cell that shows before and after. */
    Html change(long before, long after, String was, String is) {
        boolean same = was.equals(is);
        String tone = same ? "" : after < before ? " good" : " bad";
        raw("<td class=\"n" + tone + "\" data-v=" + after + ">");
        if (!same) {
            raw("<s>").text(was).raw("</s> ");
        }
        return text(is).raw("</td>");
    }

    /** Begins a section with a heading and a line about it. */
    Html section(String id, String heading, String about) {
        raw("<section id=" + id + " aria-labelledby=h-" + id + "><h2 id=h-" + id + ">")
                .text(heading)
                .raw("</h2>");
        return about.isEmpty() ? this : element("p class=about", about);
    }

    /** Begins a table whose columns can be sorted; a heading that begins with {@code #} is one of numbers. */
    Html table(String caption, String... headings) {
        raw("<div class=scroll tabindex=0 role=region aria-label=\"")
                .text(caption)
                .raw("\"><table><caption>");
        text(caption).raw("</caption><thead><tr>");
        for (String heading : headings) {
            boolean number = heading.startsWith("#");
            raw(number ? "<th scope=col class=n>" : "<th scope=col>")
                    .text(number ? heading.substring(1) : heading)
                    .raw("</th>");
        }
        return raw("</tr></thead><tbody>");
    }

    /**
     * Begins a part that is closed at first and may have thousands of rows. With scripts a browser makes its elements when it
     * is opened, and reads it as mere text before; without scripts {@code noscript} means nothing.
     */
    Html closedPart(String title, String about) {
        raw("<details class=sheet><summary>").text(title);
        if (!about.isEmpty()) {
            raw(" <span class=dim>").text(about).raw("</span>");
        }
        return raw("</summary><noscript>");
    }

    /** Ends such a part. */
    Html endClosedPart() {
        return raw("</noscript></details>");
    }

    /** Ends a table. */
    Html endTable() {
        return raw("</tbody></table></div>");
    }

    /** Returns a number with one decimal, the same in every locale. */
    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
