package io.github.assetpipe.page;

import io.github.assetpipe.page.dialect.Construct;
import io.github.assetpipe.page.dialect.TemplateDialect;
import io.github.assetpipe.text.LineMap;
import java.util.List;

/**
 * What was read from a page: its text, and where the template language and where HTML tags stand in it. Immutable.
 *
 * @param source the text and its encoding
 * @param dialect the template language
 * @param constructs the language's constructs in order, none inside another
 * @param markup the HTML between and around them
 * @param lines lines and columns of the text
 * @param trusted whether the language was recognised to the end; else the page is left alone
 */
public record Page(
        PageText source,
        TemplateDialect dialect,
        List<Construct> constructs,
        Markup markup,
        LineMap lines,
        boolean trusted) {

    /** Copies the list. */
    public Page {
        constructs = List.copyOf(constructs);
    }

    /** Returns the whole text. */
    public String text() {
        return source.text();
    }

    /** Returns the constructs that lie wholly in a range, in order. */
    public List<Construct> constructsIn(int start, int end) {
        int from = firstFrom(start);
        int to = from;
        while (to < constructs.size() && constructs.get(to).end() <= end) {
            to++;
        }
        return constructs.subList(from, to);
    }

    /** Tells whether a construct other than a comment lies in a range. */
    public boolean isDynamic(int start, int end) {
        for (Construct construct : constructsIn(start, end)) {
            if (construct.kind() != Construct.Kind.COMMENT) {
                return true;
            }
        }
        return false;
    }

    private int firstFrom(int offset) {
        int low = 0;
        int high = constructs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (constructs.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
