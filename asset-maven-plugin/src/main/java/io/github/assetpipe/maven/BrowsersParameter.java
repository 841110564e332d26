package io.github.assetpipe.maven;

import io.github.assetpipe.option.MinifyOptions.Browsers;
import io.github.assetpipe.option.ScriptOptions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a pom says in {@code <browsers>}: a name, or the year of a Baseline.
 *
 * @param stylesheets the browsers that a stylesheet must mean the same to
 * @param year the year whose browsers scripts must run in, or 0 for scripts in the syntax that they are written in
 */
record BrowsersParameter(Browsers stylesheets, int year) {
    private static final Pattern YEAR = Pattern.compile("baseline[- _](\\d{4})");

    /** The last year that is wholly older than the browsers of the default, of which stylesheets know. */
    private static final int OLD = 2023;

    /** Reads the parameter; a year of old browsers leaves stylesheets as they are written for any. */
    static BrowsersParameter of(ParameterValues values, String name, @Nullable String inPom, Browsers fallback) {
        String text = values.text(name, inPom, "").trim().toLowerCase(Locale.ROOT);
        Matcher match = YEAR.matcher(text);
        if (!match.matches()) {
            return new BrowsersParameter(values.choice(name, inPom, fallback), 0);
        }
        int year = Integer.parseInt(match.group(1));
        if (year < ScriptOptions.FIRST_BASELINE) {
            String valid =
                    "baseline-" + ScriptOptions.FIRST_BASELINE + " or a later year, baseline-widely-available, any";
            return values.wrong(name, text, valid, new BrowsersParameter(fallback, 0));
        }
        return new BrowsersParameter(year <= OLD ? Browsers.ANY : Browsers.BASELINE_WIDELY_AVAILABLE, year);
    }
}
