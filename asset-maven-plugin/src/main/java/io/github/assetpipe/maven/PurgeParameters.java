package io.github.assetpipe.maven;

import io.github.assetpipe.option.PurgeOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pom says in {@code <purge>}; what it leaves out is null. Filled in by Maven. */
public final class PurgeParameters {
    /** Whether unused rules are dropped. */
    private @Nullable String enabled;

    /** Names that count as used; regular expressions stand between slashes. */
    private @Nullable List<String> safelist;

    /** Names whose selectors are kept together with their descendants. */
    private @Nullable List<String> safelistDeep;

    /** Names that keep a selector when they occur in any part of it. */
    private @Nullable List<String> safelistGreedy;

    /** Names of {@code @keyframes} that count as used. */
    private @Nullable List<String> safelistKeyframes;

    /** Custom properties that count as used. */
    private @Nullable List<String> safelistVariables;

    /** Names that never count as used. */
    private @Nullable List<String> blocklist;

    /** Attributes that count as used with any value. */
    private @Nullable List<String> dynamicAttributes;

    /** Whether unused {@code @keyframes} are dropped. */
    private @Nullable String keyframes;

    /** Whether unused {@code @font-face} rules are dropped. */
    private @Nullable String fontFaces;

    /** Whether unused custom properties are dropped. */
    private @Nullable String variables;

    /** Whether what libraries of components can write counts as used. */
    private @Nullable String libraries;

    /** Patterns of further files whose words count as used. */
    private @Nullable List<String> content;

    /** Patterns of stylesheets that are not purged. */
    private @Nullable List<String> skip;

    /** Returns the options, defaults filled in. */
    PurgeOptions options(ParameterValues values) {
        PurgeOptions defaults = PurgeOptions.defaults();
        return new PurgeOptions(
                values.flag("purge.enabled", enabled, defaults.enabled()),
                values.list("purge.safelist", safelist, defaults.safelist()),
                values.list("purge.safelistDeep", safelistDeep, defaults.safelistDeep()),
                values.list("purge.safelistGreedy", safelistGreedy, defaults.safelistGreedy()),
                values.list("purge.safelistKeyframes", safelistKeyframes, defaults.safelistKeyframes()),
                values.list("purge.safelistVariables", safelistVariables, defaults.safelistVariables()),
                values.list("purge.blocklist", blocklist, defaults.blocklist()),
                values.list("purge.dynamicAttributes", dynamicAttributes, defaults.dynamicAttributes()),
                values.flag("purge.keyframes", keyframes, defaults.keyframes()),
                values.flag("purge.fontFaces", fontFaces, defaults.fontFaces()),
                values.flag("purge.variables", variables, defaults.variables()),
                values.flag("purge.libraries", libraries, defaults.libraries()),
                values.list("purge.content", content, defaults.content()),
                values.list("purge.skip", skip, defaults.skip()));
    }
}
