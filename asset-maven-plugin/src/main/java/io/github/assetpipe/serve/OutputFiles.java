package io.github.assetpipe.serve;

import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.io.ServedFiles;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.page.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The resources of an output directory, read anew whenever their files change.
 *
 * <p>Templates that only an engine renders, Sass sources, the manifest and everything outside the served folders are no
 * resources, nor is a variant of one; a link that leads out of the directory is none either. Safe for several threads.
 */
public final class OutputFiles {
    private static final Set<String> PLAIN_PAGES = Set.of("html", "htm");
    private static final Map<String, String> SUFFIXES =
            new TreeMap<>(Map.of("br", ".br", "gzip", ".gz", "zstd", ".zst"));

    private final Path directory;
    private final String manifestPath;
    private final WebJars webJars;
    private final UnaryOperator<byte[]> pageChange;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private volatile Mapping mapping;

    private record Known(String state, Served served) {}

    private record Mapping(String state, ServedFiles files) {}

    /**
     * Creates the resources of one directory.
     *
     * @param directory the output directory
     * @param manifestPath the manifest's path below it
     * @param webJars serves what the build did not rename
     * @param pageChange what happens to the bytes of each HTML page before they are sent
     */
    public OutputFiles(Path directory, String manifestPath, WebJars webJars, UnaryOperator<byte[]> pageChange) {
        this.directory = directory.toAbsolutePath().normalize();
        this.manifestPath = manifestPath;
        this.webJars = webJars;
        this.pageChange = pageChange;
        this.mapping = read();
    }

    private Mapping read() {
        Path file = directory.resolve(manifestPath).normalize();
        String state = state(file);
        Manifest manifest = ManifestFile.read(file).orElse(new Manifest(new TreeMap<>(), new TreeMap<>()));
        return new Mapping(state, new ServedFiles(manifestPath, manifest, this::isThere));
    }

    private Mapping mapping() {
        Mapping now = mapping;
        if (!now.state().equals(state(directory.resolve(manifestPath).normalize()))) {
            now = read();
            mapping = now;
        }
        return now;
    }

    private boolean isThere(String path) {
        Path file = directory.resolve(path).normalize();
        try {
            return file.startsWith(directory)
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(directory.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static String state(Path file) {
        try {
            return Files.size(file) + "@" + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** Returns the resource at a path, or empty. @throws UncheckedIOException when its file can't be read */
    public Optional<Served> find(LogicalPath path) {
        if (isNeverServed(path) || isVariant(path)) {
            return Optional.empty();
        }
        Optional<String> file = mapping().files().file(path);
        if (file.isPresent()) {
            return Optional.of(ofFile(path, directory.resolve(file.get())));
        }
        return path.value().startsWith("webjars/") ? webJars.find(path).map(c -> ofJar(path, c)) : Optional.empty();
    }

    private static boolean isNeverServed(LogicalPath path) {
        return MediaType.of(path).equals(MediaType.SASS)
                || (Dialects.isPage(path.value()) && !PLAIN_PAGES.contains(path.extension()));
    }

    /** Tells whether a path names the compressed form of a resource, which is only sent as that resource. */
    private boolean isVariant(LogicalPath path) {
        for (String suffix : SUFFIXES.values()) {
            String value = path.value();
            if (value.endsWith(suffix) && value.length() > suffix.length() + 1) {
                Optional<LogicalPath> plain =
                        LogicalPath.normalise(value.substring(0, value.length() - suffix.length()));
                return plain.flatMap(p -> mapping().files().file(p)).isPresent();
            }
        }
        return false;
    }

    private Served ofFile(LogicalPath path, Path file) {
        StringBuilder state = new StringBuilder(state(file));
        SUFFIXES.values().forEach(s -> state.append('|').append(state(sibling(file, s))));
        Known before = known.get(path.value());
        if (before != null && before.state().contentEquals(state)) {
            return before.served();
        }
        try {
            Instant modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
            Served served = new Representations(path, pageChange).ofFile(file, variants(file), modified);
            known.put(path.value(), new Known(state.toString(), served));
            return served;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Path> variants(Path file) {
        Map<String, Path> found = new TreeMap<>();
        SUFFIXES.forEach((coding, suffix) -> {
            Path variant = sibling(file, suffix);
            if (Files.isRegularFile(variant)) {
                found.put(coding, variant);
            }
        });
        return found;
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private Served ofJar(LogicalPath path, Content content) {
        return known.computeIfAbsent(
                        "jar:" + path,
                        key -> new Known("", new Representations(path, pageChange).ofBytes(content.bytes())))
                .served();
    }
}
