package io.github.assetpipe.diagnostic;

import java.util.Locale;

/** How bad a {@link Diagnostic} is; the order of the constants is from worst to mildest. */
public enum Severity {
    /** The build stops and nothing is written. */
    ERROR,
    /** The build goes on, but the user should act. */
    WARNING,
    /** Information about a decision that the user may want to know. */
    NOTE;

    /** Returns the word shown to users: {@code error}, {@code warning} or {@code note}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
