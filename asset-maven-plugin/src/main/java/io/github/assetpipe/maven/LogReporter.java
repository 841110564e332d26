package io.github.assetpipe.maven;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.diagnostic.Severity;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.plugin.logging.Log;

/** Says in Maven's log what a build has to say: warnings always; notes where asked for, else only their number. */
final class LogReporter implements Reporter {
    private final Log log;
    private final boolean showNotes;
    private final ProgressLine line;
    private final AtomicInteger hidden = new AtomicInteger();

    /** Creates a reporter that shows or counts notes, and shows progress in {@code line}. */
    LogReporter(Log log, boolean showNotes, ProgressLine line) {
        this.log = log;
        this.line = line;
        this.showNotes = showNotes;
    }

    @Override
    public void report(Diagnostic diagnostic) {
        if (diagnostic.severity() != Severity.NOTE) {
            line.clear();
            log.warn(diagnostic.toString());
        } else if (showNotes) {
            line.clear();
            log.info(diagnostic.toString());
        } else {
            hidden.incrementAndGet();
        }
    }

    @Override
    public void info(String text) {
        line.clear();
        log.info(text);
    }

    @Override
    public void progress(String pass, int done, int total) {
        line.show(pass, done, total);
    }

    /** Tells how many notes were not shown. */
    void countHiddenNotes() {
        int count = hidden.get();
        if (count > 0) {
            log.info(count + (count == 1 ? " note" : " notes") + " on decisions: -Dasset.showNotes shows them");
        }
    }
}
