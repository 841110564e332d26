package io.github.assetpipe.run;

import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.transform.Lookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds files of the project and of WebJars for transformers. Immutable and safe for several threads.
 *
 * <p>A symbolic link is followed, but not out of the project.
 */
public final class SourceLookup implements Lookup {
    private static final String WEBJARS = "webjars/";

    private final Path base;
    private final WebJars webJars;

    /** Creates a look-up below {@code base} and in {@code webJars}. */
    public SourceLookup(Path base, WebJars webJars) {
        this.base = base;
        this.webJars = webJars;
    }

    @Override
    public Optional<Content> find(String path) {
        Optional<LogicalPath> normal = LogicalPath.normalise(path);
        if (normal.isEmpty()) {
            return Optional.empty();
        }
        if (normal.get().value().startsWith(WEBJARS)) {
            Optional<Content> found = webJars.find(normal.get());
            if (found.isPresent()) {
                return found;
            }
        }
        Path file = base.resolve(normal.get().value());
        return Files.isRegularFile(file) && isInside(file) ? Optional.of(Content.ofFile(file)) : Optional.empty();
    }

    private boolean isInside(Path file) {
        try {
            return file.toRealPath().startsWith(base.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
