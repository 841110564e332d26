package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Modules that keep their plain names. A browser runs a module once for each name that it is loaded by, so that a module
 * must have one name wherever it is named: those that import each other in a circle can't be named by their content, and
 * those that some script imports by a computed name can't be renamed there.
 */
final class PinnedModules {
    private final Map<LogicalPath, Set<LogicalPath>> imports = new TreeMap<>();
    private final Set<LogicalPath> modules = new HashSet<>();
    private final Map<Asset, ModuleLinks> computing = new HashMap<>();

    /** Adds what a script says and which assets its links lead to. */
    void add(Asset script, ModuleLinks says, Set<LogicalPath> imported) {
        if (says.found().module()) {
            modules.add(script.path());
        }
        modules.addAll(imported);
        if (!imported.isEmpty()) {
            imports.put(script.path(), imported);
        }
        if (!says.found().computed().isEmpty()) {
            computing.put(script, says);
        }
    }

    /** Returns the modules, sorted. */
    Set<LogicalPath> paths() {
        Set<LogicalPath> pinned = circles();
        computing.forEach((script, says) -> modules.stream()
                .filter(module -> says.mayImport(script, module))
                .forEach(pinned::add));
        return pinned;
    }

    /** What is left when all that imports nothing, and all that nothing imports, is taken away again and again. */
    private Set<LogicalPath> circles() {
        Set<LogicalPath> left = new TreeSet<>(imports.keySet());
        boolean changed = true;
        while (changed) {
            Set<LogicalPath> imported = new HashSet<>();
            left.forEach(path -> imported.addAll(imports.getOrDefault(path, Set.of())));
            changed = left.retainAll(imported);
            List<LogicalPath> ends = left.stream()
                    .filter(path ->
                            imports.getOrDefault(path, Set.of()).stream().noneMatch(left::contains))
                    .toList();
            changed |= left.removeAll(new HashSet<>(ends));
        }
        return left;
    }
}
