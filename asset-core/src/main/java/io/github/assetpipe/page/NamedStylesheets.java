package io.github.assetpipe.page;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the Sass style sheets that pages ask for: as {@code x.scss}, or as {@code x.css} where only {@code x.scss} exists. */
public final class NamedStylesheets {
    private NamedStylesheets() {}

    /**
     * Returns the Sass assets that pages name.
     *
     * @param site the site before Sass is compiled
     * @param reader reads the pages
     * @param urlRoots configured URL roots
     */
    public static Set<LogicalPath> of(Site site, PageReader reader, List<String> urlRoots) {
        SortedMap<LogicalPath, LogicalPath> byResult = new TreeMap<>();
        SortedMap<LogicalPath, Asset> assets = new TreeMap<>(site.assets());
        for (Asset asset : site.assets().values()) {
            LogicalPath result = asset.path().sibling(asset.path().stem() + ".css");
            if (asset.mediaType().equals(MediaType.SASS) && !site.assets().containsKey(result)) {
                byResult.put(result, asset.path());
                // Stands for what compiling will give, so that addresses resolve as they will then.
                assets.put(result, Asset.generated(result, Content.of(""), "", List.of(), null));
            }
        }
        Set<LogicalPath> named = new TreeSet<>();
        if (byResult.isEmpty()) {
            return named;
        }
        UrlResolver resolver = new UrlResolver(new Site(assets, site.pages(), site.versionless()), urlRoots);
        for (PageFile file : site.pages()) {
            PageUrls urls = PageUrls.of(reader.read(file), file, resolver, Set.of());
            for (UrlResolver.Target target : urls.targets().values()) {
                LogicalPath source = target instanceof UrlResolver.Target.Found found
                        ? byResult.get(found.asset().path())
                        : null;
                if (source != null) {
                    named.add(source);
                }
            }
        }
        return named;
    }
}
