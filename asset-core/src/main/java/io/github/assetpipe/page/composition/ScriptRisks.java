package io.github.assetpipe.page.composition;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What in a script's own text or name forbids to run it later.
 *
 * <p>A text is searched as it is, comments and strings included: too much is found, never too little. A script that can't be
 * read is taken for harmless only if its URL is that of a published library: a plain {@code .js} file on a host that serves
 * packages, or in a folder that packages are kept in. Services (analytics, advertising, maps, captchas), generated scripts and
 * computed URLs are not.
 */
final class ScriptRisks {
    private static final Pattern WRITES = Pattern.compile(
            "\\bdocument\\s{0,5}\\.\\s{0,5}(?:write|writeln|open)\\b|\\bdocument\\s{0,5}\\[\\s{0,5}[\"'](?:write|writeln|open)[\"']"
                    + "|\\.(?:write|writeln)\\s{0,5}\\(\\s{0,5}[\"'`]\\s{0,5}<");
    private static final Pattern LAST_SCRIPT = Pattern.compile("\\bdocument\\s{0,5}\\.\\s{0,5}scripts\\b"
            + "|(?:getElementsByTagName|querySelectorAll)\\s{0,5}\\(\\s{0,5}[\"']script[^\"']{0,40}[\"']\\s{0,5}\\)(?!\\s{0,5}\\[\\s{0,5}0\\s{0,5}\\])(?!\\s{0,5}\\.item\\(0\\))"
            + "|\\$\\(\\s{0,5}[\"']script(?::last)?[\"']\\s{0,5}\\)\\s{0,5}\\.(?:last|get|eq)\\b|script:last");

    /** Scripts that must run before the page is painted or parsed on. */
    private static final Pattern EARLY = Pattern.compile(
            "modernizr|html5shiv|html5shim|html5[.-]|respond(?:\\.min)?\\.js|selectivizr|csrfguard|csrf-?guard|prefixfree|"
                    + "(?:theme|color|colour|dark)[-_.]?(?:mode|switch|toggle|init|loader|scheme)|no-?js|antiflicker|anti-?flicker|"
                    + "anticlickjack|anti-?clickjack|framebust|es5-shim|polyfill|picturefill|webcomponents-(?:lite|loader|bundle)|fouc");

    private static final Pattern PACKAGE_HOST = Pattern.compile(
            "^(?:https?:)?//(?:[\\w.-]*\\bcdn[\\w-]*\\.[\\w.-]+|[\\w-]*cdn\\.[\\w.-]+|unpkg\\.com|cdnjs\\.cloudflare\\.com|ajax\\.googleapis\\.com|"
                    + "code\\.jquery\\.com|use\\.fontawesome\\.com|kit\\.fontawesome\\.com|ajax\\.aspnetcdn\\.com|"
                    + "(?:stackpath|maxcdn|netdna)\\.bootstrapcdn\\.com|d3js\\.org|esm\\.sh)/");

    private static final Pattern PACKAGE_FOLDER = Pattern.compile(
            "(?:^|[/'\"])(?:webjars|node_modules|bower_components|vendor|vendors|plugins|libs?|third-?party)/");

    /** A query that only names a version. */
    private static final Pattern VERSION = Pattern.compile("\\?(?:(?:v|ver|version|rev|r|t|_)=)?[^=&,/]*");

    private ScriptRisks() {}

    /**
     * Returns why a script must not run later by its URL, or null when nothing speaks against it.
     *
     * @param src the source as written in the page
     * @param known whether its text is known, and is asked too
     */
    static @Nullable String ofUrl(String src, boolean known) {
        String url = src.toLowerCase(Locale.ROOT);
        Matcher early = EARLY.matcher(fileName(url));
        if (early.find()) {
            return "\"" + early.group() + "\" must run before the page is painted";
        }
        return known || isPublished(url) ? null : "its text is not known";
    }

    /** Returns why a script must not run later by its text, or null when nothing speaks against it. */
    static @Nullable String ofText(String text) {
        if (WRITES.matcher(text).find()) {
            return "it may write into the page (document.write)";
        }
        return LAST_SCRIPT.matcher(text).find() ? "it may look for its own tag as the last script" : null;
    }

    private static String fileName(String url) {
        int query = url.indexOf('?');
        String path = query >= 0 ? url.substring(0, query) : url;
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Tells whether a URL without its text is that of a library that somebody publishes for others. */
    private static boolean isPublished(String url) {
        int query = url.indexOf('?');
        String path = (query >= 0 ? url.substring(0, query) : url).replaceAll("[\"')}>/\\s]+$", "");
        if (!path.endsWith(".js")
                || (query >= 0 && !VERSION.matcher(url.substring(query)).matches())) {
            return false;
        }
        boolean external = path.startsWith("http:") || path.startsWith("https:") || path.startsWith("//");
        return external
                ? PACKAGE_HOST.matcher(path).find()
                : PACKAGE_FOLDER.matcher(path).find();
    }
}
