package io.github.assetpipe.run;

import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.transform.Lookup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds files of the project and of WebJars for the transformers of one build. Safe for several threads.
 *
 * <p>What was found, or not, stays so for the build: stylesheets ask for the same partials again and again. A symbolic link is followed, but not out of the project.
 */
public final class SourceLookup implements Lookup {
    private static final String WEBJARS = "webjars/";

    private final Path base;
    private final WebJars webJars;
    private final Map<String, Optional<Content>> known = new ConcurrentHashMap<>();

    /** Creates a look-up below {@code base} and in {@code webJars}. */
    public SourceLookup(Path base, WebJars webJars) {
        this.base = base;
        this.webJars = webJars;
    }

    @Override
    public Optional<Content> find(String path) {
        Optional<LogicalPath> normal = LogicalPath.normalise(path);
        return normal.isEmpty()
                ? Optional.empty()
                : known.computeIfAbsent(normal.get().value(), p -> look(normal.get()));
    }

    private Optional<Content> look(LogicalPath path) {
        if (path.value().startsWith(WEBJARS)) {
            Optional<Content> found = webJars.find(path);
            if (found.isPresent()) {
                return found;
            }
        }
        Path file = base.resolve(path.value());
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
