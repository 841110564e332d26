package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.Stylesheet;

/**
 * A stylesheet to be purged together with the site's others.
 *
 * @param file its name in verdicts, usually project-relative with {@code /}
 * @param sheet the parsed stylesheet
 * @param purged whether its rules may go; when not, it stays as it is and what it uses counts as used
 */
public record PurgeInput(String file, Stylesheet sheet, boolean purged) {

    /** Parses {@code text} to be purged. */
    public PurgeInput(String file, String text) {
        this(file, Stylesheet.parse(text), true);
    }
}
