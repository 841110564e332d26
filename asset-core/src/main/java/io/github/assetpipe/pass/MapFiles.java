package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.model.UrlForm;
import io.github.assetpipe.option.SourceMapMode;
import io.github.assetpipe.option.SourceMapOptions;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.run.WatchMemory;
import io.github.assetpipe.text.SourceMap;
import io.github.assetpipe.text.SourceMaps;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts source maps where they belong: into files beside their assets, or into the assets.
 *
 * <p>As a pass it serves builds without fingerprints; {@link Fingerprint} does the same with the maps' final names.
 */
public final class MapFiles implements Pass {
    private final SourceMapOptions options;

    /** Creates the pass. */
    public MapFiles(SourceMapOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "maps";
    }

    @Override
    public Site run(Site site, Build build) {
        List<Asset> changed = new ArrayList<>();
        List<Asset> carriers =
                site.assets().values().stream().filter(this::isAttached).toList();
        WatchMemory memory = build.memory();
        for (Mapped mapped : build.runner()
                .map(carriers, asset -> attach(prepared(asset, memory), UnaryOperator.identity(), memory))) {
            changed.add(mapped.asset());
            if (mapped.map() != null) {
                changed.add(mapped.map());
            }
        }
        return site.withAssets(changed);
    }

    /**
     * An asset with its map attached.
     *
     * @param asset the asset, with a comment that names the map where the mode asks for one
     * @param map the map as an asset of its own, or null
     */
    record Mapped(Asset asset, @Nullable Asset map) {}

    /** Returns a changed asset without the comment that names the map of what it was. */
    Asset prepared(Asset asset, WatchMemory memory) {
        Optional<MapComment> comment = isAttached(asset) ? MapComment.of(asset, memory) : Optional.empty();
        if (comment.isEmpty() || !asset.content().isUtf8()) {
            return asset;
        }
        String text = asset.content().text();
        return asset.withContent(
                Content.of(text.substring(0, comment.get().start())
                        + text.substring(comment.get().end())),
                asset.sourceMap());
    }

    /** Tells whether a map is written for an asset; one that nothing changed names its own map already. */
    private boolean isAttached(Asset asset) {
        return asset.sourceMap() != null && asset.written() && options.wanted();
    }

    /**
     * Attaches the map that an asset carries.
     *
     * @param naming gives the map file its final name before the comment is written
     * @param memory holds maps that were written before
     */
    Mapped attach(Asset asset, UnaryOperator<Asset> naming, WatchMemory memory) {
        Content kept = asset.sourceMap();
        if (kept == null || !isAttached(asset)) {
            return new Mapped(asset, null);
        }
        String about = asset.path().fileName() + " " + options.sourcesContent();
        Content json =
                memory.of(Written.class, about, kept, c -> written(asset, c)).json();
        if (options.mode() == SourceMapMode.INLINE) {
            String data = Base64.getEncoder().encodeToString(json.bytes());
            return new Mapped(commented(asset, "data:application/json;charset=utf-8;base64," + data), null);
        }
        LogicalPath path = asset.path().sibling(asset.path().fileName() + ".map");
        Asset file = naming.apply(Asset.generated(path, json, asset.outputPrefix(), asset.sources(), null)
                .servedBelow(asset.servedFolder()));
        return options.mode() == SourceMapMode.HIDDEN
                ? new Mapped(asset, file)
                : new Mapped(commented(asset, address(file.servedPath())), file);
    }

    /** A map as it is shipped. */
    private record Written(Content json) {}

    private Written written(Asset asset, Content kept) {
        String file = asset.path().fileName();
        String json = kept.text();
        return new Written(Content.of(
                options.sourcesContent()
                        ? SourceMaps.named(json, file)
                        : SourceMap.parse(json).withoutContents().toJson(file)));
    }

    private String address(LogicalPath map) {
        return options.prefix().isEmpty()
                ? UrlForm.encode(map.fileName())
                : options.prefix() + UrlForm.encode(map.value());
    }

    private static Asset commented(Asset asset, String url) {
        boolean css = asset.mediaType().equals(MediaType.CSS);
        String comment = css ? "/*# sourceMappingURL=" + url + " */" : "//# sourceMappingURL=" + url;
        byte[] head = asset.content().bytes();
        boolean newLine = head.length > 0 && head[head.length - 1] != '\n';
        byte[] tail = ((newLine ? "\n" : "") + comment + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return asset.withContent(Content.of(all), asset.sourceMap());
    }
}
