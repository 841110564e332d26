package io.github.assetpipe.page.composition;

import java.util.List;
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
    private static final List<Sign> WRITES = List.of(
            Sign.of("document", "\\b", "\\s{0,5}\\.\\s{0,5}(?:write|writeln|open)\\b"),
            Sign.of("document", "\\b", "\\s{0,5}\\[\\s{0,5}[\"'](?:write|writeln|open)[\"']"),
            Sign.of(".write", "", "(?:ln)?\\s{0,5}\\(\\s{0,5}[\"'`]\\s{0,5}<"));

    private static final String SCRIPTS =
            "\\s{0,5}\\(\\s{0,5}[\"']script[^\"']{0,40}[\"']\\s{0,5}\\)(?!\\s{0,5}\\[\\s{0,5}0\\s{0,5}\\])(?!\\s{0,5}\\.item\\(0\\))";
    private static final List<Sign> LAST_SCRIPT = List.of(
            Sign.of("document", "\\b", "\\s{0,5}\\.\\s{0,5}scripts\\b"),
            Sign.of("getElementsByTagName", "", SCRIPTS),
            Sign.of("querySelectorAll", "", SCRIPTS),
            Sign.of("$(", "", "\\s{0,5}[\"']script(?::last)?[\"']\\s{0,5}\\)\\s{0,5}\\.(?:last|get|eq)\\b"),
            Sign.of("script:last", "", ""));

    /** Scripts that must run before the page is painted or parsed on. */
    private static final Pattern EARLY = Pattern.compile(
            "modernizr|html5[-_.]?(?:print)?shi[vm]|(?:^|[-_])html5(?:[.-]min)?\\.js|respond(?:\\.min)?\\.js|selectivizr|csrfguard|csrf-?guard|prefixfree|"
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

    /**
     * Something that a text may hold.
     *
     * @param mark a part of it that is looked for first, since a library is long and patterns are slow
     * @param whole the whole of it, which begins with the mark
     */
    private record Sign(String mark, Pattern whole) {
        static Sign of(String mark, String before, String after) {
            return new Sign(mark, Pattern.compile(before + Pattern.quote(mark) + after));
        }

        boolean isIn(String text) {
            int at = text.indexOf(mark);
            if (at < 0) {
                return false;
            }
            Matcher matcher = whole.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            while (at >= 0 && !matcher.region(at, text.length()).lookingAt()) {
                at = text.indexOf(mark, at + 1);
            }
            return at >= 0;
        }
    }

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
        if (WRITES.stream().anyMatch(sign -> sign.isIn(text))) {
            return "it may write into the page (document.write)";
        }
        return LAST_SCRIPT.stream().anyMatch(sign -> sign.isIn(text))
                ? "it may look for its own tag as the last script"
                : null;
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
