package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.run.WatchMemory;
import io.github.assetpipe.text.SourceMap;
import io.github.assetpipe.text.UrlText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the source maps that style sheets and scripts bring along, in a file of the site or in the comment itself, so that
 * the maps of what is made of them lead to the first sources. Plain and indexed maps count.
 */
public final class ReadMaps implements Pass {

    private final Site sources;

    /**
     * Creates the pass.
     *
     * @param sources where map files are found that no page leads to
     */
    public ReadMaps(Site sources) {
        this.sources = sources;
    }

    @Override
    public String name() {
        return "read maps";
    }

    private record Read(@Nullable Asset asset, @Nullable Diagnostic problem) {}

    @Override
    public Site run(Site site, Build build) {
        List<Asset> candidates = site.assets().values().stream()
                .filter(a ->
                        a.mediaType().equals(MediaType.CSS) || a.mediaType().equals(MediaType.JAVASCRIPT))
                .filter(a -> a.sourceMap() == null)
                .toList();
        List<Asset> changed = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        for (Read read : build.runner().map(candidates, asset -> read(asset, build.memory()))) {
            if (read.asset() != null) {
                changed.add(read.asset());
            }
            if (read.problem() != null) {
                problems.add(read.problem());
            }
        }
        build.runner().report(problems);
        return site.withAssets(changed);
    }

    private Read read(Asset asset, WatchMemory memory) {
        Optional<MapComment> comment = MapComment.of(asset, memory);
        if (comment.isEmpty()) {
            return new Read(null, null);
        }
        try {
            String url = comment.get().url();
            Content map = url.startsWith("data:") ? embedded(asset, url, memory) : beside(asset, url, memory);
            return new Read(map == null ? null : asset.withSourceMap(map), null);
        } catch (IllegalArgumentException e) {
            return new Read(
                    null,
                    Diagnostic.warning(
                            "source-map",
                            "The source map that this file names can't be read: " + e.getMessage(),
                            Location.ofFile(asset.file()),
                            "the file counts as its own source"));
        }
    }

    /** A map as the pipeline keeps it. */
    private record Kept(Content json) {
        static Kept of(LogicalPath place, String json) {
            return new Kept(Content.of(SourceMap.parse(json)
                    .withSources(name -> resolved(place, name))
                    .toJson(null)));
        }
    }

    private static Content embedded(Asset asset, String url, WatchMemory memory) {
        return memory.of(Kept.class, asset.path().value(), asset.content(), c -> Kept.of(asset.path(), embedded(url)))
                .json();
    }

    private static String embedded(String url) {
        int comma = url.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("no data in its address");
        }
        String data = url.substring(comma + 1);
        return url.substring(0, comma).endsWith(";base64")
                ? new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8)
                : URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private @Nullable Content beside(Asset asset, String url, WatchMemory memory) {
        UrlText written = UrlText.of(url);
        String path = written.local() ? written.decodedPath() : null;
        Optional<Asset> file =
                path == null ? Optional.empty() : asset.path().resolve(path).flatMap(sources::asset);
        return file.map(f -> memory.of(Kept.class, f.path().value(), f.content(), c -> Kept.of(f.path(), c.text()))
                        .json())
                .orElse(null);
    }

    /** A name relative to the map's place as a logical path; what leaves the root or has a scheme stays. */
    private static String resolved(LogicalPath map, String name) {
        UrlText text = UrlText.of(name);
        return text.local() ? map.resolve(name).map(LogicalPath::value).orElse(name) : name;
    }
}
