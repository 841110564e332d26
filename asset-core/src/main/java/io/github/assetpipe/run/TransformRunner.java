package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.transform.EngineFaults;
import io.github.assetpipe.transform.Lookup;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import io.github.assetpipe.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Runs transformers on a fixed number of threads; with {@link WorkPool} the only class that knows of threads.
 *
 * <p>Results come back in the order of the inputs, so nothing downstream depends on the number of threads. Warnings and
 * notes go to the reporter in sorted order; all errors of a call are gathered into one {@link AssetException}.
 */
public final class TransformRunner implements AutoCloseable {
    /** With so few stylesheets left, a second compiler would spend more on its start than it takes from the first. */
    private static final int WORTH_ANOTHER = 3;

    private final WorkPool pool;
    private final TransformCache cache;
    private final Lookup lookup;
    private final Reporter reporter;
    private final Progress progress;
    private final Map<Work, FutureTask<TransformCache.Answer>> early = new ConcurrentHashMap<>();

    private record Work(Transformer transformer, TransformInput input) {}

    /** Creates a runner that nobody watches. */
    public TransformRunner(int threads, TransformCache cache, Lookup lookup, Reporter reporter) {
        this(threads, cache, lookup, reporter, new Progress(reporter, null));
    }

    /** Creates a runner with {@code threads} threads, at least 1; they end with {@link #close()}. */
    public TransformRunner(int threads, TransformCache cache, Lookup lookup, Reporter reporter, Progress progress) {
        this.cache = cache;
        this.pool = new WorkPool(threads);
        this.lookup = lookup;
        this.reporter = reporter;
        this.progress = progress;
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
        List<TransformResult> results = results(inputs, choice, keep);
        report(results.stream().flatMap(r -> r.diagnostics().stream()).toList());
        return results;
    }

    /** Transforms each input like {@link #run(List, Function)}, but leaves all diagnostics, errors too, in the results. */
    public List<TransformResult> attempt(List<TransformInput> inputs, Function<TransformInput, Transformer> choice) {
        return results(inputs, choice, result -> result);
    }

    /**
     * Begins to transform, in the order given, whenever no other work waits for a thread. The results are those of a later
     * {@link #run} with the same inputs and transformers; what no later call asks for is dropped.
     */
    public void start(
            List<TransformInput> inputs,
            Function<TransformInput, Transformer> choice,
            UnaryOperator<TransformResult> keep) {
        for (TransformInput input : inputs) {
            Work work = new Work(choice.apply(input), input);
            early.computeIfAbsent(work, w -> pool.submitEarly(() -> transformed(w, keep)));
        }
    }

    /**
     * Begins to transform like {@link #start}, but at once and by an engine in a process of its own, for which a thread here
     * only waits: one input after the other, so that the other threads are free and only one engine has to warm up. A thread
     * that has nothing else to do helps, with an engine of its own, where enough is left for that one to pay.
     */
    public void startOutside(List<TransformInput> inputs, Function<TransformInput, Transformer> choice) {
        Queue<FutureTask<TransformCache.Answer>> waiting = new ConcurrentLinkedQueue<>();
        for (TransformInput input : inputs) {
            Work work = new Work(choice.apply(input), input);
            FutureTask<TransformCache.Answer> task = new FutureTask<>(() -> transformed(work, result -> result));
            if (early.putIfAbsent(work, task) == null) {
                waiting.add(task);
            }
        }
        if (!waiting.isEmpty()) {
            pool.submit(() -> workOff(waiting, 0));
        }
        if (waiting.size() > WORTH_ANOTHER) {
            pool.submitLast(() -> workOff(waiting, WORTH_ANOTHER));
        }
    }

    private static int workOff(Queue<FutureTask<TransformCache.Answer>> waiting, int left) {
        int count = 0;
        FutureTask<TransformCache.Answer> next;
        while (waiting.size() > left && !Thread.currentThread().isInterrupted() && (next = waiting.poll()) != null) {
            next.run();
            count++;
        }
        return count;
    }

    /** Begins some work, whenever no other waits for a thread; what it comes to is asked for with {@link #end}. */
    public <T> FutureTask<T> begin(Callable<T> work) {
        return pool.submitEarly(work);
    }

    /** Waits for work that was begun, and returns what it came to. @throws RuntimeException that the work ended with */
    public <T> T end(FutureTask<T> begun) {
        return get(begun);
    }

    private List<TransformResult> results(
            List<TransformInput> inputs,
            Function<TransformInput, Transformer> choice,
            UnaryOperator<TransformResult> keep) {
        progress.expect(inputs.size());
        List<FutureTask<TransformCache.Answer>> futures = new ArrayList<>(inputs.size());
        for (TransformInput input : inputs) {
            Work work = new Work(choice.apply(input), input);
            FutureTask<TransformCache.Answer> begun = early.remove(work);
            futures.add(begun != null ? begun : pool.submit(() -> transformed(work, keep)));
        }
        List<TransformResult> results = new ArrayList<>(inputs.size());
        RuntimeException failure = null;
        for (FutureTask<TransformCache.Answer> future : futures) {
            try {
                TransformCache.Answer answer = get(future);
                progress.counted(answer.made());
                results.add(answer.result());
            } catch (RuntimeException e) {
                failure = failure != null ? failure : e;
            }
            progress.step();
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    private TransformCache.Answer transformed(Work work, UnaryOperator<TransformResult> keep) {
        long start = System.nanoTime();
        TransformCache.Answer answer = answer(work);
        TransformResult kept = keep.apply(answer.result());
        progress.worked(work.transformer().name(), work.input().file(), start, answer.made());
        return new TransformCache.Answer(kept, answer.made());
    }

    private TransformCache.Answer answer(Work work) {
        try {
            return cache.transform(work.transformer(), work.input(), lookup);
        } catch (StackOverflowError | OutOfMemoryError e) {
            Diagnostic told = EngineFaults.tooLarge(
                    work.transformer().name(), work.input().file(), e);
            return new TransformCache.Answer(TransformResult.unchanged(told), true);
        }
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
        progress.expect(items.size());
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(items.size());
        AtomicReferenceArray<RuntimeException> failures = new AtomicReferenceArray<>(items.size());
        AtomicInteger next = new AtomicInteger();
        List<FutureTask<Integer>> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(pool.count(), items.size()); i++) {
            workers.add(pool.submit(() -> {
                long start = System.nanoTime();
                int at;
                while ((at = next.getAndIncrement()) < items.size()
                        && !Thread.currentThread().isInterrupted()) {
                    try {
                        results.set(at, work.apply(items.get(at)));
                    } catch (RuntimeException e) {
                        failures.set(at, e);
                    }
                    progress.step();
                }
                progress.mapped(start);
                return at;
            }));
        }
        workers.forEach(TransformRunner::get);
        List<R> list = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            RuntimeException failure = failures.get(i);
            if (failure != null) {
                throw failure;
            }
            list.add(results.get(i));
        }
        return list;
    }

    private static <T> T get(FutureTask<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw unwrap(Objects.requireNonNull(e.getCause()));
        }
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
        pool.close();
    }
}
