package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.text.Globs;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import io.github.assetpipe.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Writes scripts in the syntax of older browsers, before they are minified; those that others have minified too. */
public final class Lower implements Pass {
    private final Transformer transformer;
    private final Globs skip;
    private final Predicate<LogicalPath> named;

    /**
     * Creates the pass.
     *
     * @param transformer knows the browsers
     * @param skip patterns over logical paths that stay as written
     * @param named tells which files something names; see {@link Unnamed}
     */
    public Lower(Transformer transformer, Globs skip, Predicate<LogicalPath> named) {
        this.transformer = transformer;
        this.skip = skip;
        this.named = named;
    }

    /** A person reads of it as a part of minifying, which asked for it. */
    @Override
    public String name() {
        return "minify";
    }

    @Override
    public Site run(Site site, Build build) {
        List<Asset> scripts = site.assets().values().stream()
                .filter(a -> a.mediaType().equals(MediaType.JAVASCRIPT))
                .filter(a -> !skip.matches(a.path().value()))
                .toList();
        List<TransformInput> inputs = scripts.stream()
                .map(a -> new TransformInput(a.path(), a.file(), a.content(), a.sourceMap()))
                .toList();
        List<TransformResult> results = Unnamed.run(build.runner(), inputs, transformer, named);
        List<Asset> changed = new ArrayList<>();
        for (int i = 0; i < scripts.size(); i++) {
            Asset script = scripts.get(i);
            results.get(i).outputs().forEach(o -> changed.add(script.withContent(o.content(), o.sourceMap())));
        }
        return site.withAssets(changed);
    }
}
