package io.github.assetpipe.js;

import java.util.regex.Pattern;

/**
 * Which comments must stay: those that begin with {@code !}, and those that say {@code @license} or {@code @preserve}.
 *
 * <p>Bundlers use {@code !} for marks of their own, a module's path or a box of stars around it; those say nothing to anyone
 * and go.
 */
final class JsLicences {
    /** {@code /*! ./path *}{@code /}, <code>/*! exports provided: a, b *</code>{@code /}, and a path between lines of stars. */
    private static final Pattern MARK = Pattern.compile(
            "/\\*! (?:[^\\s*]*[./@-][^\\s*]*|\\w+|(?:no )?(?:static )?exports? (?:provided|used|found)[^*]*|all exports used) \\*/"
                    + "|/\\*!\\*{3,}!\\*\\\\\\s*!\\*{3}[^\\n]*\\*{3}!\\s*\\\\\\*{3,}/");

    private JsLicences() {}

    static boolean mustStay(String source, int start, int end) {
        if (start + 2 < end && source.charAt(start + 2) == '!') {
            return !MARK.matcher(source.substring(start, end)).matches();
        }
        for (int at = start; at < end; at++) {
            // No indexOf: from each of a thousand comments it would look for the same sign far behind them all.
            if (source.charAt(at) == '@'
                    && (source.startsWith("@license", at)
                            || source.startsWith("@licence", at)
                            || source.startsWith("@preserve", at)
                            || source.startsWith("@cc_on", at))) {
                return true;
            }
        }
        return false;
    }
}
