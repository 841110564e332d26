package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.pass.ModuleGraph.Import;
import io.github.assetpipe.pass.ModuleGraph.Script;
import io.github.assetpipe.text.ImportMap;
import io.github.assetpipe.text.UrlText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an import map has to say so that every import of a site's scripts leads to the file with a fingerprint.
 *
 * @param addresses the assets by the path that an import of an address leads to
 * @param names the assets by bare name, by scope; the empty scope is everywhere
 */
record ImportEntries(
        SortedMap<LogicalPath, LogicalPath> addresses, SortedMap<String, SortedMap<String, LogicalPath>> names) {

    /**
     * Collects the entries for all pages; what pages' own maps explain is not among them. Where specifiers of scripts are
     * rewritten, only the bare names of inline modules are left.
     */
    static ImportEntries of(Site site, ModuleGraph graph, Modules modules) {
        ImportEntries entries = new ImportEntries(new TreeMap<>(), new TreeMap<>());
        Set<LogicalPath> known = graph.modules();
        for (Script script : modules.byImportMap() ? graph.scripts().values() : List.<Script>of()) {
            for (Import one : script.imports()) {
                if (one.asset() != null && one.target() != null) {
                    entries.add(site, script.asset(), one, one.target(), one.asset());
                }
            }
            known.stream()
                    .filter(module -> script.says().mayImport(script.asset(), module))
                    .forEach(module -> entries.address(site, module, module));
        }
        modules.namesOfPages()
                .forEach((name, path) -> site.asset(path)
                        .ifPresent(asset -> entries.names
                                .computeIfAbsent("", s -> new TreeMap<>())
                                .put(name, asset.path())));
        return entries;
    }

    private void add(Site site, Asset script, Import one, Modules.Target target, LogicalPath asset) {
        if (!UrlText.isModuleAddress(one.specifier())) {
            names.computeIfAbsent(target.scope(), s -> new TreeMap<>()).put(one.specifier(), asset);
            return;
        }
        LogicalPath asked = AssetLinks.target(script, one.specifier());
        if (asked != null) {
            address(site, asked, asset);
        }
    }

    private void address(Site site, LogicalPath asked, LogicalPath asset) {
        LogicalPath served = site.asset(asset).map(Asset::servedPath).orElse(asset);
        if (!served.equals(asked)) {
            addresses.put(asked, asset);
        }
    }

    /** Returns these entries for a page with a map of its own, which keeps what it says but gets names below its prefixes. */
    ImportEntries beside(PageImports page, Site site, ModuleGraph graph) {
        ImportMap own = page.own();
        SortedMap<String, SortedMap<String, LogicalPath>> all = new TreeMap<>();
        names.forEach((scope, entries) -> all.put(scope, new TreeMap<>(entries)));
        SortedMap<String, LogicalPath> everywhere = all.computeIfAbsent("", s -> new TreeMap<>());
        everywhere.keySet().removeIf(own::names);
        for (Script script : graph.scripts().values()) {
            script.imports()
                    .forEach(one -> below(own, one.specifier(), script.asset().path(), site, everywhere));
        }
        page.names().forEach(name -> below(own, name, page.place(), site, everywhere));
        all.values().removeIf(Map::isEmpty);
        return new ImportEntries(addresses, all);
    }

    private static void below(
            ImportMap own, String name, LogicalPath module, Site site, SortedMap<String, LogicalPath> entries) {
        if (!UrlText.isModuleAddress(name) && !own.names(name)) {
            own.resolve(name, module)
                    .filter(match -> match.scope().isEmpty())
                    .flatMap(ImportMap.Match::path)
                    .flatMap(site::asset)
                    .ifPresent(asset -> entries.put(name, asset.path()));
        }
    }
}
