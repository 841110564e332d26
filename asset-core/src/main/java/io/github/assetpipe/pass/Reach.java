package io.github.assetpipe.pass;

import io.github.assetpipe.css.CssTemplate;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.io.NameClashes;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.RewriteOptions.Missing;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.text.Globs;
import io.github.assetpipe.text.LineMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Leaves in the site what can be asked for: all of the project's own assets, and of WebJars only what pages and stylesheets
 * refer to. A jar of icons holds thousands of files; a site that shows three of them ships three.
 *
 * <p>References of own stylesheets to files that do not exist are reported here, before minifying moves their places.
 */
public final class Reach implements Pass {
    private final PageNames names;
    private final Modules modules;
    private final Missing missing;
    private final boolean combined;
    private final Globs untold;
    private final Set<LogicalPath> named = new HashSet<>();

    /**
     * Creates the pass.
     *
     * @param names finds the paths that pages refer to
     * @param modules what scripts import
     * @param missing what happens when a stylesheet refers to a file that does not exist
     * @param untold patterns over logical paths of stylesheets of which nobody needs to hear that they are templates
     * @param combined whether bundles have been made: then what only went into bundles is left out too
     */
    public Reach(PageNames names, Modules modules, Missing missing, Globs untold, boolean combined) {
        this.names = names;
        this.modules = modules;
        this.missing = missing;
        this.untold = untold;
        this.combined = combined;
    }

    @Override
    public String name() {
        return "reach";
    }

    /** Tells, after the pass has run, whether a page, a stylesheet or a script names a file; own files stay without that. */
    public boolean isNamed(LogicalPath path) {
        return named.contains(path);
    }

    @Override
    public Site run(Site site, Build build) {
        Set<LogicalPath> reached = new HashSet<>();
        Deque<Asset> open = new ArrayDeque<>();
        Set<LogicalPath> ofPages = names.written(site, build);
        Set<LogicalPath> consumed = new HashSet<>();
        if (combined) {
            consumed.addAll(ofPages);
            ofPages = names.remaining(site, build);
            consumed.removeAll(ofPages);
        }
        for (Asset asset : site.assets().values()) {
            if (asset.origin() != Origin.WEBJAR && !consumed.contains(asset.path())) {
                reach(asset, reached, open);
            }
        }
        ofPages.forEach(path -> site.asset(path).ifPresent(a -> ask(a, reached, open)));
        modules.ofPages().forEach(path -> site.asset(path).ifPresent(a -> ask(a, reached, open)));
        Map<LogicalPath, AssetLinks.Found> read = read(List.copyOf(open), build);
        List<Diagnostic> diagnostics = new ArrayList<>();
        while (!open.isEmpty()) {
            Asset asset = open.remove();
            LineMap lines = null;
            Diagnostic template = TemplateSheet.told(asset, build);
            if (template != null && !combined && !untold.matches(asset.path().value())) {
                diagnostics.add(template);
            }
            AssetLinks.Found known = read.remove(asset.path());
            AssetLinks.Found found = known != null ? known : AssetLinks.of(asset, build, modules);
            modules.byPageMaps(asset, found.modules())
                    .forEach(path -> site.asset(path).ifPresent(a -> ask(a, reached, open)));
            for (AssetLinks.Link link : found.links()) {
                var target = AssetLinks.follow(site, link);
                target.ifPresent(a -> ask(a, reached, open));
                if (target.isEmpty() && template == null && isFault(asset, link)) {
                    lines = lines == null ? new LineMap(asset.content().text()) : lines;
                    diagnostics.add(missing(site, asset, link, lines));
                }
            }
        }
        build.runner().report(diagnostics);
        SortedMap<LogicalPath, Asset> kept = new TreeMap<>();
        reached.forEach(path -> kept.put(path, site.asset(path).orElseThrow()));
        return new Site(kept, site.pages(), site.versionless());
    }

    /** What is reached in any case is read on all threads; what that leads to is little. */
    private Map<LogicalPath, AssetLinks.Found> read(List<Asset> assets, Build build) {
        List<AssetLinks.Found> found = build.runner().map(assets, asset -> AssetLinks.of(asset, build, modules));
        Map<LogicalPath, AssetLinks.Found> byPath = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            byPath.put(assets.get(i).path(), found.get(i));
        }
        return byPath;
    }

    private void ask(Asset asset, Set<LogicalPath> reached, Deque<Asset> open) {
        named.add(asset.path());
        reach(asset, reached, open);
    }

    private static void reach(Asset asset, Set<LogicalPath> reached, Deque<Asset> open) {
        if (reached.add(asset.path())) {
            open.add(asset);
        }
    }

    private boolean isFault(Asset asset, AssetLinks.Link link) {
        // A source map that was not shipped hurts nobody, and what a WebJar lacks is not the user's to mend.
        return !combined
                && missing != Missing.IGNORE
                && asset.origin() == Origin.PROJECT
                && asset.mediaType().equals(MediaType.CSS)
                && link.css() != null
                && link.css().kind() != io.github.assetpipe.css.UrlReference.Kind.SOURCE_MAP
                && !CssTemplate.isComputed(link.url());
    }

    private Diagnostic missing(Site site, Asset asset, AssetLinks.Link link, LineMap lines) {
        var location = lines.location(asset.file(), link.start(), link.end() - link.start());
        String message = link.target() == null
                ? "\"" + link.url() + "\" leads out of the asset roots"
                : "No file for \"" + link.url() + "\"";
        String hint = link.target() == null
                ? "Refer to a file below an asset root."
                : NameClashes.otherCase(site, link.target())
                        .map(known -> "There is " + known + ": servers on Linux tell the case of letters apart.")
                        .orElse("Looked for " + link.target() + ". The reference stays as written.");
        return missing == Missing.ERROR
                ? Diagnostic.error("missing", message, location, hint)
                : Diagnostic.warning("missing", message, location, hint);
    }
}
