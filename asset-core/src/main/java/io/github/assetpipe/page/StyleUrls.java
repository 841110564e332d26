package io.github.assetpipe.page;

import io.github.assetpipe.css.UrlReference;
import io.github.assetpipe.css.UrlReferences;
import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayList;
import java.util.List;

/** Finds the URLs of style elements and attributes, which may have constructs of the template language in them. */
final class StyleUrls {
    /** A letter of a name in CSS that nobody writes. */
    private static final char LETTER = '\uE000';

    private static final String QUOTED_BY_ENTITIES = "url(&quot;";

    private StyleUrls() {}

    /**
     * Returns the ranges of URLs in a range of a page's text.
     *
     * @param attribute whether it is the value of an attribute, and character references may stand in it
     */
    static List<Range> of(Page page, int from, int to, boolean attribute) {
        String css = withoutConstructs(page, from, to);
        List<Range> found = new ArrayList<>();
        if (css.indexOf('(') < 0 && css.indexOf('@') < 0) {
            return found;
        }
        if (attribute && css.indexOf('&') >= 0) {
            // The text that a stylesheet's parser sees has other offsets.
            byEntities(css, from, found);
            return found;
        }
        for (UrlReference reference : UrlReferences.of(css)) {
            String url = reference.url();
            int start = url.isEmpty() ? -1 : css.indexOf(url, reference.start());
            if (start >= 0) {
                found.add(new Range(from + start, from + start + url.length()));
            }
        }
        return found;
    }

    /** Quotes of a construct end no string of the style around it; what emits text stays a part of the word around it. */
    private static String withoutConstructs(Page page, int from, int to) {
        StringBuilder css = new StringBuilder(page.text().substring(from, to));
        for (Construct construct : page.constructsIn(from, to)) {
            boolean emits = construct.kind() == Construct.Kind.EXPRESSION || construct.kind() == Construct.Kind.TAG;
            for (int i = construct.start(); i < construct.end(); i++) {
                css.setCharAt(i - from, emits ? LETTER : ' ');
            }
        }
        return css.toString();
    }

    private static void byEntities(String css, int from, List<Range> found) {
        int at = 0;
        while ((at = css.indexOf(QUOTED_BY_ENTITIES, at)) >= 0) {
            int start = at + QUOTED_BY_ENTITIES.length();
            int end = css.indexOf("&quot;", start);
            if (end < 0) {
                return;
            }
            found.add(new Range(from + start, from + end));
            at = end;
        }
    }
}
