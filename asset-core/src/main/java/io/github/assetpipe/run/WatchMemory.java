package io.github.assetpipe.run;

import io.github.assetpipe.io.SourceFile;
import io.github.assetpipe.model.Content;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about texts, kept by their digests from one build to the next, so that a watch looks only at what has
 * changed.
 *
 * <p>Unlike {@link TransformCache} it holds Java values, lives as long as its process, and is for findings that take
 * milliseconds. A value depends on nothing but what it is asked for by. Safe for several threads.
 */
public final class WatchMemory {
    private final boolean lasting;
    private final Map<Key, Kept> known = new ConcurrentHashMap<>();
    private volatile int round;

    private record Key(Class<?> kind, String about, String digest) {}

    private static final class Kept {
        private final Object value;
        private volatile int asked;

        private Kept(Object value, int asked) {
            this.value = value;
            this.asked = asked;
        }
    }

    private WatchMemory(boolean lasting) {
        this.lasting = lasting;
    }

    /** Returns a memory that lasts until nothing asks for a value in a whole build. */
    public static WatchMemory lasting() {
        return new WatchMemory(true);
    }

    /** Returns a memory for a single build, which keeps nothing: most is asked for once there, and would only take room. */
    public static WatchMemory none() {
        return new WatchMemory(false);
    }

    /**
     * Returns what {@code find} finds out about {@code content}, as it did before if it was asked the same.
     *
     * @param kind the type of what is found out, of which there is one for each kind of question
     * @param about what it depends on besides the bytes, such as the path
     * @param find gets the bytes in memory, all of one reading; gives a value that never changes
     */
    public <T> T of(Class<T> kind, String about, Content content, Function<Content, T> find) {
        if (!lasting) {
            return find.apply(content);
        }
        T found = known(kind, new Key(kind, about, content.sha256()));
        if (found != null) {
            return found;
        }
        // The file may have changed since its digest was taken. What is kept is kept by the bytes that it was made of.
        Content held = content.held();
        return of(kind, about, held.sha256(), () -> find.apply(held));
    }

    /** Returns what {@code find} finds out about something with this digest, as it did before if it was asked the same. */
    public <T> T of(Class<T> kind, String about, String digest, Supplier<T> find) {
        if (!lasting) {
            return find.get();
        }
        Key key = new Key(kind, about, digest);
        T found = known(kind, key);
        if (found == null) {
            found = find.get();
            known.put(key, new Kept(found, round));
        }
        return found;
    }

    /**
     * Returns what a file holds: the same content, whose digests are known, for as long as size and time are the same. Not of a
     * young file, in which a change could hide.
     *
     * @param first gives the content of a file that was not asked for in that state
     */
    public Content content(SourceFile file, Function<SourceFile, Content> first) {
        return file.isYoung()
                ? file.content()
                : of(Content.class, file.path().toString(), file.state(), () -> first.apply(file));
    }

    private <T> @Nullable T known(Class<T> kind, Key key) {
        Kept kept = known.get(key);
        if (kept == null) {
            return null;
        }
        kept.asked = round;
        return kind.cast(kept.value);
    }

    /** Tells that a build has ended; what it did not ask for is forgotten. */
    public void end() {
        int now = round;
        known.values().removeIf(kept -> kept.asked < now);
        round = now + 1;
    }
}
