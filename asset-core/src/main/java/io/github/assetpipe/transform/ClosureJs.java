package io.github.assetpipe.transform;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.js.JsFile;
import io.github.assetpipe.js.JsStandIn;
import io.github.assetpipe.js.JsSyntaxException;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.ScriptOptions;
import io.github.assetpipe.option.ScriptOptions.Level;
import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.text.SourceMap;
import io.github.assetpipe.text.SourceMaps;
import io.github.assetpipe.transform.ClosureCompiler.Compiled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Minifies scripts with Closure Compiler, and with the own printer what Closure Compiler does not take or would break.
 *
 * <p>Modules lose their exports in Closure Compiler, logical assignments are lowered by it, and regular expressions with the
 * flag {@code v} are refused; such files keep their meaning through {@link JsFile}, and a note says so. Directives, private
 * names, dynamic imports and licence comments are held for it by a {@link JsStandIn}. No result is kept that is not smaller
 * than what it is made from.
 */
public final class ClosureJs implements Transformer {
    private final ScriptOptions options;
    private final boolean sourceMaps;
    private final int timeout;

    /** Creates a minifier of the level that {@code options} name, without a time limit. */
    public ClosureJs(MinifyOptions options, boolean sourceMaps) {
        this(options, sourceMaps, 0);
    }

    /** Creates a minifier that may take {@code timeout} seconds for a script, 0 for no limit. */
    public ClosureJs(MinifyOptions options, boolean sourceMaps, int timeout) {
        this.timeout = timeout;
        this.options = options.scripts();
        this.sourceMaps = sourceMaps;
    }

    /** Tells whether names are shortened. */
    private boolean shortens() {
        return options.level() != Level.WHITESPACE;
    }

    @Override
    public String name() {
        return "closure";
    }

    @Override
    public String fingerprint() {
        return "closure-compiler " + ClosureCompiler.version() + " printer 2 level=" + options.level() + " externs="
                + options.externs() + " sourceMaps=" + sourceMaps;
    }

    /** Returns the script under its own path, or nothing when it can't be made smaller. */
    @Override
    public TransformResult transform(TransformInput input, Lookup lookup) {
        String text = input.content().text();
        boolean mark = text.startsWith("\uFEFF");
        String source = mark ? text.substring(1) : text;
        if (source.isBlank()) {
            return TransformResult.unchanged();
        }
        Map<String, String> externs = new LinkedHashMap<>();
        for (String extern : options.level() == Level.ADVANCED ? options.externs() : List.<String>of()) {
            Optional<Content> content = lookup.find(extern);
            if (content.isEmpty()) {
                return TransformResult.unchanged(Diagnostic.error(
                        "script-externs",
                        "There is no file " + extern + ", which <minify><externs> names.",
                        null,
                        "The path begins at the project's folder."));
            }
            externs.put(extern, content.get().text());
        }
        try {
            return DeepStack.call(() -> minify(input, source, externs), timeout);
        } catch (TimeoutException e) {
            return TransformResult.unchanged(EngineFaults.tooSlow("Closure Compiler", input.file(), source, timeout));
        } catch (StackOverflowError e) {
            return TransformResult.unchanged(Diagnostic.note(
                    "script-deep",
                    "The script is nested too deeply to be minified; it stays as written.",
                    new LineMap(source).at(input.file(), 1, 1, 1),
                    null));
        }
    }

    private TransformResult minify(TransformInput input, String source, Map<String, String> externs) {
        JsFile file;
        try {
            file = JsFile.parse(source);
        } catch (JsSyntaxException e) {
            return notParsed(input, source, e);
        }
        Optional<String> novelty = file.novelty();
        if (novelty.isEmpty()) {
            JsStandIn standIn = file.standIn();
            Compiled compiled =
                    ClosureCompiler.compile(input.file(), standIn.text(), options.level(), externs, sourceMaps);
            String code = compiled.code() == null ? null : standIn.restore(compiled.code());
            if (code != null && code.isBlank() && options.level() == Level.ADVANCED) {
                return nothingLeft(input, source);
            }
            if (code != null && isSound(source, code)) {
                return smaller(
                        kept(input, source, file.hashbang() + file.licences(), code.strip(), map(compiled, source)),
                        shortens() ? printed(input, source, file) : TransformResult.unchanged());
            }
            novelty = Optional.of(compiled.problem().isEmpty() ? "something that it would lower" : compiled.problem());
        }
        TransformResult result = printed(input, source, file);
        return file.isModule() ? result : noted(input, source, result, novelty.get());
    }

    private TransformResult printed(TransformInput input, String source, JsFile file) {
        JsFile.Printed printed = file.print(shortens(), sourceMaps ? input.file() : null);
        return kept(input, source, "", printed.code(), printed.map());
    }

    /** The one that is smaller when compressed, which is how it travels; the first when they are equal. */
    private static TransformResult smaller(TransformResult first, TransformResult second) {
        if (first.outputs().isEmpty() || second.outputs().isEmpty()) {
            return first.outputs().isEmpty() ? second : first;
        }
        return deflated(second) < deflated(first) ? second : first;
    }

    private static int deflated(TransformResult result) {
        return Gzip.compress(result.outputs().get(0).content().bytes()).length;
    }

    /** Closure Compiler's helpers mean that it lowered something; and what it prints must be a script. */
    private static boolean isSound(String source, String code) {
        if (code.contains("$jscomp") && !source.contains("$jscomp")) {
            return false;
        }
        try {
            return !JsFile.parse(code).isModule();
        } catch (JsSyntaxException e) {
            return false;
        }
    }

    private static @Nullable SourceMap map(Compiled compiled, String source) {
        if (compiled.sourceMap() == null) {
            return null;
        }
        return SourceMap.parse(compiled.sourceMap()).withContent(source);
    }

    private static TransformResult kept(
            TransformInput input, String source, String head, String code, @Nullable SourceMap map) {
        String whole = head + code;
        Content content = Content.of(whole);
        if (content.size() >= input.content().size()) {
            return TransformResult.unchanged();
        }
        if (map == null) {
            return TransformResult.of(input.path(), content, null);
        }
        SourceMap shifted = SourceMaps.concat(List.of(new SourceMaps.Part(head, null), new SourceMaps.Part(code, map)));
        Content before = input.sourceMap();
        SourceMap composed = before == null ? shifted : SourceMaps.compose(shifted, SourceMap.parse(before.text()));
        return TransformResult.of(
                input.path(), content, Content.of(composed.toJson(input.path().fileName())));
    }

    private static TransformResult noted(TransformInput input, String source, TransformResult result, String why) {
        Diagnostic note = Diagnostic.note(
                "script-printed",
                "Closure Compiler is not used for this script (" + why + "); names are shortened and white space goes.",
                new LineMap(source).at(input.file(), 1, 1, 1),
                null);
        return new TransformResult(result.outputs(), List.of(note));
    }

    private static TransformResult nothingLeft(TransformInput input, String source) {
        return TransformResult.unchanged(
                Diagnostic.warning(
                        "script-empty",
                        "The level ADVANCED would leave nothing of this script; it stays as written.",
                        new LineMap(source).at(input.file(), 1, 1, 1),
                        "Assign what others use to a property of window in brackets, window['name'], or declare it in <externs>."));
    }

    /** What neither parser takes is broken; what only Closure Compiler takes stays as written. */
    private TransformResult notParsed(TransformInput input, String source, JsSyntaxException problem) {
        Compiled compiled = ClosureCompiler.compile(input.file(), source, Level.WHITESPACE, Map.of(), false);
        LineMap lines = new LineMap(source);
        if (compiled.code() != null) {
            return TransformResult.unchanged(Diagnostic.note(
                    "script-unknown",
                    "The script stays as written: " + problem.getMessage() + ".",
                    lines.location(input.file(), problem.offset(), 1),
                    null));
        }
        return TransformResult.unchanged(Diagnostic.error(
                "script", problem.getMessage() + ".", lines.location(input.file(), problem.offset(), 1), null));
    }
}
