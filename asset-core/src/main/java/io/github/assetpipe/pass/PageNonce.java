package io.github.assetpipe.pass;

import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.Tag;

/** The nonce of a page's scripts, for scripts that are put beside them. */
final class PageNonce {
    private PageNonce() {}

    /** Returns the attribute as the page writes it, with a space in front, or the empty string. */
    static String of(Page page) {
        for (Tag tag : page.markup().tags()) {
            if (tag.name().equals("script")) {
                for (Attribute attribute : tag.attributes()) {
                    if (attribute.name().equals("nonce") || attribute.name().equals("th:nonce")) {
                        return " " + page.text().substring(attribute.start(), attribute.end());
                    }
                }
            }
        }
        return "";
    }
}
