package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.io.EntryStore;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.transform.TransformResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells in the time of a directory listing that nothing has changed since the last build.
 *
 * <p>A stamp holds the configuration, and size and time of every file that was read, asked for in vain, or written. Where a
 * file is so young that a change within the clock's grain could hide, its digest is held and compared too. A stamp that is
 * missing, damaged or of another version only means that the build runs.
 */
public final class BuildStamp {
    private static final String CONFIGURATION = "configuration";
    private static final String NAME = "00stamp";
    /** File times are as coarse as two seconds on some file systems. */
    private static final long GRAIN_MILLIS = 2_500;

    private final EntryStore store;
    private final String configuration;

    /**
     * Creates the stamp of a build.
     *
     * @param workDirectory the build's own folder
     * @param configuration everything that the result depends on besides files, as text
     */
    public BuildStamp(Path workDirectory, String configuration) {
        this.store = new EntryStore(workDirectory.resolve("stamp"));
        this.configuration = CodeDigest.VALUE + "\n" + configuration;
    }

    /**
     * Returns the diagnostics of the last build if it would be repeated to the byte, or empty if it has to run.
     *
     * @param inputs all source files as of now
     */
    public Optional<List<Diagnostic>> current(Collection<Path> inputs) {
        Optional<byte[]> bytes = store.read(NAME);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            CacheEntry entry = CacheEntry.ofBytes(bytes.get());
            SortedMap<String, String> stored = entry.lookups();
            if (!configuration.equals(stored.get(CONFIGURATION))) {
                return Optional.empty();
            }
            long known = stored.keySet().stream().filter(k -> k.startsWith("<")).count();
            if (known != inputs.size() || !inputs.stream().allMatch(p -> stored.containsKey("<" + p))) {
                return Optional.empty();
            }
            for (Map.Entry<String, String> file : stored.entrySet()) {
                if (!file.getKey().equals(CONFIGURATION)
                        && !isSame(Path.of(file.getKey().substring(1)), file.getValue())) {
                    return Optional.empty();
                }
            }
            return Optional.of(entry.result().diagnostics());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the state of the source files before they are read: what changes during the build counts as changed after it.
     *
     * @param inputs all source files
     */
    public SortedMap<String, String> observe(Collection<Path> inputs) {
        SortedMap<String, String> files = new TreeMap<>();
        inputs.forEach(p -> files.put("<" + p, state(p)));
        return files;
    }

    /**
     * Remembers a finished build.
     *
     * @param before what {@link #observe} returned before the build
     * @param others files that it asked for, there or not, and files that it wrote
     * @param diagnostics what it said
     */
    public void remember(SortedMap<String, String> before, Collection<Path> others, List<Diagnostic> diagnostics) {
        SortedMap<String, String> files = new TreeMap<>(before);
        files.put(CONFIGURATION, configuration);
        try {
            others.forEach(p -> files.put(">" + p, state(p)));
            store.write(NAME, new CacheEntry(files, new TransformResult(List.of(), diagnostics)).toBytes());
        } catch (IOException | UncheckedIOException e) {
            // Without a stamp the next build runs in full: slower, never wrong.
            return;
        }
    }

    private static String state(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return "";
            }
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            String state = size(attributes);
            boolean young = attributes.lastModifiedTime().toMillis() > System.currentTimeMillis() - GRAIN_MILLIS;
            return young ? state + " " + Content.ofFile(file).sha256() : state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSame(Path file, String stored) throws IOException {
        if (stored.isEmpty()) {
            return !Files.isRegularFile(file);
        }
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String now = size(Files.readAttributes(file, BasicFileAttributes.class));
        if (stored.equals(now)) {
            return true;
        }
        return stored.startsWith(now + " ")
                && stored.endsWith(" " + Content.ofFile(file).sha256());
    }

    private static String size(BasicFileAttributes attributes) {
        return attributes.size() + "@" + attributes.lastModifiedTime();
    }
}
