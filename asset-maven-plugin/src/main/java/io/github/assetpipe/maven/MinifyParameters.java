package io.github.assetpipe.maven;

import io.github.assetpipe.option.MinifyOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pom says in {@code <minify>}; what it leaves out is null. Filled in by Maven. */
public final class MinifyParameters {
    /** The engine for stylesheets. */
    private @Nullable String css;

    /** The engine for scripts. */
    private @Nullable String js;

    /** Patterns of files that stay as written. */
    private @Nullable List<String> skip;

    /** The browsers that stylesheets must mean the same to. */
    private @Nullable String browsers;

    /** Returns the options, defaults filled in. */
    MinifyOptions options(ParameterValues values) {
        MinifyOptions defaults = MinifyOptions.defaults();
        return new MinifyOptions(
                values.choice("minify.css", css, defaults.css()),
                values.choice("minify.js", js, defaults.js()),
                values.list("minify.skip", skip, defaults.skip()),
                values.choice("minify.browsers", browsers, defaults.browsers()));
    }
}
