package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;

/** Puts {@code @charset} where browsers read it, and drops the ones that say nothing. */
final class Placement {
    private Placement() {}

    /** Returns the items with the first {@code @charset} in front, the others gone; UTF-8 is not said in text that is all ASCII. */
    static List<Item> order(List<Item> items, String source) {
        Item.At charset = null;
        List<Item> out = null;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            if (item instanceof Item.At at && at.name.equals("charset")) {
                if (out == null) {
                    out = new ArrayList<>(items.subList(0, i));
                }
                charset = charset == null ? at : charset;
            } else if (out != null) {
                out.add(item);
            }
        }
        if (out == null || charset == null) {
            return items;
        }
        if (!Charsets.isPlain(charset.prelude)) {
            out.add(0, charset);
        } else if (!Escapes.isAscii(source)) {
            // Text beyond ASCII must not depend on the encoding of the page or the headers of the server.
            out.add(0, new Item.At(charset.source, "charset", "\"utf-8\"", null));
        }
        return out;
    }
}
