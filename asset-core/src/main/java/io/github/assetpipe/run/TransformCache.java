package io.github.assetpipe.run;

import io.github.assetpipe.io.EntryStore;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.transform.Lookup;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import io.github.assetpipe.transform.Transformer;
import io.github.assetpipe.transform.UserCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what transformers did, between builds and between projects; the only class that does. What whole builds left
 * behind lies in the same folder, under the same bound: {@link BuildCache}.
 *
 * <p>Three rules. An entry never changes. Its key covers everything that the result depends on but look-ups: this
 * library's code, the transformer with its engine version and options, the path, the content and the incoming source map. Look-ups
 * are stored with the entry, failed ones too, and asked again before the entry counts. Results with errors are not stored.
 * Safe for several threads and processes.
 */
public final class TransformCache {
    private static final String FORM = "2";
    /** The size above which the least recently used entries go, in bytes. */
    static final long MAX_BYTES = 2L << 30;

    private final @Nullable EntryStore store;
    private final Map<String, String> digests = new ConcurrentHashMap<>();
    private final AtomicInteger misses = new AtomicInteger();

    /** Creates a cache in {@code directory}; null remembers nothing. */
    public TransformCache(@Nullable Path directory) {
        this.store = directory == null ? null : new EntryStore(directory.resolve("v" + FORM));
    }

    /** Returns the per-user cache folder after the platform's convention (XDG Base Directory, macOS, Windows). */
    public static Path defaultDirectory() {
        return UserCache.folder().resolve("results");
    }

    /**
     * What {@link #transform} gives back.
     *
     * @param result the result
     * @param made whether it was made, and not remembered
     */
    public record Answer(TransformResult result, boolean made) {}

    /** Returns the remembered result, or transforms and remembers. */
    public Answer transform(Transformer transformer, TransformInput input, Lookup lookup) {
        String key = store == null ? "" : key(transformer, input);
        Optional<TransformResult> known = find(key, lookup);
        if (known.isPresent()) {
            return new Answer(known.get(), false);
        }
        misses.incrementAndGet();
        // A file may have changed since its digest was taken. What a result is remembered by is what it is made of.
        TransformInput held = input.held();
        if (store != null) {
            key = key(transformer, held);
        }
        SortedMap<String, String> asked = Collections.synchronizedSortedMap(new TreeMap<>());
        TransformResult made = transformer.transform(held, path -> {
            Optional<Content> found = lookup.find(path);
            asked.put(path, found.map(Content::sha256).orElse(""));
            return found;
        });
        TransformResult result = made.reading(CacheEntry.found(asked));
        if (!result.failed()) {
            store(key, new CacheEntry(asked, result));
        }
        return new Answer(result, true);
    }

    private Optional<TransformResult> find(String key, Lookup lookup) {
        Optional<byte[]> bytes = store == null ? Optional.empty() : store.read(key);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            CacheEntry entry = CacheEntry.ofBytes(bytes.get());
            for (Map.Entry<String, String> asked : entry.lookups().entrySet()) {
                // One entry asks for what the next one asks for: each file is read once in a build.
                String now = digests.computeIfAbsent(
                        asked.getKey(), p -> lookup.find(p).map(Content::sha256).orElse(""));
                if (!now.equals(asked.getValue())) {
                    return Optional.empty();
                }
            }
            return Optional.of(entry.result());
        } catch (IOException | RuntimeException e) {
            // Damaged or of an older form: a miss, never a failure.
            return Optional.empty();
        }
    }

    private void store(String key, CacheEntry entry) {
        try {
            if (store != null) {
                store.write(key, entry.toBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory can't fail", e);
        }
    }

    private static String key(Transformer transformer, TransformInput input) {
        String map = input.sourceMap() == null ? "" : input.sourceMap().sha256();
        return Content.of(String.join(
                        "\0",
                        FORM,
                        CodeDigest.VALUE,
                        transformer.name(),
                        transformer.fingerprint(),
                        input.path().value(),
                        input.file(),
                        input.content().sha256(),
                        map))
                .sha256();
    }

    /** Returns where results are remembered, or null for nowhere. */
    @Nullable
    EntryStore store() {
        return store;
    }

    /** Drops the least recently used entries when this build stored new ones and the folder has grown too large. */
    public void trim() {
        if (store != null && misses.get() > 0) {
            store.trim(MAX_BYTES);
        }
    }
}
