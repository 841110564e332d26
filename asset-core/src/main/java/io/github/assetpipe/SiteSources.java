package io.github.assetpipe;

import io.github.assetpipe.io.SourceFile;
import io.github.assetpipe.io.SourceTree;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.SourceRoot;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.page.dialect.Dialects;
import io.github.assetpipe.pass.Purge;
import io.github.assetpipe.text.Globs;
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
            for (List<Path> jars : List.of(config.webJars(), config.libraries())) {
                for (Path jar : jars) {
                    SourceFile.of(jar).ifPresent(file -> files.put(jar, file));
                }
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
        content(config).forEach(file -> files.put(file.path(), file));
        return List.copyOf(files.values());
    }

    /** Returns the files of the project that are named as content for purging, wherever they lie. */
    private static List<SourceFile> content(Config config) {
        if (config.purge().content().isEmpty()) {
            return List.of();
        }
        Globs wanted = Globs.of(config.purge().content());
        return SourceTree.scan(config.baseDirectory()).stream()
                .filter(file -> !file.path().startsWith(config.outputDirectory())
                        && !file.path().startsWith(config.workDirectory())
                        && wanted.matches(shown(config, file.path())))
                .toList();
    }

    /** Returns texts that are neither asset nor page and can name what a page uses, by the names that users know them by. */
    static SortedMap<String, Content> furtherTexts(Config config) {
        SortedMap<String, Content> texts = new TreeMap<>();
        for (Path folder : config.evidence()) {
            for (Path file : SourceTree.files(folder)) {
                String name = shown(config, file);
                if (Purge.isEvidence(name)) {
                    texts.put(name, Content.ofFile(file));
                }
            }
        }
        content(config).forEach(file -> texts.put(shown(config, file.path()), file.content()));
        return texts;
    }

    private static String shown(Config config, Path file) {
        Path base = config.baseDirectory();
        Path shown = file.startsWith(base) ? base.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }

    /** Returns the site as its authors wrote it, WebJars included; {@code contents} gives what a file holds. */
    static Site read(Config config, WebJars webJars, Function<SourceFile, Content> contents) {
        PageReader chosen = new PageReader(config.rewrite().dialects());
        SourceTree tree = SourceTree.read(
                config.baseDirectory(),
                config.roots(),
                (name, kind) -> Dialects.isPage(name) || chosen.isChosen(name, kind == SourceRoot.Kind.PAGES),
                config.copyAll(),
                contents);
        SortedMap<LogicalPath, Asset> assets = new TreeMap<>(webJars.assets());
        assets.putAll(tree.assets());
        return new Site(assets, tree.pages(), webJars.versionless());
    }
}
