package io.github.assetpipe.maven;

import io.github.assetpipe.Config;
import io.github.assetpipe.option.SourceRoot;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.codehaus.plexus.build.BuildContext;

/**
 * The workspace of an IDE that runs the build, such as Eclipse with m2e; on the command line everything is always new.
 *
 * @param context what the IDE knows of changes
 */
record Workspace(BuildContext context) {

    /** Tells whether the IDE knows that no source has changed since the last run, so that running would only loop. */
    boolean unchanged(Config config) {
        return context.isIncremental() && sources(config).noneMatch(folder -> context.hasDelta(folder.toFile()));
    }

    private static Stream<Path> sources(Config config) {
        Stream<Path> roots = config.roots().stream().map(SourceRoot::shownAs);
        Stream<Path> entries = config.sass().entryDirectories().stream().map(config.baseDirectory()::resolve);
        return Stream.concat(Stream.concat(roots, entries), config.evidence().stream());
    }

    /** Tells the IDE that outputs may have changed. */
    void refresh(Config config) {
        context.refresh(config.outputDirectory().toFile());
    }
}
