package io.github.assetpipe.transform;

import io.github.assetpipe.css.SyntaxProblem;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.text.SourceMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what the CSS parser found wrong as warnings at the place where the author wrote it. */
final class CssProblems {
    /** How many faults of one stylesheet are told one by one. */
    private static final int MOST = 10;

    private CssProblems() {}

    /**
     * Returns the warnings.
     *
     * @param file the stylesheet's name for places that no source map knows
     * @param text the stylesheet
     * @param map where the stylesheet comes from, or null when it is what its author wrote
     */
    static List<Diagnostic> of(List<SyntaxProblem> problems, String file, String text, @Nullable SourceMap map) {
        if (problems.isEmpty()) {
            return List.of();
        }
        LineMap lines = new LineMap(text);
        List<Diagnostic> out = new ArrayList<>();
        for (SyntaxProblem problem : problems.subList(0, Math.min(MOST, problems.size()))) {
            Location location = location(problem, file, lines, map);
            out.add(Diagnostic.warning("css-syntax", problem.message().concat("."), location, problem.hint()));
        }
        if (problems.size() > MOST) {
            String more = "Browsers skip " + (problems.size() - MOST) + " more pieces of this stylesheet.";
            out.add(Diagnostic.warning("css-syntax", more, Location.ofFile(file), null));
        }
        return out;
    }

    private static Location location(SyntaxProblem problem, String file, LineMap lines, @Nullable SourceMap map) {
        int length = problem.end() - problem.start();
        Location here = lines.location(file, problem.start(), length);
        SourceMap.Origin origin = map == null ? null : map.originOf(here.line() - 1, here.column() - 1);
        if (map == null || origin == null) {
            return here;
        }
        String content = map.content(map.sources().indexOf(origin.source()));
        int line = origin.line() + 1;
        int column = origin.column() + 1;
        return content == null
                ? new Location(origin.source(), line, column, 1, null, null)
                : new LineMap(content).at(origin.source(), line, column, 1);
    }
}
