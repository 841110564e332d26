package io.github.assetpipe.css.purge;

import java.util.List;

/**
 * What purging made of a site's stylesheets.
 *
 * @param sheets the stylesheets, in the order in which they were given
 */
public record PurgeResult(List<PurgedSheet> sheets) {

    /** Copies the list. */
    public PurgeResult {
        sheets = List.copyOf(sheets);
    }

    /** Returns the number of characters that went. */
    public long saved() {
        return sheets.stream()
                .mapToLong(sheet -> sheet.source().length() - sheet.text().length())
                .sum();
    }
}
