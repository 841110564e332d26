package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.run.WatchMemory;
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

        /** Returns a digest of all that the map is made of. */
        private String digest(Function<BlockMember, String> place) {
            Asset asset = member.asset();
            Content map = asset == null ? null : asset.sourceMap();
            return Content.of((asset == null ? place.apply(member) : asset.file())
                            + (map == null ? "" : " " + map.sha256()) + " "
                            + Content.of(member.text()).sha256() + " "
                            + Content.of(text).sha256())
                    .sha256();
        }
    }

    /** Returns the bundle. */
    String text() {
        StringBuilder out = new StringBuilder(head);
        parts.forEach(part -> out.append(part.text()).append(part.tail()));
        return out.toString();
    }

    /** A member's map, which is what it was when the member is. */
    private record MapOfPart(SourceMap map) {}

    /**
     * Returns the bundle's map: its members' maps one after another.
     *
     * @param place names the source that an inline member is
     * @param memory holds the maps of members that an earlier build joined
     */
    Content sourceMap(Function<BlockMember, String> place, WatchMemory memory) {
        List<String> digests = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Part part : parts) {
            digests.add(part.digest(place));
            all.append(digests.get(digests.size() - 1)).append(' ').append(part.tail());
        }
        String digest = Content.of(all.toString()).sha256();
        return memory.of(MapOfBundle.class, head, digest, () -> new MapOfBundle(made(place, digests, memory)))
                .json();
    }

    private record MapOfBundle(Content json) {}

    private Content made(Function<BlockMember, String> place, List<String> digests, WatchMemory memory) {
        List<SourceMaps.Part> mapped = new ArrayList<>();
        mapped.add(new SourceMaps.Part(head, null));
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            SourceMap map = memory.of(MapOfPart.class, "", digests.get(i), () -> new MapOfPart(part.map(place)))
                    .map();
            mapped.add(new SourceMaps.Part(part.text(), map));
            mapped.add(new SourceMaps.Part(part.tail(), null));
        }
        return Content.of(SourceMaps.concat(mapped).toJson(null));
    }
}
