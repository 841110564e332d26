package io.github.assetpipe.js;

/** Which comments must stay: those that begin with {@code !}, and those that say {@code @license} or {@code @preserve}. */
final class JsLicences {
    private JsLicences() {}

    static boolean mustStay(String source, int start, int end) {
        if (start + 2 < end && source.charAt(start + 2) == '!') {
            return true;
        }
        int at = source.indexOf('@', start);
        while (at >= 0 && at < end) {
            if (source.startsWith("@license", at)
                    || source.startsWith("@licence", at)
                    || source.startsWith("@preserve", at)
                    || source.startsWith("@cc_on", at)) {
                return true;
            }
            at = source.indexOf('@', at + 1);
        }
        return false;
    }
}
