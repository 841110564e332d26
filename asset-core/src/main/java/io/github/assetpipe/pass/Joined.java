package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.text.SourceMap;
import io.github.assetpipe.text.SourceMaps;
import io.github.assetpipe.text.TextEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A bundle's text, made of its members' texts.
 *
 * @param head what stands before them
 * @param parts the members in order
 */
record Joined(String head, List<Part> parts) {

    /**
     * One member in a bundle.
     *
     * @param member the member
     * @param edits what was done to its text
     * @param text its text after that
     * @param tail what keeps it apart from the next one
     */
    record Part(BlockMember member, TextEdits edits, String text, String tail) {

        /** Returns the map of {@code text}; a member without one is its own source. */
        private SourceMap map(Function<BlockMember, String> place) {
            SourceMap before =
                    member.isFile() ? MapOf.member(member) : SourceMaps.identity(place.apply(member), member.text());
            return edits.isEmpty() ? before : SourceMaps.edited(before, edits);
        }
    }

    /** Returns the bundle. */
    String text() {
        StringBuilder out = new StringBuilder(head);
        parts.forEach(part -> out.append(part.text()).append(part.tail()));
        return out.toString();
    }

    /** Returns a digest of all that the bundle's map is made of. */
    String digest(Function<BlockMember, String> place) {
        StringBuilder all = new StringBuilder();
        for (Part part : parts) {
            Asset asset = part.member().asset();
            Content map = asset == null ? null : asset.sourceMap();
            all.append(asset == null ? place.apply(part.member()) : asset.file())
                    .append(map == null ? " " : " " + map.sha256())
                    .append(' ')
                    .append(Content.of(part.member().text()).sha256())
                    .append(' ')
                    .append(Content.of(part.text() + part.tail()).sha256())
                    .append('\n');
        }
        return Content.of(all.toString()).sha256();
    }

    /**
     * Returns the bundle's map: its members' maps one after another.
     *
     * @param place names the source that an inline member is
     */
    Content sourceMap(Function<BlockMember, String> place) {
        List<SourceMaps.Part> mapped = new ArrayList<>();
        mapped.add(new SourceMaps.Part(head, null));
        for (Part part : parts) {
            mapped.add(new SourceMaps.Part(part.text(), part.map(place)));
            mapped.add(new SourceMaps.Part(part.tail(), null));
        }
        return Content.of(SourceMaps.concat(mapped).toJson(null));
    }
}
