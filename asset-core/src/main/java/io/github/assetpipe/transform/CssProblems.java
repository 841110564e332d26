package io.github.assetpipe.transform;

import io.github.assetpipe.css.SyntaxProblem;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.text.SourceMap;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what the CSS parser found wrong at the place where the author wrote it: as warnings, hacks for old browsers as a note. */
final class CssProblems {
    /** How many faults of one stylesheet are told one by one. */
    private static final int MOST = 10;

    private static final Pattern STAR_HACK = Pattern.compile("\\*\\s*[a-zA-Z-]+\\s*:");

    private CssProblems() {}

    /**
     * Returns the warnings, and a note on hacks.
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
        List<SyntaxProblem> faults =
                problems.stream().filter(p -> !isStarHack(p, text)).toList();
        for (SyntaxProblem problem : faults.subList(0, Math.min(MOST, faults.size()))) {
            Location location = location(problem, file, lines, map);
            out.add(Diagnostic.warning("css-syntax", problem.message().concat("."), location, problem.hint()));
        }
        if (faults.size() > MOST) {
            String more = "Browsers skip " + (faults.size() - MOST) + " more pieces of this stylesheet.";
            out.add(Diagnostic.warning("css-syntax", more, Location.ofFile(file), null));
        }
        List<SyntaxProblem> hacks =
                problems.stream().filter(p -> isStarHack(p, text)).toList();
        if (!hacks.isEmpty()) {
            String count = hacks.size() == 1 ? "A declaration begins" : hacks.size() + " declarations begin";
            out.add(Diagnostic.note(
                    "css-syntax",
                    count + " with *: Internet Explorer 7 read them, browsers of today skip them.",
                    location(hacks.get(0), file, lines, map),
                    null));
        }
        return out;
    }

    /** Tells whether it is {@code *zoom: 1}: nobody writes that by mistake, and old libraries are full of it. */
    private static boolean isStarHack(SyntaxProblem problem, String text) {
        return STAR_HACK.matcher(text).region(problem.start(), problem.end()).lookingAt();
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
