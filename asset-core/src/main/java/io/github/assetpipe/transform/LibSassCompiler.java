package io.github.assetpipe.transform;

import io.bit3.jsass.CompilationException;
import io.bit3.jsass.Compiler;
import io.bit3.jsass.Options;
import io.bit3.jsass.Output;
import io.bit3.jsass.OutputStyle;
import io.bit3.jsass.annotation.DebugFunction;
import io.bit3.jsass.annotation.Name;
import io.bit3.jsass.annotation.WarnFunction;
import io.bit3.jsass.importer.Import;
import io.bit3.jsass.type.SassError;
import io.bit3.jsass.type.SassString;
import io.bit3.jsass.type.SassValue;
import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.text.Json;
import io.github.assetpipe.transform.SassMessage.Frame;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One run of libsass, in this process, through jsass.
 *
 * <p>Imports come from the look-up only: libsass would else read the file system by itself. {@code @warn} and {@code
 * @debug} are taken over, because libsass writes them to the process's standard error.
 */
final class LibSassCompiler {
    /** The library is loaded at most once in a JVM; what it says about its version, or why it can't be loaded. */
    private static final class Probe {
        private static final String VERSION;
        private static final @Nullable Throwable PROBLEM;

        static {
            String version = "unavailable";
            Throwable problem = null;
            LeftoverNatives.remove(LeftoverNatives.JSASS);
            try {
                version = Compiler.getLibsassVersion();
            } catch (RuntimeException | LinkageError e) {
                problem = e instanceof ExceptionInInitializerError && e.getCause() != null ? e.getCause() : e;
            }
            VERSION = version;
            PROBLEM = problem;
        }
    }

    private static final int PRECISION = 10;
    /** What libsass puts before the message of a function that is not its own. */
    private static final Pattern OWN_FUNCTION = Pattern.compile("^error in C function [a-z_-]+: ");

    private final SassImports imports;
    private final SassFunctions functions;
    private final Lookup lookup;
    private final UnaryOperator<String> edit;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<SassMessage> messages = new ArrayList<>();
    private final SassAstral astral = new SassAstral();
    private @Nullable String importProblem;

    /** Creates a compiler whose sources pass through {@code edit} before they are compiled, for looking for a fault. */
    LibSassCompiler(SassImports imports, SassFunctions functions, Lookup lookup, UnaryOperator<String> edit) {
        this.imports = imports;
        this.functions = functions;
        this.lookup = lookup;
        this.edit = edit;
    }

    /** Returns libsass's version, or {@code unavailable}. */
    static String version() {
        return Probe.VERSION;
    }

    /** Does nothing where libsass runs. @throws AssetException where it does not */
    static void require() {
        Throwable problem = Probe.PROBLEM;
        if (problem != null) {
            throw AssetException.environment(Diagnostic.error(
                    "sass-platform",
                    "libsass does not run on " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                            + ": " + problem.getMessage(),
                    null,
                    "Choose the Sass engine dart."));
        }
    }

    /** Returns the files that were read, in order, with their texts. */
    Map<String, String> sources() {
        return sources;
    }

    /** Compiles a stylesheet; to be called once. */
    SassOutcome compile(String file, String text, boolean sourceMap) {
        sources.put(file, text);
        Options options = new Options();
        options.setImporters(List.of(this::load));
        options.setFunctionProviders(List.of(new Said(messages, astral), new Paths(functions, astral)));
        options.setIsIndentedSyntaxSrc(file.toLowerCase(Locale.ROOT).endsWith(".sass"));
        options.setOutputStyle(OutputStyle.EXPANDED);
        options.setPrecision(PRECISION);
        options.setOmitSourceMapUrl(true);
        if (sourceMap) {
            options.setSourceMapContents(true);
            options.setSourceMapFile(URI.create(SassUrls.url(file + ".map")));
        }
        try {
            URI uri = URI.create(SassUrls.url(file));
            Output output = new Compiler().compileString(astral.hide(edit.apply(text)), uri, uri, options);
            return new SassOutcome(
                    astral.show(output.getCss()), sourceMap ? astral.show(output.getSourceMap()) : null, messages);
        } catch (CompilationException e) {
            messages.add(failure(e));
            return new SassOutcome(null, null, messages);
        }
    }

    private @Nullable Collection<Import> load(String asked, Import previous) {
        String url = astral.show(asked);
        try {
            String from = SassUrls.file(previous.getAbsoluteUri().toString());
            Optional<String> found = find(url, from);
            if (found.isEmpty()) {
                if (isPlainCss(url, sources.getOrDefault(from, ""))) {
                    return null;
                }
                throw new ImportFailure("File to import not found or unreadable: " + url + ".");
            }
            String file = found.get();
            String text = lookup.find(file).map(SassText::of).orElse("");
            sources.put(file, text);
            URI uri = URI.create(SassUrls.url(file));
            return List.of(new Import(uri, uri, astral.hide(edit.apply(text))));
        } catch (SassImports.AmbiguousImport | ImportFailure e) {
            // What libsass makes of an exception is its stack trace; the message is kept aside.
            importProblem = e.getMessage();
            throw new IllegalArgumentException(astral.hide(String.valueOf(e.getMessage())));
        }
    }

    private Optional<String> find(String url, String from) throws SassImports.AmbiguousImport {
        if (url.contains("://") || url.startsWith("//")) {
            return Optional.empty();
        }
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        Optional<String> beside = imports.resolve(folder + url, true);
        return beside.isPresent() ? beside : imports.search(url, true);
    }

    /** Tells whether the rule that names {@code url} is one that stays in the CSS. */
    private static boolean isPlainCss(String url, String importer) {
        return url.endsWith(".css")
                || url.contains("://")
                || url.startsWith("//")
                || Pattern.compile("@import\\s+([\"'])" + Pattern.quote(url) + "\\1\\s+[^;,\\s]")
                        .matcher(importer)
                        .find();
    }

    private SassMessage failure(CompilationException e) {
        Frame frame = null;
        String text = String.valueOf(e.getErrorText());
        try {
            if (Json.parse(e.getErrorJson()) instanceof Map<?, ?> json) {
                text = String.valueOf(json.get("message"));
                if (json.get("file") instanceof String file && json.get("line") instanceof Double line) {
                    int column = json.get("column") instanceof Double c ? c.intValue() : 0;
                    frame = frame(SassUrls.file(file), line.intValue(), column);
                }
            }
        } catch (IllegalArgumentException notJson) {
            frame = null;
        }
        String said = importProblem != null
                ? importProblem
                : OWN_FUNCTION.matcher(text).replaceFirst("");
        return new SassMessage(Severity.ERROR, "sass", astral.show(said).strip(), frame, List.of());
    }

    private Frame frame(String file, int line, int column) {
        String text = sources.getOrDefault(file, "")
                .lines()
                .skip(Math.max(0, line - 1))
                .findFirst()
                .orElse("");
        return new Frame(file, line, SassAstral.column(text, column), 1);
    }

    private static final class ImportFailure extends Exception {
        private static final long serialVersionUID = 1L;

        private ImportFailure(String message) {
            super(message, null, false, false);
        }
    }

    /** Takes over {@code @warn} and {@code @debug}; public because jsass calls it by reflection. */
    public static final class Said {
        private final List<SassMessage> messages;
        private final SassAstral astral;

        private Said(List<SassMessage> messages, SassAstral astral) {
            this.messages = messages;
            this.astral = astral;
        }

        /** Notes what a {@code @warn} says. */
        @WarnFunction
        public void warn(SassValue value) {
            messages.add(new SassMessage(Severity.WARNING, "sass-warn", astral.show(text(value)), null, List.of()));
        }

        /** Notes what a {@code @debug} says. */
        @DebugFunction
        public void debug(SassValue value) {
            messages.add(new SassMessage(Severity.NOTE, "sass-debug", astral.show(text(value)), null, List.of()));
        }

        private static String text(SassValue value) {
            return value instanceof SassString string ? string.getValue() : String.valueOf(value);
        }
    }

    /** The functions that take a path; public because jsass calls it by reflection, and finds functions by method names. */
    public static final class Paths {
        private final SassFunctions functions;
        private final SassAstral astral;

        private Paths(SassFunctions functions, SassAstral astral) {
            this.functions = functions;
            this.astral = astral;
        }

        /** Answers {@code asset-url($path)}; to Sass underscores and hyphens are the same. */
        @SuppressWarnings("MemberName")
        public SassValue asset_url(@Name("path") SassValue path) {
            try {
                return url(functions.assetUrl(astral.show(text("asset-url", path))));
            } catch (SassFunctions.Fault e) {
                return new SassError(astral.hide(String.valueOf(e.getMessage())));
            }
        }

        /** Answers {@code inline-image($path)}. */
        @SuppressWarnings("MemberName")
        public SassValue inline_image(@Name("path") SassValue path) {
            try {
                return url(functions.inlineImage(astral.show(text("inline-image", path))));
            } catch (SassFunctions.Fault e) {
                return new SassError(astral.hide(String.valueOf(e.getMessage())));
            }
        }

        private static String text(String function, SassValue path) throws SassFunctions.Fault {
            if (path instanceof SassString string) {
                return string.getValue();
            }
            throw SassFunctions.notAString(function);
        }

        private SassString url(String text) {
            return new SassString(astral.hide(text), false);
        }
    }
}
