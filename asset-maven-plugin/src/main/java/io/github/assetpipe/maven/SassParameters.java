package io.github.assetpipe.maven;

import io.github.assetpipe.option.SassEngine;
import io.github.assetpipe.option.SassOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a pom says in {@code <sass>}; what it leaves out is null. Filled in by Maven. */
public final class SassParameters {
    /** The compiler for all stylesheets: {@code dart} or {@code libsass}. */
    private @Nullable String engine;

    /** The compiler for some stylesheets, as {@code pattern=engine}; the first pattern that matches wins. */
    private @Nullable List<String> engines;

    /** Folders whose stylesheets are all compiled, partials apart. */
    private @Nullable List<String> entryDirectories;

    /** Folder of the site that stylesheets of entry directories go to. */
    private @Nullable String outputFolder;

    /** Patterns of stylesheets in asset roots that are compiled although no page names them. */
    private @Nullable List<String> includes;

    /** Folders that are searched for imports, after the importing file's own. */
    private @Nullable List<String> loadPaths;

    /** Whether warnings of stylesheets from load paths and WebJars are dropped. */
    private @Nullable String quietDependencies;

    /** Returns the options, defaults filled in. */
    SassOptions options(ParameterValues values) {
        SassOptions defaults = SassOptions.defaults();
        return new SassOptions(
                values.choice("sass.engine", engine, defaults.engine()),
                engines(values),
                values.list("sass.entryDirectories", entryDirectories, defaults.entryDirectories()),
                values.text("sass.outputFolder", outputFolder, defaults.outputFolder()),
                values.list("sass.includes", includes, defaults.includes()),
                values.list("sass.loadPaths", loadPaths, defaults.loadPaths()),
                values.flag("sass.quietDependencies", quietDependencies, defaults.quietDependencies()));
    }

    private Map<String, SassEngine> engines(ParameterValues values) {
        Map<String, SassEngine> byPattern = new LinkedHashMap<>();
        for (String entry : values.list("sass.engines", engines, List.of())) {
            int equals = entry.lastIndexOf('=');
            if (equals <= 0 || equals == entry.length() - 1) {
                values.wrong("sass.engines", entry, "pattern=engine, such as **/legacy/*.scss=libsass", "");
            } else {
                String engineName = entry.substring(equals + 1);
                byPattern.putIfAbsent(
                        entry.substring(0, equals).trim(), values.choice("sass.engines", engineName, SassEngine.DART));
            }
        }
        return byPattern;
    }
}
