package io.github.assetpipe.css.purge;

/**
 * One text whose words count as used names.
 *
 * @param file project-relative path with {@code /}; what explanations name
 * @param text the whole text
 * @param kind how it computes names
 * @param rawLine the line, from 1 on, where it prints HTML that it gets from elsewhere, or 0 when it does not
 */
public record SourceText(String file, String text, TextKind kind, int rawLine) {

    /** Creates a text that prints no HTML from elsewhere. */
    public SourceText(String file, String text, TextKind kind) {
        this(file, text, kind, 0);
    }
}
