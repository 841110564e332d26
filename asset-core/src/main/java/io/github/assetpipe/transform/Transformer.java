package io.github.assetpipe.transform;

/**
 * Turns one asset into one or more; depends on nothing but that asset, its options and what it looked up.
 *
 * <p>Implementations are safe for several threads, deterministic, and never let a foreign exception out: a problem in the
 * user's file is an error diagnostic in the result, a missing platform is an {@code AssetException}.
 */
public interface Transformer {

    /** Returns the word that users and the cache know this transformer by: {@code closure}. */
    String name();

    /** Returns the engine's version and all options in a stable text form; it is part of the cache key. */
    String fingerprint();

    /** Transforms {@code input}; every further file is read through {@code lookup} so that the cache knows of it. */
    TransformResult transform(TransformInput input, Lookup lookup);
}
