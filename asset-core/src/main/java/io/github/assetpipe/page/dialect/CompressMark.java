package io.github.assetpipe.page.dialect;

import org.jspecify.annotations.Nullable;

/** The marks <code>{% compress css %}</code> and <code>{% endcompress %}</code>, which every dialect has. */
final class CompressMark {
    private CompressMark() {}

    static @Nullable Construct at(Scan scan, int offset) {
        int word = scan.afterSpace(offset + (scan.charAt(offset + 2) == '-' ? 3 : 2));
        int end = scan.afterName(word, "");
        String name = scan.text().substring(word, end);
        if (!name.equals("compress") && !name.equals("endcompress")) {
            return null;
        }
        int close = scan.after("%}", end);
        return close < 0 ? null : new Construct(offset, close, Construct.Kind.DIRECTIVE);
    }
}
