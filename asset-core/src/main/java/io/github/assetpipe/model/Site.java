package io.github.assetpipe.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a build is about: the assets by logical path and the pages, sorted. Immutable.
 *
 * @param assets the assets by logical path
 * @param pages the pages by file
 * @param versionless WebJar paths without their version to the full path: {@code webjars/jquery/jquery.js} to
 *     {@code webjars/jquery/3.7.1/jquery.js}
 */
public record Site(
        SortedMap<LogicalPath, Asset> assets, List<PageFile> pages, SortedMap<LogicalPath, LogicalPath> versionless) {

    /** Copies the collections and sorts the pages. */
    public Site {
        assets = Collections.unmodifiableSortedMap(new TreeMap<>(assets));
        pages = pages.stream().sorted().toList();
        versionless = Collections.unmodifiableSortedMap(new TreeMap<>(versionless));
    }

    /** Returns the asset at a path, also when the path is a WebJar path without its version. */
    public Optional<Asset> asset(LogicalPath path) {
        Asset asset = assets.get(path);
        if (asset == null && versionless.containsKey(path)) {
            asset = assets.get(versionless.get(path));
        }
        return Optional.ofNullable(asset);
    }

    /** Returns this site with {@code changed} assets added or replaced. */
    public Site withAssets(Collection<Asset> changed) {
        SortedMap<LogicalPath, Asset> all = new TreeMap<>(assets);
        changed.forEach(a -> all.put(a.path(), a));
        return new Site(all, pages, versionless);
    }

    /** Returns this site with other pages. */
    public Site withPages(List<PageFile> newPages) {
        return new Site(assets, new ArrayList<>(newPages), versionless);
    }
}
