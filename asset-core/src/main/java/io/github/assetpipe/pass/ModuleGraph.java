package io.github.assetpipe.pass;

import io.github.assetpipe.js.JsSpecifiers.Kind;
import io.github.assetpipe.js.JsSpecifiers.Specifier;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.run.Build;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which script of a finished site imports which, with the specifiers that say so. Immutable. */
final class ModuleGraph {
    private final SortedMap<LogicalPath, Script> scripts = new TreeMap<>();

    private ModuleGraph() {}

    /**
     * An import.
     *
     * @param specifier as it is written
     * @param dynamic whether it happens only when an {@code import()} is run
     * @param target where it leads, or null for a bare name that nothing but a page may explain
     * @param asset the path of the asset that is there, or null
     */
    record Import(
            String specifier,
            boolean dynamic,
            Modules.@Nullable Target target,
            @Nullable LogicalPath asset) {}

    /**
     * A script.
     *
     * @param asset the script
     * @param says what it names
     * @param imports what it imports, in order
     */
    record Script(Asset asset, ModuleLinks says, List<Import> imports) {}

    /** Reads the scripts of a site. */
    static ModuleGraph of(Site site, Modules modules, Build build) {
        List<Asset> scripts =
                site.assets().values().stream().filter(AssetLinks::isScript).toList();
        // Specifiers that were rewritten say the final names.
        Map<LogicalPath, LogicalPath> renamed = new HashMap<>();
        scripts.forEach(script -> renamed.put(script.servedPath(), script.path()));
        ModuleGraph graph = new ModuleGraph();
        build.runner()
                .map(scripts, asset -> read(site, asset, modules, renamed))
                .forEach(script -> {
                    if (!script.imports().isEmpty() || script.says().found().module()) {
                        graph.scripts.put(script.asset().path(), script);
                    }
                });
        return graph;
    }

    private static Script read(Site site, Asset asset, Modules modules, Map<LogicalPath, LogicalPath> renamed) {
        ModuleLinks says = modules.of(asset.content().text());
        List<Import> imports = new ArrayList<>();
        for (Specifier name : says.found().specifiers()) {
            if (name.kind() != Kind.URL) {
                Modules.Target target = modules.target(asset, name.text()).orElse(null);
                LogicalPath found = target == null
                        ? null
                        : site.asset(target.path()).map(Asset::path).orElse(renamed.get(target.path()));
                imports.add(new Import(name.text(), name.kind() == Kind.DYNAMIC, target, found));
            }
        }
        return new Script(asset, says, imports);
    }

    /** Returns the scripts that are modules or import some, by path. */
    SortedMap<LogicalPath, Script> scripts() {
        return scripts;
    }

    /** Returns all that is run as a module, as far as scripts tell. */
    Set<LogicalPath> modules() {
        Set<LogicalPath> modules = new TreeSet<>();
        for (Script script : scripts.values()) {
            if (script.says().found().module()) {
                modules.add(script.asset().path());
            }
            script.imports().forEach(one -> {
                if (one.asset() != null) {
                    modules.add(one.asset());
                }
            });
        }
        return modules;
    }

    /**
     * Returns what is loaded before any of {@code entries} runs, these included, nearest first; empty when not all of it is
     * known.
     */
    Optional<Set<LogicalPath>> loadedBy(List<LogicalPath> entries) {
        Set<LogicalPath> loaded = new LinkedHashSet<>();
        Deque<LogicalPath> open = new ArrayDeque<>(entries);
        while (!open.isEmpty()) {
            LogicalPath path = open.remove();
            Script script = loaded.add(path) ? scripts.get(path) : null;
            for (Import one : script == null ? List.<Import>of() : script.imports()) {
                if (!one.dynamic()) {
                    if (one.asset() == null) {
                        return Optional.empty();
                    }
                    open.add(one.asset());
                }
            }
        }
        return Optional.of(loaded);
    }
}
