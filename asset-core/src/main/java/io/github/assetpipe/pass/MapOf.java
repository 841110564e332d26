package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.text.SourceMap;
import io.github.assetpipe.text.SourceMaps;
import io.github.assetpipe.text.TextEdits;
import java.util.Objects;

/** The source maps of assets, made where there are none: a file that nothing was done to is its own source. */
final class MapOf {
    private MapOf() {}

    /** Returns the map of an asset's text. */
    static SourceMap asset(Asset asset) {
        return of(asset, asset.content().text());
    }

    /** Returns the map of the text of a member that is a file. */
    static SourceMap member(BlockMember member) {
        return of(Objects.requireNonNull(member.asset()), member.text());
    }

    private static SourceMap of(Asset asset, String text) {
        Content map = asset.sourceMap();
        return map == null ? SourceMaps.identity(asset.file(), text) : SourceMap.parse(map.text());
    }

    /** Returns the map after {@code edits}, as it is kept. */
    static Content edited(SourceMap before, TextEdits edits) {
        return Content.of(SourceMaps.edited(before, edits).toJson(null));
    }
}
