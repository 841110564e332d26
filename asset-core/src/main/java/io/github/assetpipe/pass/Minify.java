package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.text.Globs;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import io.github.assetpipe.transform.Transformer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Minifies the assets of one media type; a result counts only where it is smaller.
 *
 * <p>Files with {@code .min.} in their name are left as they are: their authors have minified them.
 */
public final class Minify implements Pass {
    private final MediaType type;
    private final Transformer transformer;
    private final Globs skip;
    private final boolean atOnce;
    private final Predicate<LogicalPath> named;

    /**
     * Creates the pass.
     *
     * @param type the media type of the assets to minify
     * @param transformer the minifier
     * @param skip patterns over logical paths that stay as written
     * @param atOnce whether files of the project can be begun before the other passes, since none of these changes them
     * @param named tells which files something names; see {@link Unnamed}
     */
    public Minify(MediaType type, Transformer transformer, Globs skip, boolean atOnce, Predicate<LogicalPath> named) {
        this.type = type;
        this.transformer = transformer;
        this.skip = skip;
        this.atOnce = atOnce;
        this.named = named;
    }

    @Override
    public String name() {
        return "minify";
    }

    /** Begins the project's own files where nothing else has to happen to them first. */
    @Override
    public void start(Site sources, Build build) {
        if (atOnce) {
            List<Asset> own = chosen(sources).stream()
                    .filter(a -> a.origin() == Origin.PROJECT)
                    .toList();
            build.runner().start(inputs(own), input -> transformer, result -> result);
        }
    }

    /** The largest first: the last file to finish should be a small one. */
    private List<Asset> chosen(Site site) {
        return site.assets().values().stream()
                .filter(a -> a.mediaType().equals(type) && !a.path().isMinifiedName())
                .filter(a -> !skip.matches(a.path().value()))
                .sorted(Comparator.comparingLong((Asset a) -> a.content().size())
                        .reversed())
                .toList();
    }

    @Override
    public Site run(Site site, Build build) {
        List<Asset> chosen =
                chosen(site).stream().filter(a -> !TemplateSheet.is(a, build)).toList();
        List<TransformResult> results = Unnamed.run(build.runner(), inputs(chosen), transformer, named);
        List<Asset> changed = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            Asset asset = chosen.get(i);
            for (TransformResult.Output output : results.get(i).outputs()) {
                if (output.content().size() < asset.content().size()) {
                    changed.add(asset.withContent(output.content(), output.sourceMap()));
                }
            }
        }
        return site.withAssets(changed);
    }

    private static List<TransformInput> inputs(List<Asset> assets) {
        return assets.stream()
                .map(a -> new TransformInput(a.path(), a.file(), a.content(), a.sourceMap()))
                .toList();
    }

    /** Returns the number of bytes of all assets of a media type in a site. */
    static long bytes(Site site, MediaType type) {
        return site.assets().values().stream()
                .filter(a -> a.mediaType().equals(type))
                .map(Asset::content)
                .mapToLong(Content::size)
                .sum();
    }
}
