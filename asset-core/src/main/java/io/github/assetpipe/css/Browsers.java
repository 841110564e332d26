package io.github.assetpipe.css;

/** The browsers for which a minified stylesheet must mean the same as its source. */
public enum Browsers {
    /**
     * All that are "Baseline widely available": Chrome, Edge, Firefox and Safari of the last two and a half years. What only
     * Internet Explorer, old Edge or old Opera read is dropped, and forms that all of these know are used.
     */
    WIDELY_AVAILABLE,
    /** Any browser: nothing is dropped that any browser may read. */
    ANY
}
