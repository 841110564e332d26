package io.github.assetpipe.run;

import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A fixed number of threads on which work that somebody waits for comes before work that was only begun early.
 *
 * <p>Within each of the two, what was given first begins first. Safe for several threads.
 */
final class WorkPool implements AutoCloseable {
    /** Bytes of a thread's stack: engines recurse as deep as their input nests. */
    private static final long STACK = 16L << 20;

    private final ThreadPoolExecutor threads;
    private final int count;
    private final AtomicLong given = new AtomicLong();

    /** A task with its place in the queue. */
    private static final class Task<T> extends FutureTask<T> implements Comparable<Task<?>> {
        private final boolean early;
        private final long number;

        Task(Callable<T> work, boolean early, long number) {
            super(work);
            this.early = early;
            this.number = number;
        }

        @Override
        public int compareTo(Task<?> other) {
            return Comparator.comparing((Task<?> t) -> t.early)
                    .thenComparingLong(t -> t.number)
                    .compare(this, other);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }
    }

    /** Creates {@code count} threads, at least 1; they start when they are needed and end with {@link #close()}. */
    WorkPool(int count) {
        this.count = Math.max(1, count);
        AtomicLong names = new AtomicLong();
        this.threads = new ThreadPoolExecutor(
                this.count,
                this.count,
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(null, task, "asset-" + names.incrementAndGet(), STACK);
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.AbortPolicy());
    }

    /** Returns the number of threads. */
    int count() {
        return count;
    }

    /** Begins work that is waited for. */
    <T> FutureTask<T> submit(Callable<T> work) {
        return execute(work, false, given.incrementAndGet());
    }

    /** Begins work when no other is waiting. */
    <T> FutureTask<T> submitEarly(Callable<T> work) {
        return execute(work, true, given.incrementAndGet());
    }

    /** Begins work when no other is waiting, not even what is given later. */
    <T> FutureTask<T> submitLast(Callable<T> work) {
        return execute(work, true, Long.MAX_VALUE);
    }

    private <T> FutureTask<T> execute(Callable<T> work, boolean early, long number) {
        Task<T> task = new Task<>(work, early, number);
        threads.execute(task);
        return task;
    }

    /** Ends the threads, and what was begun early and nobody asked for. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
