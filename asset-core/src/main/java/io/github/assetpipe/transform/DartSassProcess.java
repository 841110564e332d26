package io.github.assetpipe.transform;

import com.google.protobuf.ByteString;
import com.sass_lang.embedded_protocol.InboundMessage.CompileRequest;
import com.sass_lang.embedded_protocol.InboundMessage.CompileRequest.StringInput;
import com.sass_lang.embedded_protocol.InboundMessage.ImportResponse.ImportSuccess;
import com.sass_lang.embedded_protocol.OutboundMessage.CompileResponse.CompileFailure;
import com.sass_lang.embedded_protocol.OutboundMessage.LogEventOrBuilder;
import com.sass_lang.embedded_protocol.OutputStyle;
import com.sass_lang.embedded_protocol.SourceSpan;
import com.sass_lang.embedded_protocol.Syntax;
import com.sass_lang.embedded_protocol.Value;
import de.larsgrefer.sass.embedded.CompileSuccess;
import de.larsgrefer.sass.embedded.SassCompilationFailedException;
import de.larsgrefer.sass.embedded.SassCompiler;
import de.larsgrefer.sass.embedded.connection.ProcessConnection;
import de.larsgrefer.sass.embedded.functions.HostFunction;
import de.larsgrefer.sass.embedded.importer.CustomImporter;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.transform.SassMessage.Frame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One running Dart Sass compiler, spoken to by the embedded Sass protocol; takes one stylesheet at a time.
 *
 * <p>The compiler ends when this JVM ends, however that happens, because its standard input is closed then. Not safe for
 * several threads.
 *
 * @see <a href="https://github.com/sass/sass/blob/main/spec/embedded-protocol.md">The embedded Sass protocol</a>
 */
final class DartSassProcess implements AutoCloseable {
    /** A line of a stack trace as Dart Sass prints it: {@code asset:///a.scss 12:3  mixin()}. */
    private static final Pattern TRACE = Pattern.compile("^(\\S+) (\\d+):(\\d+)\\s", Pattern.MULTILINE);

    private final Process process;
    private final SassCompiler compiler;
    private final FileImporter importer = new FileImporter();
    private @Nullable SassFunctions functions;
    private final List<SassMessage> messages = new ArrayList<>();

    private DartSassProcess(Process process) {
        this.process = process;
        this.compiler = new SassCompiler(new ProcessConnection(process));
        compiler.registerImporter(importer);
        compiler.registerFunction(new PathFunction("asset-url", (f, path) -> f.assetUrl(path)));
        compiler.registerFunction(new PathFunction("inline-image", (f, path) -> f.inlineImage(path)));
        compiler.setLoggingHandler(this::log);
        compiler.setSourceMapIncludeSources(true);
        // All of them: the compiler counts own files' and dependencies' warnings together and stops after five of a
        // kind.
        compiler.setVerbose(true);
    }

    /** Starts the compiler. @throws IOException when the operating system can't run it */
    static DartSassProcess start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new DartSassProcess(builder.start());
    }

    /**
     * Compiles one stylesheet.
     *
     * @param file its project-relative name
     * @param text its text, without byte order mark
     * @param quiet whether the compiler keeps back deprecations of what {@code imports} had to search for and all below it
     * @throws IOException when the process died or does not speak the protocol; this object is of no use then
     */
    SassOutcome compile(
            String file,
            String text,
            SassImports imports,
            SassFunctions called,
            Lookup lookup,
            boolean sourceMap,
            boolean quiet)
            throws IOException {
        messages.clear();
        functions = called;
        importer.imports = imports;
        importer.lookup = lookup;
        compiler.setGenerateSourceMaps(sourceMap);
        compiler.setQuietDeps(quiet);
        StringInput input = StringInput.newBuilder()
                .setSource(text)
                .setUrl(SassUrls.url(file))
                .setSyntax(syntax(file))
                .setImporter(CompileRequest.Importer.newBuilder().setImporterId(importer.getId()))
                .build();
        try {
            CompileSuccess success = compiler.compileString(input, OutputStyle.EXPANDED);
            return new SassOutcome(success.getCss(), sourceMap ? success.getSourceMap() : null, messages);
        } catch (SassCompilationFailedException e) {
            messages.add(failure(e.getCompileFailure()));
            return new SassOutcome(null, null, messages);
        } catch (RuntimeException e) {
            throw new IOException("The compiler's answer is not understood: " + e, e);
        } finally {
            functions = null;
            importer.imports = null;
            importer.lookup = Lookup.none();
        }
    }

    /** Tells whether the process runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process and those that it started, so that nothing keeps its output open. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Ends the process at once; it has nothing to save. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void log(LogEventOrBuilder event) {
        List<Frame> trace = trace(event.getStackTrace());
        Frame frame = event.hasSpan() ? frame(event.getSpan()) : null;
        switch (event.getType()) {
            case DEBUG -> messages.add(new SassMessage(Severity.NOTE, "sass-debug", event.getMessage(), frame, trace));
            case DEPRECATION_WARNING ->
                messages.add(new SassMessage(Severity.WARNING, "sass-deprecation", event.getMessage(), frame, trace));
            default -> messages.add(new SassMessage(Severity.WARNING, "sass-warn", event.getMessage(), frame, trace));
        }
    }

    private static SassMessage failure(CompileFailure failure) {
        Frame frame = failure.hasSpan() ? frame(failure.getSpan()) : null;
        return new SassMessage(
                Severity.ERROR, "sass", failure.getMessage().strip(), frame, trace(failure.getStackTrace()));
    }

    private static @Nullable Frame frame(SourceSpan span) {
        if (span.getUrl().isEmpty()) {
            return null;
        }
        boolean oneLine = span.getEnd().getLine() == span.getStart().getLine();
        int length = oneLine ? span.getEnd().getColumn() - span.getStart().getColumn() : 1;
        return new Frame(
                SassUrls.file(span.getUrl()),
                span.getStart().getLine() + 1,
                span.getStart().getColumn() + 1,
                Math.max(1, length));
    }

    private static List<Frame> trace(String text) {
        List<Frame> frames = new ArrayList<>();
        Matcher line = TRACE.matcher(text);
        while (line.find()) {
            frames.add(new Frame(
                    SassUrls.file(line.group(1)), Integer.parseInt(line.group(2)), Integer.parseInt(line.group(3)), 1));
        }
        return frames;
    }

    private static Syntax syntax(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".sass") ? Syntax.INDENTED : name.endsWith(".css") ? Syntax.CSS : Syntax.SCSS;
    }

    /** What a function makes of its argument. */
    private interface PathAnswer {
        String of(SassFunctions functions, String path) throws SassFunctions.Fault;
    }

    /** A function that takes a path and gives a {@code url()}, for the stylesheet that is being compiled. */
    private final class PathFunction extends HostFunction {
        private final PathAnswer answer;

        private PathFunction(String name, PathAnswer answer) {
            super(name, List.of(new HostFunction.Argument("path", null)));
            this.answer = answer;
        }

        @Override
        public Value invoke(List<Value> arguments) throws SassFunctions.Fault {
            SassFunctions asked = functions;
            Value path = arguments.get(0);
            if (asked == null || !path.hasString()) {
                throw SassFunctions.notAString(getName());
            }
            return Value.newBuilder()
                    .setString(Value.String.newBuilder()
                            .setText(answer.of(asked, path.getString().getText()))
                            .setQuoted(false))
                    .build();
        }
    }

    /** Answers the compiler's questions from the look-up of the stylesheet that is being compiled. */
    private static final class FileImporter extends CustomImporter {
        private @Nullable SassImports imports;
        private Lookup lookup = Lookup.none();

        @Override
        public @Nullable String canonicalize(String url, boolean fromImport) throws SassImports.AmbiguousImport {
            if (imports == null) {
                return null;
            }
            String path = SassUrls.file(url);
            Optional<String> found =
                    SassUrls.isAbsolute(url) ? imports.resolve(path, fromImport) : imports.search(path, fromImport);
            return found.map(SassUrls::url).orElse(null);
        }

        @Override
        public @Nullable ImportSuccess handleImport(String url) {
            String file = SassUrls.file(url);
            Optional<Content> content = lookup.find(file);
            return content.map(c -> ImportSuccess.newBuilder()
                            .setContentsBytes(ByteString.copyFromUtf8(SassText.of(c)))
                            .setSyntax(syntax(file))
                            .setSourceMapUrl(url)
                            .build())
                    .orElse(null);
        }
    }
}
