package io.github.assetpipe.text;

import java.io.File;
import java.util.List;
import org.codehaus.plexus.util.MatchPatterns;

/**
 * A list of Ant-style patterns over paths with {@code /}, as Maven users write them: {@code *}, {@code ?} and {@code **}.
 *
 * <p>A pattern without {@code /} is matched against the whole path, so {@code **}{@code /*.css} is needed to reach folders.
 * Case-sensitive on every platform. Immutable and safe for several threads.
 */
public final class Globs {
    private final MatchPatterns patterns;
    private final boolean empty;

    private Globs(List<String> patterns) {
        this.empty = patterns.isEmpty();
        this.patterns =
                MatchPatterns.from(patterns.stream().map(Globs::platform).toArray(String[]::new));
    }

    /** Returns the matcher of {@code patterns}; one of an empty list matches nothing. */
    public static Globs of(List<String> patterns) {
        return new Globs(patterns);
    }

    /** Tells whether any pattern matches {@code path}. */
    public boolean matches(String path) {
        return !empty && patterns.matches(platform(path), true);
    }

    private static String platform(String path) {
        return path.replace('/', File.separatorChar);
    }
}
