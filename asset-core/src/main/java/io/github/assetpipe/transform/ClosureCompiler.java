package io.github.assetpipe.transform;

import com.google.javascript.jscomp.CheckLevel;
import com.google.javascript.jscomp.CommandLineRunner;
import com.google.javascript.jscomp.CompilationLevel;
import com.google.javascript.jscomp.Compiler;
import com.google.javascript.jscomp.CompilerOptions;
import com.google.javascript.jscomp.CompilerOptions.Es6ModuleTranspilation;
import com.google.javascript.jscomp.CompilerOptions.LanguageMode;
import com.google.javascript.jscomp.DiagnosticGroups;
import com.google.javascript.jscomp.Result;
import com.google.javascript.jscomp.SourceFile;
import com.google.javascript.jscomp.SourceMap.DetailLevel;
import com.google.javascript.jscomp.SourceMap.Format;
import com.google.javascript.jscomp.WarningLevel;
import com.google.javascript.jscomp.deps.ModuleLoader;
import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.option.ScriptOptions.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of Closure Compiler over one classic script. */
final class ClosureCompiler {
    private ClosureCompiler() {}

    /**
     * What Closure Compiler made of a script.
     *
     * @param code the text, or null when the script is not accepted
     * @param sourceMap the source map as JSON, or null
     * @param problem its first error, or the empty string
     * @param line 1-based line of the first error, 0 when there is none
     * @param column 1-based column of the first error
     */
    record Compiled(@Nullable String code, @Nullable String sourceMap, String problem, int line, int column) {}

    /** A project can choose another version of the library, which may be made for a newer Java than it runs on. */
    private static void require() {
        try {
            // Naming a class loads it.
            Objects.requireNonNull(Compiler.class);
            Objects.requireNonNull(CompilerOptions.class);
        } catch (LinkageError e) {
            throw AssetException.environment(Diagnostic.error(
                    "script-java",
                    "The Closure Compiler of this build does not run on Java "
                            + Runtime.version().feature() + ".",
                    null,
                    "Run Maven on a newer Java, or choose an older closure-compiler among the plugin's dependencies; v20240317"
                            + " runs on Java 17."));
        }
    }

    /** Returns the name of the library's jar, which holds its version; the library itself does not know it. */
    static String version() {
        require();
        CodeSource source = Compiler.class.getProtectionDomain().getCodeSource();
        String location = source == null ? "unknown" : source.getLocation().getPath();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /**
     * Compiles a script on the calling thread, which should have a deep stack; never throws for what the script says.
     *
     * @param externs names of files with declarations to their texts, for {@code ADVANCED}
     */
    static Compiled compile(String file, String text, Level level, Map<String, String> externs, boolean sourceMap) {
        require();
        return run(file, text, externs(level, externs), options(level, sourceMap), sourceMap);
    }

    /**
     * Writes a script or module in the syntax of older browsers and changes nothing else; imports and exports stay. Like
     * {@link #compile} in all other respects.
     *
     * @param year the year whose browsers must understand the result: from 2020 on they know the syntax of ECMAScript 2021
     *     (the last of it were object spread, {@code ??} and logical assignments), from 2017 on that of 2017 (the last were
     *     {@code new.target} and async functions), and before, that of ECMAScript 5; see {@code JsFeature} in package js
     */
    static Compiled lower(String file, String text, int year, boolean sourceMap) {
        require();
        CompilerOptions options = options(Level.WHITESPACE, sourceMap);
        options.setSkipNonTranspilationPasses(true);
        options.setLanguageOut(
                year >= 2020
                        ? LanguageMode.ECMASCRIPT_2021
                        : year >= 2017 ? LanguageMode.ECMASCRIPT_2017 : LanguageMode.ECMASCRIPT5);
        options.setEs6ModuleTranspilation(Es6ModuleTranspilation.NONE);
        // What a module imports is not looked for: it is lowered by itself.
        options.setModuleResolutionMode(ModuleLoader.ResolutionMode.NODE);
        options.setWarningLevel(DiagnosticGroups.MODULE_LOAD, CheckLevel.OFF);
        return run(file, text, List.of(), options, sourceMap);
    }

    private static Compiled run(
            String file, String text, List<SourceFile> externs, CompilerOptions options, boolean sourceMap) {
        Compiler compiler =
                new Compiler(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        compiler.disableThreads();
        try {
            Result result = compiler.compile(externs, List.of(SourceFile.fromCode(file, text)), options);
            if (!result.success) {
                var error = result.errors.get(0);
                return new Compiled(null, null, error.getDescription(), error.getLineNumber(), error.getCharno() + 1);
            }
            String code = compiler.toSource();
            return new Compiled(code, sourceMap ? map(compiler, file) : null, "", 0, 0);
        } catch (RuntimeException e) {
            // Its internal errors come as runtime exceptions that quote the source; the first line says enough.
            return new Compiled(
                    null,
                    null,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    0,
                    0);
        }
    }

    /** Only where properties are renamed does it matter which ones browsers and other scripts know. */
    private static List<SourceFile> externs(Level level, Map<String, String> own) {
        List<SourceFile> externs = new ArrayList<>();
        if (level == Level.ADVANCED) {
            try {
                externs.addAll(CommandLineRunner.getBuiltinExterns(CompilerOptions.Environment.BROWSER));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            own.forEach((file, text) -> externs.add(SourceFile.fromCode(file, text)));
        }
        return externs;
    }

    private static CompilerOptions options(Level level, boolean sourceMap) {
        CompilerOptions options = new CompilerOptions();
        CompilationLevel compilation = switch (level) {
            case WHITESPACE -> CompilationLevel.WHITESPACE_ONLY;
            case SIMPLE -> CompilationLevel.SIMPLE_OPTIMIZATIONS;
            case ADVANCED -> CompilationLevel.ADVANCED_OPTIMIZATIONS;
        };
        compilation.setOptionsForCompilationLevel(options);
        options.setRewritePolyfills(false);
        WarningLevel.QUIET.setOptionsForWarningLevel(options);
        options.setLanguageIn(LanguageMode.UNSTABLE);
        options.setLanguageOut(LanguageMode.NO_TRANSPILE);
        options.setEmitUseStrict(false);
        options.setStrictModeInput(false);
        options.setOutputCharset(StandardCharsets.UTF_8);
        if (sourceMap) {
            options.setSourceMapOutputPath("map");
            options.setSourceMapDetailLevel(DetailLevel.ALL);
            options.setSourceMapFormat(Format.V3);
        }
        return options;
    }

    private static String map(Compiler compiler, String file) {
        StringBuilder json = new StringBuilder();
        try {
            compiler.getSourceMap().appendTo(json, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return json.toString();
    }
}
