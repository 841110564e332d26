package io.github.assetpipe.diagnostic;

/** Receives what a build has to say while it runs; implementations must be safe for several threads. */
public interface Reporter {
    /** Receives a warning or note; errors arrive as {@link AssetException}. */
    void report(Diagnostic diagnostic);

    /** Receives one finished line for the user, such as a pass's summary. */
    void info(String line);

    /** Returns a reporter that drops everything. */
    static Reporter silent() {
        return new Reporter() {
            @Override
            public void report(Diagnostic diagnostic) {}

            @Override
            public void info(String line) {}
        };
    }
}
