package io.github.assetpipe.diagnostic;

/** Receives what a build has to say while it runs; implementations must be safe for several threads. */
public interface Reporter {
    /** Receives a warning or note; errors arrive as {@link AssetException}. */
    void report(Diagnostic diagnostic);

    /** Receives one finished line for the user, such as a pass's summary. */
    void info(String line);

    /**
     * Hears how far the work is; called often, and from several threads. By default nothing is done with it.
     *
     * @param pass what runs now: {@code rewrite}
     * @param done how many of its works are done
     * @param total how many works it is known to have, 0 when that is not known yet
     */
    default void progress(String pass, int done, int total) {}

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
