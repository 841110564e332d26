package io.github.assetpipe.pass;

import io.github.assetpipe.css.UrlReference;
import io.github.assetpipe.model.Asset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The references of an asset as a table that the next build reads; those of a script with imports have no such form. */
final class LinkRows {
    private static final String NOT_CSS = "-";

    private LinkRows() {}

    /** Returns the table of references that are no imports, in order. */
    static SortedMap<String, String> of(List<AssetLinks.Link> links) {
        SortedMap<String, String> rows = new TreeMap<>();
        for (AssetLinks.Link link : links) {
            UrlReference css = link.css();
            String written = css == null ? NOT_CSS + " " + NOT_CSS : css.kind() + " " + css.form();
            rows.put(
                    String.format(Locale.ROOT, "%09d", rows.size()),
                    link.start() + " " + link.end() + " " + written + " " + link.url());
        }
        return rows;
    }

    /** Returns the references of a table. */
    static List<AssetLinks.Link> read(SortedMap<String, String> rows, Asset asset) {
        List<AssetLinks.Link> links = new ArrayList<>();
        for (String row : rows.values()) {
            String[] parts = row.split(" ", 5);
            int start = Integer.parseInt(parts[0]);
            int end = Integer.parseInt(parts[1]);
            String url = parts[4];
            @Nullable
            UrlReference css = parts[2].equals(NOT_CSS)
                    ? null
                    : new UrlReference(
                            start, end, url, UrlReference.Kind.valueOf(parts[2]), UrlReference.Form.valueOf(parts[3]));
            links.add(new AssetLinks.Link(start, end, url, AssetLinks.target(asset, url), css, false, false));
        }
        return links;
    }
}
