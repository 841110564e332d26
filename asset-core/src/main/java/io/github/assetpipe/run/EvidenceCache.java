package io.github.assetpipe.run;

import io.github.assetpipe.css.purge.Evidence;
import io.github.assetpipe.css.purge.EvidenceFormat;
import io.github.assetpipe.io.EntryStore;
import io.github.assetpipe.model.Content;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what libraries can name, in the cache: a jar that stays the same is read once, by whichever project.
 *
 * <p>The key covers this library's code. Nothing here ever fails a build. Safe for several threads and processes.
 */
public final class EvidenceCache {
    private static final String FORM = "evidence 1";

    private final @Nullable EntryStore store;

    /** Creates the part of {@code cache} for evidence; nothing is remembered if that remembers nothing. */
    public EvidenceCache(TransformCache cache) {
        this.store = cache.store();
    }

    /**
     * Returns what was remembered.
     *
     * @param name what the texts' names begin with
     * @param digest stands for all that the evidence depends on besides
     */
    public Optional<Evidence> find(String name, String digest) {
        try {
            return store == null
                    ? Optional.empty()
                    : store.read(key(name, digest)).map(EvidenceFormat::read);
        } catch (RuntimeException e) {
            // Of another form: a miss.
            return Optional.empty();
        }
    }

    /** Remembers evidence under what {@link #find} will be asked for. */
    public void remember(String name, String digest, Evidence evidence) {
        if (store != null) {
            store.write(key(name, digest), EvidenceFormat.write(evidence));
        }
    }

    private static String key(String name, String digest) {
        return Content.of(String.join("\0", FORM, CodeDigest.VALUE, name, digest))
                .sha256();
    }
}
