package io.github.assetpipe.maven;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.diagnostic.Severity;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes on the warnings and notes that the build before did not have, and only counts the others: a watch would say them after
 * every edit. Lines and progress are dropped. Safe for several threads.
 */
final class FreshWarnings implements Reporter {
    private final Reporter reporter;
    private final Set<Diagnostic> before = new HashSet<>();
    private final Set<Diagnostic> now = new HashSet<>();
    private final AtomicInteger repeated = new AtomicInteger();

    FreshWarnings(Reporter reporter) {
        this.reporter = reporter;
    }

    @Override
    public void report(Diagnostic diagnostic) {
        boolean fresh;
        synchronized (this) {
            now.add(diagnostic);
            fresh = !before.contains(diagnostic);
        }
        if (fresh) {
            reporter.report(diagnostic);
        } else if (diagnostic.severity() == Severity.WARNING) {
            repeated.incrementAndGet();
        }
    }

    @Override
    public void info(String line) {}

    /** Tells that a build has ended well. Returns how many of its warnings the build before had. */
    synchronized int built() {
        before.clear();
        return failed();
    }

    /** Tells that a build has failed, which did not come to all of its warnings. Returns how many of them the build before had. */
    synchronized int failed() {
        before.addAll(now);
        now.clear();
        return repeated.getAndSet(0);
    }
}
