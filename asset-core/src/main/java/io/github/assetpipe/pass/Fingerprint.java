package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.FingerprintOptions;
import io.github.assetpipe.option.SourceMapOptions;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.run.WatchMemory;
import io.github.assetpipe.text.Globs;
import io.github.assetpipe.text.SourceMap;
import io.github.assetpipe.text.SourceMaps;
import io.github.assetpipe.text.TextEdits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives every asset a name with the SHA-256 of its final bytes, leaves first, so that references can follow.
 *
 * <p>{@code css/app.css} becomes {@code css/app.3f2a9c1b7d4e.css}: twelve hexadecimal digits, as Django's manifest storage
 * and WhiteNoise use. A file's digest covers the new names of all that it refers to. References inside a cycle of
 * {@code @import} keep the plain names, with a warning; so do {@link PinnedModules} and
 * {@link RunTimeNames}, with notes. A stylesheet that is a template has other bytes whenever it is served, so it keeps its name,
 * and its references are left to the engine.
 */
public final class Fingerprint implements Pass {
    /** The number of hexadecimal digits in a name. */
    public static final int DIGITS = 12;

    private final Globs skip;
    private final boolean keepUnhashed;
    private final MapFiles maps;
    private final Modules modules;

    /**
     * Creates the pass.
     *
     * @param sourceMaps where the maps that assets carry go; they get fingerprints too
     * @param modules what scripts import
     */
    public Fingerprint(FingerprintOptions options, SourceMapOptions sourceMaps, Modules modules) {
        this.modules = modules;
        this.skip = Globs.of(options.skip());
        this.keepUnhashed = options.keepUnhashed();
        this.maps = new MapFiles(sourceMaps);
    }

    @Override
    public String name() {
        return "fingerprint";
    }

    private record Linked(
            Asset asset, String text, List<AssetLinks.Link> links, ModuleLinks modules, RunTimeNames.Found lookedFor) {
        /** Returns the modules that it imports. */
        Set<LogicalPath> imported(Site site) {
            Set<LogicalPath> imported = new TreeSet<>();
            for (AssetLinks.Link link : links) {
                if (link.module()) {
                    AssetLinks.follow(site, link).ifPresent(a -> imported.add(a.path()));
                }
            }
            return imported;
        }
    }

    @Override
    public Site run(Site site, Build build) {
        List<Asset> assets = site.assets().values().stream()
                .filter(a -> !a.mediaType().equals(MediaType.SASS))
                .toList();
        Map<LogicalPath, Linked> linked = new HashMap<>();
        build.runner()
                .map(assets, a -> read(site, maps.prepared(a, build.memory()), build))
                .forEach(l -> linked.put(l.asset().path(), l));
        SortedMap<LogicalPath, Asset> done = new TreeMap<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        Set<LogicalPath> plain = plainModules(site, linked);
        Set<LogicalPath> lookedFor = lookedFor(site, linked);
        Set<LogicalPath> pinned = new TreeSet<>(plain);
        pinned.addAll(ofTemplates(site, assets, build));
        pinned.addAll(lookedFor);
        for (LogicalPath path : leavesFirst(site, linked, pinned)) {
            Linked one = linked.get(path);
            if (one != null) {
                done.put(path, fingerprint(site, one, done, pinned, diagnostics, build.memory()));
            }
        }
        if (!plain.isEmpty()) {
            diagnostics.add(kept(site.asset(plain.iterator().next()).orElseThrow(), plain.size()));
        }
        if (!lookedFor.isEmpty()) {
            diagnostics.add(lookedFor(site.asset(lookedFor.iterator().next()).orElseThrow(), lookedFor.size()));
        }
        build.runner().report(diagnostics);
        return site.withAssets(done.values());
    }

    /** Returns the stylesheets that are templates and, where files have only their new names, what those refer to. */
    private Set<LogicalPath> ofTemplates(Site site, List<Asset> assets, Build build) {
        Set<LogicalPath> paths = new TreeSet<>();
        for (Asset asset : assets) {
            if (TemplateSheet.is(asset, build)) {
                paths.add(asset.path());
                List<AssetLinks.Link> links =
                        AssetLinks.of(asset, build, modules).links();
                links.stream()
                        .filter(l -> !keepUnhashed)
                        .forEach(l -> AssetLinks.follow(site, l).ifPresent(a -> paths.add(a.path())));
            }
        }
        return paths;
    }

    private Linked read(Site site, Asset asset, Build build) {
        if (!AssetLinks.canLink(asset) || TemplateSheet.is(asset, build)) {
            // Reading and hashing is the work here; it is done on the threads.
            asset.content().sha256();
            return new Linked(asset, "", List.of(), ModuleLinks.NONE, RunTimeNames.Found.NOTHING);
        }
        AssetLinks.Found found = AssetLinks.of(asset, build, modules);
        List<AssetLinks.Link> links = found.links().stream()
                // Where an import map gives the names, specifiers stay as they are.
                .filter(l -> !(l.module() && modules.byImportMap()))
                .filter(l -> AssetLinks.follow(site, l).isPresent())
                .toList();
        RunTimeNames.Found lookedFor =
                AssetLinks.isScript(asset) ? RunTimeNames.of(asset, build) : RunTimeNames.Found.NOTHING;
        String text = links.isEmpty() ? "" : asset.content().text();
        return new Linked(asset, text, links, found.modules(), lookedFor);
    }

    private static Set<LogicalPath> lookedFor(Site site, Map<LogicalPath, Linked> linked) {
        RunTimeNames names = new RunTimeNames(site);
        linked.values().forEach(one -> names.add(one.asset(), one.lookedFor()));
        return names.paths();
    }

    private Set<LogicalPath> plainModules(Site site, Map<LogicalPath, Linked> linked) {
        if (modules.byImportMap()) {
            return Set.of();
        }
        PinnedModules pinned = new PinnedModules();
        linked.values().forEach(one -> pinned.add(one.asset(), one.modules(), one.imported(site)));
        return pinned.paths();
    }

    /** Orders by Kahn's algorithm; what remains in cycles comes last, sorted. */
    private static List<LogicalPath> leavesFirst(Site site, Map<LogicalPath, Linked> linked, Set<LogicalPath> pinned) {
        Map<LogicalPath, List<LogicalPath>> users = new HashMap<>();
        Map<LogicalPath, Integer> open = new HashMap<>();
        for (Linked one : linked.values()) {
            TreeSet<LogicalPath> targets = new TreeSet<>();
            one.links().forEach(l -> AssetLinks.follow(site, l).ifPresent(a -> targets.add(a.path())));
            targets.remove(one.asset().path());
            targets.removeAll(pinned);
            targets.forEach(t -> users.computeIfAbsent(t, k -> new ArrayList<>())
                    .add(one.asset().path()));
            open.put(one.asset().path(), targets.size());
        }
        Deque<LogicalPath> ready = new ArrayDeque<>();
        new TreeMap<>(open).forEach((path, count) -> {
            if (count == 0) {
                ready.add(path);
            }
        });
        List<LogicalPath> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            LogicalPath path = ready.remove();
            order.add(path);
            open.remove(path);
            for (LogicalPath user : users.getOrDefault(path, List.of())) {
                if (open.merge(user, -1, Integer::sum) == 0) {
                    ready.add(user);
                }
            }
        }
        order.addAll(new TreeSet<>(open.keySet()));
        return order;
    }

    private Asset fingerprint(
            Site site,
            Linked one,
            SortedMap<LogicalPath, Asset> done,
            Set<LogicalPath> pinned,
            List<Diagnostic> diagnostics,
            WatchMemory memory) {
        Asset asset = one.asset();
        TextEdits edits = new TextEdits(one.text());
        for (AssetLinks.Link link : one.links()) {
            Asset target = AssetLinks.follow(site, link).orElseThrow();
            Asset finished = done.get(target.path());
            if (pinned.contains(target.path())) {
                continue;
            }
            if (finished == null) {
                diagnostics.add(cycle(asset, link));
            } else if (finished.fingerprinted() != null) {
                edits.replace(link.start(), link.end(), link.naming(asset, target, finished.servedPath()));
            }
        }
        Asset edited = edits.isEmpty()
                ? asset
                : asset.withContent(encode(asset, edits.apply()), moved(asset.sourceMap(), edits));
        boolean plain = pinned.contains(asset.path());
        MapFiles.Mapped mapped =
                maps.attach(edited == asset ? asset : maps.prepared(edited, memory), this::named, memory);
        if (mapped.map() != null) {
            done.put(mapped.map().path(), mapped.map());
        }
        return plain ? mapped.asset() : named(mapped.asset());
    }

    private Asset named(Asset asset) {
        return skip.matches(asset.path().value())
                ? asset
                : asset.withFingerprinted(fingerprinted(asset.path(), asset.content()));
    }

    private static @Nullable Content moved(@Nullable Content map, TextEdits edits) {
        return map == null
                ? null
                : Content.of(
                        SourceMaps.edited(SourceMap.parse(map.text()), edits).toJson(null));
    }

    private static Content encode(Asset asset, String text) {
        return asset.content().isUtf8()
                ? Content.of(text)
                : Content.of(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    /** Returns {@code path} with the first digits of the content's SHA-256 before its extension. */
    public static LogicalPath fingerprinted(LogicalPath path, Content content) {
        String digest = content.sha256().substring(0, DIGITS);
        String name = path.fileName();
        int dot = name.lastIndexOf('.');
        // A map's name keeps its double extension together: app.3f2a9c1b7d4e.css.map
        if (name.endsWith(".css.map") || name.endsWith(".js.map")) {
            dot = name.lastIndexOf('.', dot - 1);
        }
        return path.sibling(
                dot <= 0 ? name + "." + digest : name.substring(0, dot) + "." + digest + name.substring(dot));
    }

    private static Diagnostic kept(Asset first, int count) {
        return Diagnostic.note(
                "module-names",
                count + (count == 1 ? " module keeps its plain name" : " modules keep their plain names")
                        + ", because they import each other in a circle or a script computes what it imports",
                Location.ofFile(first.file()),
                "a browser runs a module once for each of its names, so it must have the same one everywhere");
    }

    private static Diagnostic lookedFor(Asset first, int count) {
        return Diagnostic.note(
                "runtime-names",
                count + (count == 1 ? " file keeps its plain name" : " files keep their plain names")
                        + ", because scripts look for such names at run time",
                Location.ofFile(first.file()),
                "a script that finds its folder by a file's name, or makes another name of it, needs the name as it is");
    }

    private static Diagnostic cycle(Asset asset, AssetLinks.Link link) {
        return Diagnostic.warning(
                "import-cycle",
                "\"" + link.url() + "\" leads back to this file, so no name can cover its content",
                Location.ofFile(asset.file()),
                "The reference keeps the plain name. Break the cycle to get it cached for a year.");
    }
}
