package io.github.assetpipe.page.composition;

import io.github.assetpipe.model.PageDecision;

/**
 * Whether a script tag is to get {@code defer}, and why.
 *
 * @param file the page
 * @param offset offset of the tag in the page's text
 * @param line its line
 * @param subject the source as written
 * @param deferred whether it is to get {@code defer}
 * @param reason why, one phrase that names the tag in the way where there is one
 */
public record DeferDecision(String file, int offset, int line, String subject, boolean deferred, String reason) {

    /** Returns the decision for the manifest and the report. */
    public PageDecision decision() {
        return new PageDecision("defer", line, subject, deferred ? "deferred" : "kept", reason);
    }
}
