package io.github.assetpipe.option;

import java.util.List;
import java.util.Map;

/**
 * How stylesheets are compiled.
 *
 * @param engine the compiler for all stylesheets that no pattern of {@code engines} matches
 * @param engines glob patterns over entry paths (project-relative or logical) to the compiler for them; first match wins
 * @param entryDirectories project-relative folders whose non-partial stylesheets are all compiled, such as {@code src/main/scss}
 * @param outputFolder logical folder that entries of {@code entryDirectories} are written below, such as {@code css}
 * @param includes glob patterns over logical paths: stylesheets in asset roots that are compiled although no page names them
 * @param loadPaths project-relative folders searched for imports, after the importing file's own folder
 * @param quietDependencies whether warnings of stylesheets found through load paths and WebJars are dropped
 */
public record SassOptions(
        SassEngine engine,
        Map<String, SassEngine> engines,
        List<String> entryDirectories,
        String outputFolder,
        List<String> includes,
        List<String> loadPaths,
        boolean quietDependencies) {

    /** Copies the collections. */
    public SassOptions {
        engines = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(engines));
        entryDirectories = List.copyOf(entryDirectories);
        includes = List.copyOf(includes);
        loadPaths = List.copyOf(loadPaths);
    }

    /** Returns the defaults: Dart Sass, {@code src/main/scss} and {@code src/main/sass} into {@code css}. */
    public static SassOptions defaults() {
        return new SassOptions(
                SassEngine.DART,
                Map.of(),
                List.of("src/main/scss", "src/main/sass"),
                "css",
                List.of(),
                List.of("src/main/scss", "src/main/sass", "node_modules"),
                true);
    }
}
