package io.github.assetpipe.transform;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.option.SassOptions;
import io.github.assetpipe.transform.SassMessage.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Compiles Sass stylesheets with libsass, for code that needs it.
 *
 * <p>libsass is end-of-life and does not know modules: it would copy {@code @use} and {@code @forward} into the CSS, so a
 * result that holds one is an error. Errors to which libsass gives no place are looked for by compiling ever smaller
 * parts.
 */
public final class LibSass implements Transformer {
    private static final String DART =
            "libsass does not know the module system; choose the Sass engine dart for this " + "stylesheet.";

    private final SassOptions options;
    private final List<AssetFolder> folders;
    private final boolean sourceMaps;
    private final int timeout;

    /** Creates a compiler; the native library is loaded when the first stylesheet is compiled. */
    public LibSass(SassOptions options, boolean sourceMaps) {
        this(options, List.of(), sourceMaps);
    }

    /**
     * Creates a compiler; the native library is loaded when the first stylesheet is compiled.
     *
     * @param folders where {@code asset-url()} and {@code inline-image()} find files, the first that has one wins
     */
    public LibSass(SassOptions options, List<AssetFolder> folders, boolean sourceMaps) {
        this(options, folders, sourceMaps, 0);
    }

    /** As above; a stylesheet may take {@code timeout} seconds, 0 for no limit. */
    public LibSass(SassOptions options, List<AssetFolder> folders, boolean sourceMaps, int timeout) {
        this.options = options;
        this.folders = List.copyOf(folders);
        this.sourceMaps = sourceMaps;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "libsass";
    }

    @Override
    public String fingerprint() {
        return "libsass " + LibSassCompiler.version() + " loadPaths=" + options.loadPaths() + " entryDirectories="
                + options.entryDirectories() + " quietDependencies=" + options.quietDependencies() + " sourceMaps="
                + sourceMaps + " folders=" + folders;
    }

    /**
     * Compiles the stylesheet into one with the extension {@code css}.
     *
     * @throws io.github.assetpipe.diagnostic.AssetException when this platform has no libsass
     */
    @Override
    public TransformResult transform(TransformInput input, Lookup lookup) {
        LibSassCompiler.require();
        try {
            // It runs in this process and can't be stopped: its thread is left behind, and the build ends.
            return DeepStack.call(() -> compile(input, lookup), timeout);
        } catch (TimeoutException e) {
            return new TransformResult(
                    List.of(),
                    List.of(EngineFaults.tooSlow("libsass", input.file(), SassText.of(input.content()), timeout)));
        }
    }

    private TransformResult compile(TransformInput input, Lookup lookup) {
        SassImports imports = new SassImports(lookup, options.loadPaths());
        String text = SassText.of(input.content());
        LogicalPath path = input.path().sibling(input.path().stem() + ".css");
        SassFunctions functions = new SassFunctions(folders, path, lookup);
        LibSassCompiler compiler = new LibSassCompiler(imports, functions, lookup, UnaryOperator.identity());
        SassOutcome outcome = compiler.compile(input.file(), text, sourceMaps);
        List<SassMessage> messages = new ArrayList<>();
        for (SassMessage message : outcome.messages()) {
            messages.add(
                    message.frame() != null
                            ? message
                            : located(message, compiler.sources(), imports, functions, lookup));
        }
        SassDiagnostics said = new SassDiagnostics(options, input, lookup, imports);
        Frame module = SassStatements.module(compiler.sources());
        if (outcome.css() == null) {
            return new TransformResult(
                    List.of(),
                    said.of(messages).stream().map(d -> hinted(d, module)).toList());
        }
        if (module != null && SassStatements.module(Map.of(input.file(), outcome.css())) != null) {
            messages.add(new SassMessage(
                    Severity.ERROR, "sass-module", "@use and @forward would be left in the CSS.", module, List.of()));
            return new TransformResult(
                    List.of(),
                    said.of(messages).stream().map(d -> hinted(d, module)).toList());
        }
        Content map = outcome.sourceMap() == null ? null : SassSourceMap.of(outcome.sourceMap(), path);
        Content css =
                Content.of(outcome.css().startsWith("\uFEFF") ? outcome.css().substring(1) : outcome.css());
        return new TransformResult(List.of(new TransformResult.Output(path, css, map)), said.of(messages));
    }

    /** An error in a stylesheet with modules mostly comes from them, whatever libsass says. */
    private static Diagnostic hinted(Diagnostic diagnostic, @Nullable Frame module) {
        return module == null || diagnostic.severity() != Severity.ERROR
                ? diagnostic
                : Diagnostic.error(diagnostic.id(), diagnostic.message(), diagnostic.location(), module + ": " + DART);
    }

    /** Finds the place of a message that has none: a literal {@code @warn}, or the first statement that fails so. */
    private static SassMessage located(
            SassMessage message,
            Map<String, String> sources,
            SassImports imports,
            SassFunctions functions,
            Lookup lookup) {
        Optional<Frame> place = message.severity() == Severity.ERROR
                ? new SassFault(sources, message.text(), imports, functions, lookup).find()
                : SassStatements.saying(sources, message.text());
        return new SassMessage(message.severity(), message.kind(), message.text(), place.orElse(null), message.trace());
    }
}
