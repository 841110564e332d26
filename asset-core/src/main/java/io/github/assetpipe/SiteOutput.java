package io.github.assetpipe;

import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.io.OutputTree;
import io.github.assetpipe.io.Spill;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.pass.PagesAgain;
import io.github.assetpipe.run.PageMemo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans the files of a finished site, writes them, and the manifest last. */
final class SiteOutput {
    private final Config config;
    private final Site sources;
    private final FirstSizes firstSizes;

    /** Creates the output of a build that read {@code sources}. */
    SiteOutput(Config config, Site sources, FirstSizes firstSizes) {
        this.config = config;
        this.sources = sources;
        this.firstSizes = firstSizes;
    }

    /** Returns the plan of every file, to be written by {@link #commit}; {@code json} is what {@link #json} returned. */
    OutputTree plan(Site site, Manifest manifest, Content json, Spill spill, PageMemo memo) {
        OutputTree tree = new OutputTree(config.outputDirectory(), spill);
        for (Asset asset : site.assets().values()) {
            put(
                    tree,
                    asset,
                    path -> PagesAgain.written(asset, path, memo, spill).orElse(asset.content()));
        }
        for (PageFile page : site.pages()) {
            put(tree, page);
        }
        if (!config.copyAll()) {
            restoreOthers(tree);
        }
        tree.put(flatPath(config), ManifestFile.writeFlat(manifest), null);
        tree.put(config.manifestPath(), json, null);
        return tree;
    }

    /** Returns what the manifest's file holds, which is much for a large site. */
    static Content json(Manifest manifest, Spill spill) {
        return spill.write(out -> ManifestFile.write(manifest, out));
    }

    /** Writes the plan, the manifest last, and removes what only former builds had. */
    static OutputTree.Result commit(OutputTree tree, Config config) {
        return commit(tree, config, Set.of());
    }

    /**
     * Writes the plan like {@link #commit(OutputTree, Config)}.
     *
     * @param known what the manifest in its place owns; empty where that is not known
     */
    static OutputTree.Result commit(OutputTree tree, Config config, Set<String> known) {
        Set<String> owned = new TreeSet<>(known);
        List<Path> manifests = tree.manifests(config.manifestPath());
        for (Path manifest : manifests.subList(known.isEmpty() ? 0 : 1, manifests.size())) {
            owned.addAll(ManifestFile.owned(manifest));
        }
        return tree.commit(config.manifestPath(), owned);
    }

    private static String flatPath(Config config) {
        return ManifestFile.flatPath(config.manifestPath());
    }

    /** Plans an asset; {@code content} gives its bytes, from where they are written if they are there. */
    private void put(OutputTree tree, Asset asset, Function<String, Content> content) {
        Path source = asset.origin() == Origin.PROJECT ? config.baseDirectory().resolve(asset.file()) : null;
        if (asset.fingerprinted() != null) {
            String named = asset.outputPathOf(asset.fingerprinted());
            put(tree, named, content.apply(named), asset.encodings(), null);
        }
        if (isPlainKept(asset)) {
            String plain = asset.outputPathOf(asset.path());
            if (asset.written() || !asset.encodings().isEmpty()) {
                put(tree, plain, content.apply(plain), asset.encodings(), source);
            } else {
                tree.restore(plain, asset.content(), source);
            }
        }
        copies(asset).forEach(copy -> put(tree, copy, content.apply(copy), asset.encodings(), null));
    }

    /** Returns where the outputs of an asset lie once more: those of WebJars where a server looks at the class path. */
    private List<String> copies(Asset asset) {
        String folder = config.webJarCopyPrefix();
        if (folder == null || asset.origin() == Origin.PROJECT || !WebJars.serve(asset.path())) {
            return List.of();
        }
        return Stream.of(asset.fingerprinted(), isPlainKept(asset) ? asset.path() : null)
                .filter(Objects::nonNull)
                .map(path -> folder + path)
                .toList();
    }

    private boolean isPlainKept(Asset asset) {
        if (asset.mediaType().equals(MediaType.SASS)) {
            return false;
        }
        if (asset.origin() == Origin.WEBJAR) {
            // The jar itself serves the plain name.
            return asset.fingerprinted() == null && asset.written();
        }
        return asset.fingerprinted() == null || config.fingerprint().keepUnhashed();
    }

    private void put(OutputTree tree, PageFile page) {
        Path source = config.baseDirectory().resolve(page.file());
        if (page.written() || !page.encodings().isEmpty()) {
            put(tree, page.outputPath(), page.content(), page.encodings(), source);
        } else {
            tree.restore(page.outputPath(), page.content(), source);
        }
    }

    private static void put(
            OutputTree tree,
            String path,
            Content content,
            SortedMap<String, Content> encodings,
            @Nullable Path source) {
        tree.put(path, content, source);
        encodings.forEach((coding, variant) -> tree.put(path + ManifestFile.suffix(coding), variant, null));
    }

    /** Sources that the finished site no longer holds still have their place, as Maven copied them. */
    private void restoreOthers(OutputTree tree) {
        for (Asset asset : sources.assets().values()) {
            if (asset.origin() == Origin.PROJECT) {
                tree.restore(asset.outputPathOf(asset.path()), asset.content(), null);
            }
        }
    }

    Manifest manifest(Site site) {
        SortedMap<String, Manifest.AssetEntry> assets = new TreeMap<>();
        for (Asset asset : site.assets().values()) {
            if (!asset.mediaType().equals(MediaType.SASS)) {
                assets.put(asset.path().value(), entry(asset));
            }
        }
        SortedMap<String, Manifest.PageEntry> pages = new TreeMap<>();
        SortedMap<String, List<PageDecision>> untouched = new TreeMap<>();
        for (PageFile page : site.pages()) {
            if (page.written() || !page.encodings().isEmpty()) {
                pages.put(page.file(), entry(page));
            } else if (!page.decisions().isEmpty()) {
                untouched.put(page.file(), page.decisions());
            }
        }
        return new Manifest(assets, pages, untouched);
    }

    private Manifest.AssetEntry entry(Asset asset) {
        LogicalPath served = asset.servedPath();
        boolean plain = isPlainKept(asset) && asset.fingerprinted() != null;
        return new Manifest.AssetEntry(
                served.value(),
                asset.outputPathOf(served),
                plain ? asset.outputPathOf(asset.path()) : null,
                copies(asset),
                asset.mediaType().name(),
                firstSizes.of(asset.file(), asset.content().size()),
                asset.content().size(),
                asset.content().integrity(),
                sizes(asset.encodings()),
                asset.sources());
    }

    private Manifest.PageEntry entry(PageFile page) {
        long source = firstSizes.of(page.file(), page.content().size());
        return new Manifest.PageEntry(
                page.outputPath(),
                source,
                page.content().size(),
                page.content().integrity(),
                sizes(page.encodings()),
                page.decisions());
    }

    /** Returns the files that the build left behind, absolute, with the integrity of their bytes where the manifest tells it. */
    Map<Path, String> files(Manifest manifest) {
        SortedMap<String, String> names = new TreeMap<>();
        ManifestFile.owned(manifest).forEach(name -> names.put(name, ""));
        manifest.assets().values().forEach(asset -> {
            names.replace(asset.file(), asset.integrity());
            if (asset.plainFile() != null) {
                names.replace(asset.plainFile(), asset.integrity());
            }
            asset.copies().forEach(copy -> names.replace(copy, asset.integrity()));
        });
        manifest.pages().values().forEach(page -> names.replace(page.file(), page.integrity()));
        names.put(config.manifestPath(), "");
        names.put(flatPath(config), "");
        Map<Path, String> files = new TreeMap<>();
        names.forEach((name, digest) ->
                files.put(config.outputDirectory().resolve(name).normalize(), digest));
        return files;
    }

    private static SortedMap<String, Long> sizes(SortedMap<String, Content> encodings) {
        SortedMap<String, Long> sizes = new TreeMap<>();
        encodings.forEach((coding, content) -> sizes.put(coding, content.size()));
        return sizes;
    }
}
