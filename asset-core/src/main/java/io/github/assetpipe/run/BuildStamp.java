package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.io.EntryStore;
import io.github.assetpipe.io.SourceFile;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.transform.EngineJars;
import io.github.assetpipe.transform.TransformResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * Tells in the time of a directory listing that nothing has changed since the last build.
 *
 * <p>A stamp holds the configuration, and size and time of every file that was read, asked for in vain, or written. Where a
 * file is so young that a change within the clock's grain could hide, its digest is held and compared too. A stamp that is
 * missing, damaged or of another version only means that the build runs.
 */
public final class BuildStamp {
    private static final String CONFIGURATION = "configuration";
    /** What begins the key of a source file, and of any other. */
    private static final String SOURCE = "<";

    private static final String OTHER = ">";
    private static final String NAME = "00stamp";

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
        this.configuration = CodeDigest.VALUE + "\n" + EngineJars.names() + "\n" + configuration;
    }

    /** Tells whether a build has left a stamp, current or not. */
    public boolean exists() {
        return store.read(NAME).isPresent();
    }

    /**
     * What has changed since a build.
     *
     * @param known whether there is a stamp of the same configuration, sources have neither come nor gone, and nothing has
     *     changed that must not; else the rest tells nothing
     * @param files the files that have changed
     * @param said the diagnostics of that build
     */
    public record Changes(boolean known, Set<Path> files, List<Diagnostic> said) {
        private static final Changes UNKNOWN = new Changes(false, Set.of(), List.of());

        /** Tells whether the build would be repeated to the byte. */
        public boolean none() {
            return known && files.isEmpty();
        }
    }

    /**
     * Returns what has changed since the last build.
     *
     * @param inputs all source files as of now
     * @param may tells of a file that has changed whether anything is known nevertheless
     */
    public Changes changes(Collection<SourceFile> inputs, Predicate<Path> may) {
        Optional<byte[]> bytes = store.read(NAME);
        if (bytes.isEmpty()) {
            return Changes.UNKNOWN;
        }
        try {
            CacheEntry entry = CacheEntry.ofBytes(bytes.get());
            SortedMap<String, String> stored = entry.lookups();
            if (!configuration.equals(stored.get(CONFIGURATION))) {
                return Changes.UNKNOWN;
            }
            SortedMap<String, String> settled = new TreeMap<>(stored);
            Set<Path> files = new TreeSet<>();
            if (!compare(settled, inputs, files, may)) {
                return Changes.UNKNOWN;
            }
            return new Changes(true, files, files.isEmpty() ? said(entry, settled) : List.of());
        } catch (IOException | RuntimeException e) {
            return Changes.UNKNOWN;
        }
    }

    /**
     * Compares every file, and puts the plain state of those that were young and are the same into {@code stored}.
     *
     * @param changed gets what is not the same
     * @return whether the sources are the same files, and all that has changed may
     */
    private static boolean compare(
            SortedMap<String, String> stored, Collection<SourceFile> inputs, Set<Path> changed, Predicate<Path> may)
            throws IOException {
        SortedMap<String, String> sources = stored.subMap(SOURCE, OTHER);
        if (sources.size() != inputs.size()) {
            return false;
        }
        for (SourceFile input : inputs) {
            String was = sources.get(SOURCE + input.path());
            if (was == null) {
                return false;
            }
            if (isSame(input, was)) {
                sources.put(SOURCE + input.path(), state(input));
            } else if (may.test(input.path())) {
                changed.add(input.path());
            } else {
                return false;
            }
        }
        for (Map.Entry<String, String> other : stored.tailMap(OTHER).entrySet()) {
            if (other.getKey().startsWith(OTHER)) {
                Path path = Path.of(other.getKey().substring(OTHER.length()));
                Optional<SourceFile> now = SourceFile.of(path);
                boolean same = now.isEmpty() == other.getValue().isEmpty()
                        && (now.isEmpty() || isSame(now.get(), other.getValue()));
                if (same) {
                    other.setValue(now.isPresent() ? state(now.get()) : "");
                } else if (may.test(path)) {
                    changed.add(path);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** What was young is not any more: the next time its bytes need not be read again. */
    private List<Diagnostic> said(CacheEntry entry, SortedMap<String, String> settled) throws IOException {
        if (!settled.equals(entry.lookups())) {
            store.write(NAME, new CacheEntry(settled, entry.result()).toBytes());
        }
        return entry.result().diagnostics();
    }

    /**
     * Returns the state of the source files before they are read: what changes during the build counts as changed after it.
     *
     * @param inputs all source files
     */
    public static SortedMap<String, String> observe(Collection<SourceFile> inputs) {
        SortedMap<String, String> files = new TreeMap<>();
        inputs.forEach(file -> files.put(SOURCE + file.path(), state(file)));
        return files;
    }

    /**
     * Tells whether source files are still what they were.
     *
     * @param before what {@link #observe} returned then
     * @param inputs all source files as of now
     */
    public static boolean isStill(SortedMap<String, String> before, Collection<SourceFile> inputs) {
        return before.size() == inputs.size()
                && inputs.stream().allMatch(input -> {
                    String was = before.get(SOURCE + input.path());
                    return was != null && isSame(input, was);
                });
    }

    /**
     * Remembers a finished build.
     *
     * @param before what {@link #observe} returned before the build
     * @param lookup what it looked files up with
     * @param written files that it wrote, each with the {@link Content#integrity()} of its bytes, or with an empty text
     *     where that is not known
     * @param diagnostics what it said
     */
    public void remember(
            SortedMap<String, String> before,
            SourceLookup lookup,
            Map<Path, String> written,
            List<Diagnostic> diagnostics) {
        SortedMap<String, String> files = new TreeMap<>(before);
        files.put(CONFIGURATION, configuration);
        try {
            lookup.states().forEach((file, state) -> files.put(OTHER + file, state));
            for (Map.Entry<Path, String> output : written.entrySet()) {
                files.put(
                        OTHER + output.getKey(),
                        SourceFile.of(output.getKey())
                                .map(f -> state(f, output.getValue()))
                                .orElse(""));
            }
            store.write(NAME, new CacheEntry(files, new TransformResult(List.of(), diagnostics)).toBytes());
        } catch (IOException | UncheckedIOException e) {
            // Without a stamp the next build runs in full: slower, never wrong.
            return;
        }
    }

    /** Returns the state of a file as of now, which is an empty text where there is none. */
    static String stateOf(Path file) {
        try {
            return SourceFile.of(file).map(BuildStamp::state).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String state(SourceFile file) {
        return state(file, "");
    }

    /** A file just written is young, and its digest is at hand: to read thousands of pages again would take long. */
    private static String state(SourceFile file, String digest) {
        return file.isYoung() ? file.state() + " " + (digest.isEmpty() ? checkSum(file) : digest) : file.state();
    }

    private static boolean isSame(SourceFile now, String stored) {
        String plain = now.state();
        return stored.equals(plain)
                || (stored.startsWith(plain + " ")
                        && (stored.endsWith(" " + checkSum(now))
                                || stored.endsWith(" " + now.content().integrity())));
    }

    /** Where no digest is known, a check sum tells an edit as well; a site's manifest can have fifty megabytes. */
    private static String checkSum(SourceFile file) {
        CRC32C sum = new CRC32C();
        try (InputStream in = new CheckedInputStream(file.content().open(), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "crc32c-" + Long.toHexString(sum.getValue());
    }
}
