package io.github.assetpipe.maven;

import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.ScriptOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pom says in {@code <minify>}; what it leaves out is null. Filled in by Maven. */
public final class MinifyParameters {
    /** The engine for stylesheets. */
    private @Nullable String css;

    /** The engine for scripts. */
    private @Nullable String js;

    /**
     * How far Closure Compiler goes: {@code whitespace}, {@code simple} (the default) or {@code advanced}, which takes each
     * script for a whole program and needs to be told by {@link #externs} or quoted names what others use.
     */
    private @Nullable String jsLevel;

    /** Files that declare names for the level {@code advanced}, from the project's folder: {@code src/main/js/jquery.externs.js}. */
    private @Nullable List<String> externs;

    /** Patterns of files that stay as written. */
    private @Nullable List<String> skip;

    /** The browsers that stylesheets must mean the same to, or the year whose browsers scripts must run in too. */
    private @Nullable String browsers;

    /** Returns the options, defaults filled in. */
    MinifyOptions options(ParameterValues values) {
        MinifyOptions defaults = MinifyOptions.defaults();
        BrowsersParameter whom = BrowsersParameter.of(values, "minify.browsers", browsers, defaults.browsers());
        return new MinifyOptions(
                values.choice("minify.css", css, defaults.css()),
                values.choice("minify.js", js, defaults.js()),
                values.list("minify.skip", skip, defaults.skip()),
                whom.stylesheets(),
                new ScriptOptions(
                        values.choice(
                                "minify.jsLevel", jsLevel, defaults.scripts().level()),
                        values.list(
                                "minify.externs", externs, defaults.scripts().externs()),
                        whom.year()));
    }
}
