package io.github.assetpipe.transform;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops something that takes too long, unless it is closed before. Safe for several threads. */
final class TimeLimit implements AutoCloseable {
    private final AtomicBoolean exceeded = new AtomicBoolean();
    private final CompletableFuture<Void> alarm;

    /** Begins to wait; {@code stop} runs after {@code seconds}, and never when that is 0. */
    TimeLimit(int seconds, Runnable stop) {
        this.alarm = seconds == 0
                ? new CompletableFuture<>()
                : CompletableFuture.runAsync(
                        () -> {
                            exceeded.set(true);
                            stop.run();
                        },
                        CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
    }

    /** Tells whether the time was up. */
    boolean isExceeded() {
        return exceeded.get();
    }

    /** Stops waiting. */
    @Override
    public void close() {
        alarm.cancel(false);
    }
}
