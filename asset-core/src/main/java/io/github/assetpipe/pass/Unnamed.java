package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.run.TransformRunner;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import io.github.assetpipe.transform.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files that lie in the project and that nothing names: pieces that a library is built from, pieces of templates that are
 * called scripts. A mistake in one of them reaches no browser by anything that is known, so it does not stop the build.
 */
final class Unnamed {
    private static final String HINT =
            "No page, stylesheet or script names this file, so it stays as written; <minify><skip> leaves it out.";

    /** How template code begins. */
    private static final Pattern TEMPLATE = Pattern.compile(
            "<%[=!@-]?|\\[\\[[$#*@~]\\{|[$#]!?\\{|\\{[{%]|</?[#@][a-zA-Z]+|</?[a-zA-Z]+:[a-zA-Z]+|#[a-zA-Z]+\\s?\\(");

    private Unnamed() {}

    /**
     * Transforms each input and reports what is to be said; mistakes in unnamed scripts become warnings.
     *
     * @return the results in the order of {@code inputs}
     * @throws AssetException with all errors of named files, sorted
     */
    static List<TransformResult> run(
            TransformRunner runner,
            List<TransformInput> inputs,
            Transformer transformer,
            Predicate<LogicalPath> named) {
        List<TransformResult> results = runner.attempt(inputs, input -> transformer);
        List<Diagnostic> all = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            boolean counts = named.test(inputs.get(i).path());
            for (Diagnostic found : results.get(i).diagnostics()) {
                all.add(found.id().equals("script") ? script(found, counts) : found);
            }
        }
        runner.report(all);
        return results;
    }

    private static Diagnostic script(Diagnostic error, boolean counts) {
        String template = template(error.location());
        if (!counts) {
            String hint = template == null ? HINT : "It looks like a template (" + template + "). " + HINT;
            return Diagnostic.warning(error.id(), error.message(), error.location(), hint);
        }
        return template == null
                ? error
                : Diagnostic.error(
                        error.id(),
                        error.message(),
                        error.location(),
                        "It looks like a template (" + template
                                + "). A script that an engine fills in is left out by its path in <minify><skip>.");
    }

    /** Returns how the template code begins at which a script can't be read on, or null when that is none. */
    private static @Nullable String template(@Nullable Location location) {
        if (location == null || location.lineText() == null) {
            return null;
        }
        Matcher construct = TEMPLATE.matcher(location.lineText());
        int mistake = location.column() - 1;
        while (construct.find()) {
            if (construct.start() <= mistake && mistake <= construct.end()) {
                return construct.group();
            }
        }
        return null;
    }
}
