package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.Reporter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Watches a build at work: how far the pass is that runs now, which single works took longest, and, where a profile is
 * wanted, everything that ran when and where. Safe for several threads.
 */
public final class Progress {
    /** Works shorter than this are not worth a line in a profile. */
    private static final long WORTH_NANOS = 200_000;

    private static final int LONGEST = 3;

    private final Reporter reporter;
    private final @Nullable Trace trace;
    private final AtomicInteger total = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger cached = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private final List<Took> longest = new ArrayList<>();
    private volatile String pass = "";

    private record Took(String file, String work, long nanos) {}

    /**
     * Creates the watch.
     *
     * @param trace where everything is noted, or null
     */
    public Progress(Reporter reporter, @Nullable Trace trace) {
        this.reporter = reporter;
        this.trace = trace;
    }

    /** Tells that a pass begins. */
    public void begin(String name) {
        pass = name;
        total.set(0);
        done.set(0);
        reporter.progress(name, 0, 0);
    }

    /** Tells that a pass has ended, which began at {@code start} by {@link System#nanoTime()}. */
    public void end(String name, long start) {
        if (trace != null) {
            trace.add(name, "pass", start, System.nanoTime());
        }
    }

    /** Tells that the pass has more to do. */
    void expect(int count) {
        total.addAndGet(count);
    }

    /** Tells that one of the things to do is done. */
    void step() {
        reporter.progress(pass, done.incrementAndGet(), total.get());
    }

    /** Tells that a thread has worked at a pass's many small works since {@code start}. */
    void mapped(long start) {
        long end = System.nanoTime();
        if (trace != null && end - start > WORTH_NANOS) {
            trace.add(pass, "pages", start, end);
        }
    }

    /** Counts a result that a pass asked for. */
    void counted(boolean wasMade) {
        (wasMade ? made : cached).incrementAndGet();
    }

    /** Returns how many results were remembered, so far. */
    public int cached() {
        return cached.get();
    }

    /** Returns how many results had to be made, so far. */
    public int made() {
        return made.get();
    }

    /**
     * Tells that a single work has ended, which began at {@code start}.
     *
     * @param wasMade whether something was made: what came from a cache is never among the longest
     */
    void worked(String work, String subject, long start, boolean wasMade) {
        long end = System.nanoTime();
        if (trace != null && end - start > WORTH_NANOS) {
            trace.add(work + " " + subject, wasMade ? "work" : "cached", start, end);
        }
        if (wasMade) {
            keep(new Took(subject.substring(subject.lastIndexOf('/') + 1), work, end - start));
        }
    }

    private void keep(Took took) {
        synchronized (longest) {
            longest.add(took);
            longest.sort(Comparator.comparingLong(Took::nanos).reversed().thenComparing(Took::file));
            if (longest.size() > LONGEST) {
                longest.remove(LONGEST);
            }
        }
    }

    /** Returns what took longest, as a line for people, or an empty text when nothing had to be made. */
    public String longest() {
        synchronized (longest) {
            return longest.stream()
                    .map(t -> String.format(Locale.ROOT, "%s %.2f s (%s)", t.file(), t.nanos() / 1e9, t.work()))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
    }
}
