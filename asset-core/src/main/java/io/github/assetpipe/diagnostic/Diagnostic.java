package io.github.assetpipe.diagnostic;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A problem or a noteworthy decision, as data.
 *
 * @param severity how bad it is
 * @param id a short, stable word that names the kind, such as {@code sass} or {@code block-unclosed}; documented on the site
 * @param message what is wrong, one sentence, without the location
 * @param location where, or null when it belongs to no file
 * @param hint what to do, or null
 */
public record Diagnostic(
        Severity severity,
        String id,
        String message,
        @Nullable Location location,
        @Nullable String hint) implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    Diagnostic::location, Comparator.nullsFirst(Comparator.<Location>naturalOrder()))
            .thenComparing(Diagnostic::severity)
            .thenComparing(Diagnostic::id)
            .thenComparing(Diagnostic::message);

    /** Returns an error. */
    public static Diagnostic error(String id, String message, @Nullable Location location, @Nullable String hint) {
        return new Diagnostic(Severity.ERROR, id, message, location, hint);
    }

    /** Returns a warning. */
    public static Diagnostic warning(String id, String message, @Nullable Location location, @Nullable String hint) {
        return new Diagnostic(Severity.WARNING, id, message, location, hint);
    }

    /** Returns a note. */
    public static Diagnostic note(String id, String message, @Nullable Location location, @Nullable String hint) {
        return new Diagnostic(Severity.NOTE, id, message, location, hint);
    }

    /** Orders by place, then severity, id and message, so that output does not depend on threads. */
    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    /** Returns the whole diagnostic as shown to a user, with its code frame. */
    @Override
    public String toString() {
        return CodeFrame.render(this);
    }
}
