package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.io.CheckSum;
import io.github.assetpipe.io.EntryStore;
import io.github.assetpipe.io.OutputTree;
import io.github.assetpipe.io.SourceFile;
import io.github.assetpipe.io.Spill;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.transform.EngineJars;
import io.github.assetpipe.transform.Lookup;
import io.github.assetpipe.transform.TransformResult;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers finished builds whole, in the cache: whoever empties the output and builds the same sources again, as most
 * builds of a server do, gets the files of the first build.
 *
 * <p>The key covers the code, the engines' versions, the configuration, and path and check sum of every source; further files
 * that were looked up are compared by digest before an entry counts. Files that are sources unchanged are named, all others
 * are stored in one stream. Nothing here ever fails a build. For one build; not safe for several threads.
 */
public final class BuildCache {
    private static final String FORM = "1";

    private final @Nullable EntryStore store;
    private final Path base;
    private final String configuration;

    /**
     * Creates the cache of a project's builds.
     *
     * @param cache the cache that holds it; nothing is remembered if that remembers nothing
     * @param base the project's folder; another copy of the project shares its builds
     * @param configuration everything that the result depends on besides files, as text
     */
    public BuildCache(TransformCache cache, Path base, String configuration) {
        this.store = cache.store();
        this.base = base;
        this.configuration = configuration.replace(base.toString(), "");
    }

    /**
     * Returns what a build of these sources is remembered by, or empty when nothing is remembered.
     *
     * @param inputs all source files as of now, in order
     */
    public Optional<String> key(Collection<SourceFile> inputs) {
        if (store == null) {
            return Optional.empty();
        }
        try {
            StringBuilder text = new StringBuilder();
            text.append(FORM).append('\n').append(CodeDigest.VALUE).append('\n');
            text.append(EngineJars.names()).append('\n').append(configuration);
            for (SourceFile input : inputs) {
                text.append('\n').append(base.relativize(input.path())).append('\0');
                text.append(input.size()).append('\0').append(CheckSum.of(input));
            }
            return Optional.of(Content.of(text.toString()).sha256());
        } catch (IOException | IllegalArgumentException e) {
            // It vanished just now, or lies on another drive.
            return Optional.empty();
        }
    }

    /**
     * What a build said.
     *
     * @param diagnostics its warnings and notes
     * @param lines what it told of its results
     */
    public record Remembered(List<Diagnostic> diagnostics, List<String> lines) {}

    /**
     * Returns a remembered build and fills its plans, or empty when there is none or something that it looked up is no longer the same.
     *
     * @param key what {@link #key} returned
     * @param lookup finds what engines would look up now
     * @param spill where its files wait
     * @param trees empty plans, as many and in the order of those that were remembered; worth nothing after a miss
     */
    public Optional<Remembered> find(String key, Lookup lookup, Spill spill, List<OutputTree> trees) {
        Optional<InputStream> stored = store == null ? Optional.empty() : store.open(key);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = stored.get()) {
            DataInputStream data = new DataInputStream(in);
            CacheEntry entry = CacheEntry.ofBytes(data.readNBytes(data.readInt()));
            if (!isSame(entry.lookups(), lookup)) {
                return Optional.empty();
            }
            List<String> lines = new ArrayList<>();
            for (int i = data.readInt(); i > 0; i--) {
                lines.add(data.readUTF());
            }
            new OutputPack(base, spill).read(in, trees);
            return Optional.of(new Remembered(entry.result().diagnostics(), lines));
        } catch (IOException | RuntimeException e) {
            // Of another form, or the disk is full: a miss.
            return Optional.empty();
        }
    }

    private static boolean isSame(SortedMap<String, String> lookups, Lookup lookup) {
        for (Map.Entry<String, String> asked : lookups.entrySet()) {
            String now = lookup.find(asked.getKey()).map(Content::sha256).orElse("");
            if (!now.equals(asked.getValue())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Remembers a build before its files are moved to their places.
     *
     * @param key what {@link #key} returned for the sources that it was made of
     * @param inputs these sources
     * @param asked every path that was looked up with the digest of what was found, or an empty text
     * @param trees the plans of its files
     */
    public void remember(
            String key,
            Collection<SourceFile> inputs,
            SortedMap<String, String> asked,
            List<Diagnostic> diagnostics,
            List<String> lines,
            Spill spill,
            List<OutputTree> trees) {
        if (store == null) {
            return;
        }
        try {
            Set<Path> sources = inputs.stream().map(SourceFile::path).collect(Collectors.toSet());
            byte[] head = new CacheEntry(asked, new TransformResult(List.of(), diagnostics)).toBytes();
            store.write(key, out -> {
                DataOutputStream data = new DataOutputStream(out);
                data.writeInt(head.length);
                data.write(head);
                data.writeInt(lines.size());
                for (String line : lines) {
                    data.writeUTF(line);
                }
                data.flush();
                new OutputPack(base, spill).write(out, sources, trees);
            });
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            // The next clean build runs in full: slower, never wrong.
            return;
        }
    }
}
