package io.github.assetpipe.transform;

import io.github.assetpipe.js.JsFile;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work on a thread of its own with a deep stack, for what recurses as deep as its input nests. Safe for several threads. */
public final class DeepStack {
    private DeepStack() {}

    /** Returns what {@code work} returns; its runtime exceptions and errors come through. */
    public static <T> T call(Callable<T> work) {
        try {
            return call(work, 0);
        } catch (TimeoutException e) {
            throw new IllegalStateException("There is no limit", e);
        }
    }

    /**
     * Returns what {@code work} returns within {@code seconds}, 0 for no limit.
     *
     * @throws TimeoutException when it takes longer; its thread is interrupted, and ends with the JVM when it does not listen
     */
    static <T> T call(Callable<T> work, int seconds) throws TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "asset-deep", JsFile.STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return seconds == 0 ? task.get() : task.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            throw e;
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
