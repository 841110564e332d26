package io.github.assetpipe.css.purge;

import java.util.List;
import java.util.function.Function;

/** Applies work to each item of a list, on one thread or on many. */
public interface Workers {
    /** Workers that are the calling thread. */
    Workers NONE = new Workers() {
        @Override
        public <T, R> List<R> map(List<T> items, Function<T, R> work) {
            return items.stream().map(work).toList();
        }
    };

    /** Returns the results in the order of {@code items}; {@code work} is safe for several threads. */
    <T, R> List<R> map(List<T> items, Function<T, R> work);
}
