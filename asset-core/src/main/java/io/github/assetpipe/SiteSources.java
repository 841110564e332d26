package io.github.assetpipe;

import io.github.assetpipe.io.SourceFile;
import io.github.assetpipe.io.SourceTree;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.page.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds and reads what a configuration names as sources. */
final class SiteSources {
    private SiteSources() {}

    /** Returns every file whose change could change the result, but for those that engines look up on their own. */
    static List<SourceFile> files(Config config) {
        SortedMap<Path, SourceFile> files = new TreeMap<>();
        try {
            for (Path jar : config.webJars()) {
                SourceFile.of(jar).ifPresent(file -> files.put(jar, file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<Path> folders = new LinkedHashSet<>();
        config.roots().forEach(r -> folders.add(r.directory()));
        folders.addAll(config.evidence());
        config.sass()
                .entryDirectories()
                .forEach(d -> folders.add(config.baseDirectory().resolve(d)));
        for (Path folder : folders) {
            SourceTree.scan(folder).forEach(file -> files.put(file.path(), file));
        }
        return List.copyOf(files.values());
    }

    /** Returns the site as its authors wrote it, WebJars included; {@code contents} gives what a file holds. */
    static Site read(Config config, WebJars webJars, Function<SourceFile, Content> contents) {
        SourceTree tree =
                SourceTree.read(config.baseDirectory(), config.roots(), Dialects::isPage, config.copyAll(), contents);
        SortedMap<LogicalPath, Asset> assets = new TreeMap<>(webJars.assets());
        assets.putAll(tree.assets());
        return new Site(assets, tree.pages(), webJars.versionless());
    }
}
