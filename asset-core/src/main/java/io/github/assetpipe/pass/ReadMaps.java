package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.run.Build;
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
        for (Read read : build.runner().map(candidates, this::read)) {
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

    private Read read(Asset asset) {
        Optional<MapComment> comment = MapComment.of(asset, asset.content().text());
        if (comment.isEmpty()) {
            return new Read(null, null);
        }
        try {
            String url = comment.get().url();
            SourceMap map = url.startsWith("data:") ? embedded(asset, url) : beside(asset, url);
            return new Read(map == null ? null : asset.withSourceMap(Content.of(map.toJson(null))), null);
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

    private static SourceMap embedded(Asset asset, String url) {
        int comma = url.indexOf(',');
        if (comma < 0) {
            throw new IllegalArgumentException("no data in its address");
        }
        String data = url.substring(comma + 1);
        String json = url.substring(0, comma).endsWith(";base64")
                ? new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8)
                : URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8);
        return SourceMap.parse(json).withSources(name -> resolved(asset.path(), name));
    }

    private @Nullable SourceMap beside(Asset asset, String url) {
        UrlText written = UrlText.of(url);
        String path = written.local() ? written.decodedPath() : null;
        Optional<Asset> file =
                path == null ? Optional.empty() : asset.path().resolve(path).flatMap(sources::asset);
        return file.map(f -> SourceMap.parse(f.content().text()).withSources(name -> resolved(f.path(), name)))
                .orElse(null);
    }

    /** A name relative to the map's place as a logical path; what leaves the root or has a scheme stays. */
    private static String resolved(LogicalPath map, String name) {
        UrlText text = UrlText.of(name);
        return text.local() ? map.resolve(name).map(LogicalPath::value).orElse(name) : name;
    }
}
