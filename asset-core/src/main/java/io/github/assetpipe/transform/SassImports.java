package io.github.assetpipe.transform;

import io.github.assetpipe.model.LogicalPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the file that a Sass {@code @use}, {@code @forward} or {@code @import} means, among project files and WebJars.
 *
 * <p>The rules are those of the Sass specification: partials ({@code _x}), {@code index} files, import-only files ({@code
 * x.import}), {@code .sass} and {@code .scss} before {@code .css}, and an error when two files fit. Paths are
 * project-relative, as {@link Lookup} takes them. Not safe for several threads.
 *
 * @see <a href="https://github.com/sass/sass/blob/main/spec/modules.md">Sass specification, Modules</a>
 */
final class SassImports {
    private final Lookup lookup;
    private final List<String> loadPaths;
    private final List<String> searchedFor = new ArrayList<>();

    /** Two files fit one import. */
    static final class AmbiguousImport extends Exception {
        private static final long serialVersionUID = 1L;

        private AmbiguousImport(List<String> found) {
            super("It's not clear which file to import. Found:\n  " + String.join("\n  ", found), null, false, false);
        }

        /** The message alone: engines print exceptions to users. */
        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }

    SassImports(Lookup lookup, List<String> loadPaths) {
        this.lookup = lookup;
        this.loadPaths = loadPaths;
    }

    /** Returns the file that {@code path} means, itself project-relative; {@code fromImport} admits import-only files. */
    Optional<String> resolve(String path, boolean fromImport) throws AmbiguousImport {
        Optional<String> normal = LogicalPath.normalise(path).map(LogicalPath::value);
        if (normal.isEmpty()) {
            return Optional.empty();
        }
        String base = normal.get();
        String extension = extension(base);
        if (!extension.isEmpty()) {
            String stem = base.substring(0, base.length() - extension.length());
            List<String> found = fromImport ? withName(stem + ".import" + extension) : List.of();
            return exactlyOne(found.isEmpty() ? withName(base) : found);
        }
        Optional<String> file = file(base, fromImport);
        return file.isPresent() ? file : file(base + "/index", fromImport);
    }

    /** Returns the file that a URL not relative to the importing file means: by load path, WebJar or npm package. */
    Optional<String> search(String url, boolean fromImport) throws AmbiguousImport {
        Optional<String> found = find(url, fromImport);
        found.ifPresent(searchedFor::add);
        return found;
    }

    /** Returns the files that {@link #search} has found. */
    List<String> searchedFor() {
        return searchedFor;
    }

    private Optional<String> find(String url, boolean fromImport) throws AmbiguousImport {
        String path = url.startsWith("pkg:") ? url.substring(4) : url.startsWith("~") ? url.substring(1) : url;
        boolean isPackage = path.length() < url.length();
        if (path.startsWith("/") || path.contains(":")) {
            return Optional.empty();
        }
        List<String> bases = new ArrayList<>();
        if (path.startsWith("webjars/")) {
            bases.add("");
        }
        loadPaths.forEach(p -> bases.add(p.endsWith("/") ? p : p + "/"));
        bases.add("node_modules/");
        if (isPackage) {
            bases.add("webjars/");
        }
        for (String base : bases.stream().distinct().toList()) {
            Optional<String> found = resolve(base + path, fromImport);
            if (found.isEmpty() && isPackage) {
                found = packageEntry(base + path, fromImport);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        // "bootstrap" alone: build plugins for Sass unpack WebJars and make their folders load paths.
        return path.indexOf('/') < 0 ? resolve("webjars/" + path + "/scss/" + path, fromImport) : Optional.empty();
    }

    /** Tells what was searched, for a hint. */
    String searched() {
        List<String> names = new ArrayList<>(loadPaths);
        names.add("node_modules");
        names.add("webjars");
        return String.join(", ", names.stream().distinct().toList());
    }

    /** The file that a package's own {@code package.json} names for Sass. */
    private Optional<String> packageEntry(String folder, boolean fromImport) throws AmbiguousImport {
        Optional<String> entry = lookup.find(folder + "/package.json").flatMap(json -> SassPackage.entry(json.text()));
        return entry.isPresent() ? resolve(folder + "/" + entry.get(), fromImport) : Optional.empty();
    }

    private Optional<String> file(String base, boolean fromImport) throws AmbiguousImport {
        if (fromImport) {
            Optional<String> importOnly = exactlyOne(withExtensions(base + ".import"));
            if (importOnly.isPresent()) {
                return importOnly;
            }
        }
        return exactlyOne(withExtensions(base));
    }

    private List<String> withExtensions(String base) {
        List<String> found = new ArrayList<>(withName(base + ".sass"));
        found.addAll(withName(base + ".scss"));
        return found.isEmpty() ? withName(base + ".css") : found;
    }

    private List<String> withName(String path) {
        int slash = path.lastIndexOf('/') + 1;
        String partial = path.substring(0, slash) + "_" + path.substring(slash);
        List<String> found = new ArrayList<>();
        for (String candidate : List.of(partial, path)) {
            if (lookup.find(candidate).isPresent()) {
                found.add(candidate);
            }
        }
        return found;
    }

    private static Optional<String> exactlyOne(List<String> found) throws AmbiguousImport {
        if (found.size() > 1) {
            throw new AmbiguousImport(found);
        }
        return found.stream().findFirst();
    }

    /** The extension with its dot when it is one that Sass knows, else the empty string. */
    private static String extension(String path) {
        int dot = path.lastIndexOf('.');
        String extension = dot < 0 ? "" : path.substring(dot);
        return extension.equals(".scss") || extension.equals(".sass") || extension.equals(".css") ? extension : "";
    }
}
