package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.transform.Lookup;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import io.github.assetpipe.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Runs transformers on a fixed number of threads; the only class that knows of threads.
 *
 * <p>Results come back in the order of the inputs, so nothing downstream depends on the number of threads. Warnings and
 * notes go to the reporter in sorted order; all errors of a call are gathered into one {@link AssetException}.
 */
public final class TransformRunner implements AutoCloseable {
    private final ExecutorService pool;
    private final TransformCache cache;
    private final Lookup lookup;
    private final Reporter reporter;

    /** Creates a runner with {@code threads} threads, at least 1; they end with {@link #close()}. */
    public TransformRunner(int threads, TransformCache cache, Lookup lookup, Reporter reporter) {
        this.cache = cache;
        this.pool = Executors.newFixedThreadPool(Math.max(1, threads), task -> {
            Thread thread = new Thread(null, task, "asset", 16L << 20);
            thread.setDaemon(true);
            return thread;
        });
        this.lookup = lookup;
        this.reporter = reporter;
    }

    /**
     * Transforms each input, with the transformer chosen for it.
     *
     * @return the results in the order of {@code inputs}
     * @throws AssetException with all errors, sorted
     */
    public List<TransformResult> run(List<TransformInput> inputs, Function<TransformInput, Transformer> choice) {
        return run(inputs, choice, result -> result);
    }

    /**
     * Transforms like {@link #run(List, Function)}, and applies {@code keep} to each result on its thread, such as to move
     * its bytes out of memory.
     */
    public List<TransformResult> run(
            List<TransformInput> inputs,
            Function<TransformInput, Transformer> choice,
            UnaryOperator<TransformResult> keep) {
        List<TransformResult> results =
                map(inputs, input -> keep.apply(cache.transform(choice.apply(input), input, lookup)));
        report(results.stream().flatMap(r -> r.diagnostics().stream()).toList());
        return results;
    }

    /** Transforms each input like {@link #run(List, Function)}, but leaves all diagnostics, errors too, in the results. */
    public List<TransformResult> attempt(List<TransformInput> inputs, Function<TransformInput, Transformer> choice) {
        return map(inputs, input -> cache.transform(choice.apply(input), input, lookup));
    }

    /** Reports warnings and notes, and throws the errors of {@code diagnostics} together when there are any. */
    public void report(List<Diagnostic> diagnostics) {
        List<Diagnostic> errors = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics.stream().sorted().distinct().toList()) {
            if (diagnostic.severity() == Severity.ERROR) {
                errors.add(diagnostic);
            } else {
                reporter.report(diagnostic);
            }
        }
        if (!errors.isEmpty()) {
            throw new AssetException(AssetException.Fault.INPUT, errors);
        }
    }

    /** Applies a pure function to each item on the threads, keeping the order. */
    public <T, R> List<R> map(List<T> items, Function<T, R> work) {
        List<Future<R>> futures = new ArrayList<>(items.size());
        for (T item : items) {
            futures.add(pool.submit(() -> work.apply(item)));
        }
        List<R> results = new ArrayList<>(items.size());
        RuntimeException failure = null;
        for (Future<R> future : futures) {
            try {
                results.add(future.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            } catch (ExecutionException e) {
                failure = failure != null ? failure : unwrap(Objects.requireNonNull(e.getCause()));
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    private static RuntimeException unwrap(Throwable cause) {
        if (cause instanceof RuntimeException runtime) {
            return runtime;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }

    /** Ends the threads. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
