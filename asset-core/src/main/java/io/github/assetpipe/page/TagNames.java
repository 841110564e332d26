package io.github.assetpipe.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of elements and attributes that pages use all the time, so that reading one makes no new string: a page has
 * thousands of them. Only a matter of speed; any other name is made of its characters.
 */
final class TagNames {
    private static final String USUAL =
            "a abbr address article aside audio b base blockquote body br button canvas caption"
                    + " code col colgroup datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form"
                    + " h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark menu meta"
                    + " meter nav noscript object ol optgroup option output p param picture pre progress q s samp script section select"
                    + " small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title"
                    + " tr track u ul var video wbr path use g circle rect"
                    + " id class href src alt rel type name value content width height loading charset lang media integrity crossorigin"
                    + " defer async role for action method placeholder disabled checked selected required target tabindex srcset sizes"
                    + " data-src data-target data-toggle data-bs-toggle data-bs-target data-id aria-label aria-hidden aria-expanded"
                    + " aria-controls aria-labelledby aria-current viewbox fill stroke d onclick property itemprop autocomplete rows"
                    + " cols colspan rowspan scope hidden poster controls xmlns nonce http-equiv";

    /** Open addressing, a quarter full. */
    private static final String[] TABLE = table(USUAL.split(" "));

    private TagNames() {}

    /** Returns the characters {@code [from, to)} in lower case. */
    static String of(char[] chars, int from, int to) {
        String known = known(chars, from, to);
        return known != null ? known : new String(chars, from, to - from).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String known(char[] chars, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + lower(chars[i]);
        }
        int at = slot(hash);
        String name = TABLE[at];
        while (name != null) {
            if (isSame(name, chars, from, to)) {
                return name;
            }
            at = (at + 1) & (TABLE.length - 1);
            name = TABLE[at];
        }
        return null;
    }

    private static boolean isSame(String name, char[] chars, int from, int to) {
        if (name.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (name.charAt(i - from) != lower(chars[i])) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 10 ^ hash >>> 20) & 1023;
    }

    private static String[] table(String[] names) {
        String[] table = new String[1024];
        for (String name : names) {
            int at = slot(name.hashCode());
            while (table[at] != null && !table[at].equals(name)) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = name;
        }
        return table;
    }
}
