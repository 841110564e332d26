package io.github.assetpipe;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Passes everything on to the front end's reporter, and keeps the diagnostics for the result. */
final class BuildLog implements Reporter {
    private final Reporter reporter;
    private final List<Diagnostic> all = Collections.synchronizedList(new ArrayList<>());

    BuildLog(Reporter reporter) {
        this.reporter = reporter;
    }

    @Override
    public void report(Diagnostic diagnostic) {
        all.add(diagnostic);
        reporter.report(diagnostic);
    }

    @Override
    public void info(String line) {
        reporter.info(line);
    }

    @Override
    public void progress(String pass, int done, int total) {
        reporter.progress(pass, done, total);
    }

    List<Diagnostic> sorted() {
        synchronized (all) {
            return all.stream().sorted().distinct().toList();
        }
    }
}
