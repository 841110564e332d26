package io.github.assetpipe.run;

import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.transform.Lookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds files of the project and of WebJars for all that one build does with them, and knows afterwards which were asked for.
 * Safe for several threads.
 *
 * <p>What was found, or not, stays so for the build: stylesheets ask for the same partials again and again. A symbolic link
 * is followed, but not out of the project.
 */
public final class SourceLookup implements Lookup {
    private static final String WEBJARS = "webjars/";
    /** Bytes up to which a file is held in memory for the build; stylesheets and small images are asked for, and re-read. */
    private static final long HELD = 1 << 20;

    private final Path base;
    private final WebJars webJars;
    private final Map<String, Optional<Content>> known = new ConcurrentHashMap<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();

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

    /** Returns every path that was asked for. */
    public Set<String> asked() {
        return Set.copyOf(known.keySet());
    }

    /** Returns every path that was asked for with the SHA-256 of what was there, an empty text for nothing. */
    public SortedMap<String, String> digests() {
        SortedMap<String, String> digests = new TreeMap<>();
        known.forEach(
                (path, found) -> digests.put(path, found.map(Content::sha256).orElse("")));
        return digests;
    }

    /** Returns every file that was asked for with its state before it was read, as a {@link BuildStamp} keeps it. */
    SortedMap<Path, String> states() {
        SortedMap<Path, String> files = new TreeMap<>();
        states.forEach((path, state) -> files.put(base.resolve(path).normalize(), state));
        return files;
    }

    private Optional<Content> look(LogicalPath path) {
        if (path.value().startsWith(WEBJARS)) {
            Optional<Content> found = webJars.find(path);
            if (found.isPresent()) {
                return found;
            }
        }
        Path file = base.resolve(path.value());
        states.put(path.value(), BuildStamp.stateOf(file));
        return Files.isRegularFile(file) && isInside(file) ? content(file) : Optional.empty();
    }

    /** What a result is remembered by and what it is made of must be one reading, even if the file changes in between. */
    private static Optional<Content> content(Path file) {
        try {
            return Optional.of(Files.size(file) > HELD ? Content.ofFile(file) : Content.of(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isInside(Path file) {
        try {
            return file.toRealPath().startsWith(base.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
