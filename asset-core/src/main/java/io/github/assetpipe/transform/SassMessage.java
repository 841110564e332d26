package io.github.assetpipe.transform;

import io.github.assetpipe.diagnostic.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Sass compiler says, in terms of files and not of the engine.
 *
 * @param severity how bad it is
 * @param kind the diagnostic's id: {@code sass}, {@code sass-deprecation}, {@code sass-warn}, {@code sass-debug}
 * @param text the message
 * @param frame the place, or null when the engine names none
 * @param trace the places that led there, innermost first
 */
record SassMessage(
        Severity severity,
        String kind,
        String text,
        @Nullable Frame frame,
        List<Frame> trace) {

    /** A place: project-relative file, 1-based line and column in UTF-16 units, length of the marked text or 1. */
    record Frame(String file, int line, int column, int length) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /** Copies the list. */
    SassMessage {
        trace = List.copyOf(trace);
    }
}
