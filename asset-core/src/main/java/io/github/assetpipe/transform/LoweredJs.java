package io.github.assetpipe.transform;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.js.JsFile;
import io.github.assetpipe.js.JsFile.Newer;
import io.github.assetpipe.js.JsStandIn;
import io.github.assetpipe.js.JsSyntaxException;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.text.SourceMap;
import io.github.assetpipe.text.SourceMaps;
import io.github.assetpipe.transform.ClosureCompiler.Compiled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Writes scripts and modules in the syntax that the browsers of a year know (Baseline), by Closure Compiler. A script that
 * says nothing newer stays byte for byte; what can't be written in older syntax is told as a warning with its place.
 *
 * <p>Only syntax is lowered: what a script calls must be there, or be brought by the page. A browser that runs modules knows
 * the syntax of 2018, so modules are not lowered further.
 */
public final class LoweredJs implements Transformer {
    /** When all browsers had modules: Baseline says 9 May 2018. */
    private static final int MODULES = 2018;

    private final int year;
    private final boolean sourceMaps;
    private final int timeout;

    /**
     * Creates the transformer.
     *
     * @param year the year whose browsers must understand the scripts
     * @param timeout seconds that Closure Compiler may take for a script, 0 for no limit
     */
    public LoweredJs(int year, boolean sourceMaps, int timeout) {
        this.year = year;
        this.sourceMaps = sourceMaps;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "lower";
    }

    @Override
    public String fingerprint() {
        return "lower 1 closure-compiler " + ClosureCompiler.version() + " year=" + year + " sourceMaps=" + sourceMaps;
    }

    /** Returns the script under its own path, or nothing when it stays as it is. */
    @Override
    public TransformResult transform(TransformInput input, Lookup lookup) {
        String text = input.content().text();
        String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            return DeepStack.call(() -> lower(input, source), timeout);
        } catch (TimeoutException e) {
            return TransformResult.unchanged(EngineFaults.tooSlow("Closure Compiler", input.file(), source, timeout));
        } catch (StackOverflowError e) {
            return TransformResult.unchanged(Diagnostic.warning(
                    "script-lower",
                    "The script is nested too deeply to be lowered for the browsers of " + year
                            + "; it stays as written.",
                    new LineMap(source).at(input.file(), 1, 1, 1),
                    null));
        }
    }

    private TransformResult lower(TransformInput input, String source) {
        JsFile file;
        try {
            file = JsFile.parse(source);
        } catch (JsSyntaxException e) {
            // The minifier, which reads it next, tells a mistake from syntax that is not known here.
            return TransformResult.unchanged();
        }
        int target = file.isModule() ? Math.max(year, MODULES) : year;
        List<Newer> newer = file.newerThan(target);
        if (newer.isEmpty()) {
            return TransformResult.unchanged();
        }
        if (file.hasPrivateNames()) {
            return refused(input, source, newer, target, "in a script with private names (#) that can't be lowered");
        }
        JsStandIn standIn = file.standIn();
        Compiled compiled = ClosureCompiler.lower(input.file(), standIn.text(), target, sourceMaps);
        String code =
                compiled.code() == null ? "" : standIn.restore(compiled.code()).strip();
        Optional<Set<String>> left = left(code, file.isModule(), target);
        if (code.isEmpty() || left.isEmpty()) {
            return refused(input, source, newer, target, "that can't be lowered");
        }
        String head = file.hashbang() + file.licences();
        Content content = Content.of(head + code + "\n");
        Content map = compiled.sourceMap() == null ? null : map(input, source, head, compiled.sourceMap());
        List<Newer> told =
                newer.stream().filter(n -> left.get().contains(n.name())).toList();
        return new TransformResult(
                List.of(new TransformResult.Output(input.path(), content, map)),
                List.of(warnings(input, source, told, target, "that can't be lowered")));
    }

    /** What can't be lowered keeps the whole script from it, so that is what is told. */
    private static TransformResult refused(
            TransformInput input, String source, List<Newer> newer, int target, String why) {
        List<Newer> fixed = newer.stream().filter(n -> !n.lowered()).toList();
        return TransformResult.unchanged(warnings(input, source, fixed.isEmpty() ? newer : fixed, target, why));
    }

    /** Returns the names of what is too new in a result, or empty when that is no script any more. */
    private static Optional<Set<String>> left(String code, boolean module, int target) {
        try {
            JsFile result = JsFile.parse(code);
            Set<String> names =
                    result.newerThan(target).stream().map(Newer::name).collect(Collectors.toSet());
            return result.isModule() == module ? Optional.of(names) : Optional.empty();
        } catch (JsSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Content map(TransformInput input, String source, String head, String json) {
        SourceMap own = SourceMap.parse(json).withContent(source);
        SourceMap shifted = SourceMaps.concat(List.of(new SourceMaps.Part(head, null), new SourceMaps.Part("", own)));
        Content before = input.sourceMap();
        SourceMap map = before == null ? shifted : SourceMaps.compose(shifted, SourceMap.parse(before.text()));
        return Content.of(map.toJson(input.path().fileName()));
    }

    private static Diagnostic[] warnings(
            TransformInput input, String source, List<Newer> left, int target, String why) {
        LineMap lines = new LineMap(source);
        List<Diagnostic> warnings = new ArrayList<>();
        for (Newer newer : left) {
            String known = newer.year() == Integer.MAX_VALUE
                    ? "which not all browsers of today know"
                    : "which all browsers know since " + newer.year();
            warnings.add(Diagnostic.warning(
                    "script-lower",
                    "The browsers of " + target + " can't run this script: it has " + newer.name() + ", " + known + ", "
                            + why + ".",
                    lines.location(input.file(), newer.offset(), 1),
                    "Write it in older syntax, take a build of it for older browsers, or choose later <browsers>."));
        }
        return warnings.toArray(Diagnostic[]::new);
    }
}
