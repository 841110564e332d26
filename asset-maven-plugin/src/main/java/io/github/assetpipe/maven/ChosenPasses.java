package io.github.assetpipe.maven;

import io.github.assetpipe.ConfigBuilder;
import io.github.assetpipe.PassName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The passes that goals chose so far for one project in one build, each with what sets its options.
 *
 * <p>Kept in the context that Maven gives to a plugin for each project of a session. The key is the class itself, since the
 * site plugin loads a report's plugin a second time, and classes of two loaders do not mix.
 */
final class ChosenPasses {
    private ChosenPasses() {}

    /** Returns the passes, to be added to; without a context (no Maven session) they are forgotten after the goal. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static SortedMap<PassName, Consumer<ConfigBuilder>> of(@Nullable Map pluginContext) {
        SortedMap<PassName, Consumer<ConfigBuilder>> none = Collections.synchronizedSortedMap(new TreeMap<>());
        return pluginContext == null
                ? none
                : (SortedMap<PassName, Consumer<ConfigBuilder>>)
                        pluginContext.computeIfAbsent(ChosenPasses.class, key -> none);
    }
}
