package io.github.assetpipe.transform;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.option.SassOptions;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Compiles Sass stylesheets, both syntaxes, with Dart Sass's embedded compiler.
 *
 * <p>As many compilers as threads ask at once are started, up to a number; they are kept until {@link #close()}, and end
 * with the JVM in any case.
 */
public final class DartSass implements Transformer, AutoCloseable {
    private static final int PROCESSES = 2;

    private final SassOptions options;
    private final List<AssetFolder> folders;
    private final boolean sourceMaps;
    private final int timeout;
    private final Semaphore free;
    private final BlockingDeque<DartSassProcess> idle = new LinkedBlockingDeque<>();
    private final Set<DartSassProcess> running = ConcurrentHashMap.newKeySet();
    private final Thread atExit = new Thread(this::endProcesses, "assetpipe-sass-exit");
    /** What the stylesheet before was compiled with: those of a project are much alike. */
    private volatile boolean quietBefore = true;

    private volatile @Nullable List<String> command;
    private volatile boolean closed;

    /** Creates a compiler pool of two; nothing is started yet. */
    public DartSass(SassOptions options, boolean sourceMaps) {
        this(options, List.of(), sourceMaps, PROCESSES);
    }

    /**
     * Creates a compiler pool; nothing is started yet.
     *
     * @param folders where {@code asset-url()} and {@code inline-image()} find files, the first that has one wins
     * @param processes the most compilers that run at once, at least 1
     */
    public DartSass(SassOptions options, List<AssetFolder> folders, boolean sourceMaps, int processes) {
        this(options, folders, sourceMaps, processes, 0);
    }

    /** Creates a compiler pool like the one above; a compiler may take {@code timeout} seconds for a stylesheet, 0 for no limit. */
    public DartSass(SassOptions options, List<AssetFolder> folders, boolean sourceMaps, int processes, int timeout) {
        this(options, folders, sourceMaps, processes, timeout, null);
    }

    /** Creates a compiler pool that starts {@code command}; null for the compiler of the class path. */
    DartSass(
            SassOptions options,
            List<AssetFolder> folders,
            boolean sourceMaps,
            int processes,
            int timeout,
            @Nullable List<String> command) {
        this.timeout = timeout;
        this.command = command;
        this.options = options;
        this.folders = List.copyOf(folders);
        this.sourceMaps = sourceMaps;
        this.free = new Semaphore(Math.max(1, processes));
    }

    @Override
    public String name() {
        return "dart";
    }

    @Override
    public String fingerprint() {
        return "dart-sass " + DartSassInstall.version() + " loadPaths=" + options.loadPaths() + " entryDirectories="
                + options.entryDirectories() + " quietDependencies=" + options.quietDependencies() + " sourceMaps="
                + sourceMaps + " folders=" + folders;
    }

    /**
     * Compiles the stylesheet into one with the extension {@code css}.
     *
     * @throws AssetException when this platform has no compiler, or it can't be started
     */
    @Override
    public TransformResult transform(TransformInput input, Lookup lookup) {
        SassImports imports = new SassImports(lookup, options.loadPaths());
        SassDiagnostics diagnostics = new SassDiagnostics(options, input, lookup, imports);
        SassOutcome outcome;
        try {
            outcome = compile(input, imports, lookup, diagnostics);
        } catch (TimeoutException e) {
            String text = SassText.of(input.content());
            return TransformResult.unchanged(EngineFaults.tooSlow("Dart Sass", input.file(), text, timeout));
        }
        List<Diagnostic> said = diagnostics.of(outcome.messages());
        if (outcome.css() == null) {
            return new TransformResult(List.of(), said);
        }
        LogicalPath path = output(input);
        Content map = outcome.sourceMap() == null ? null : SassSourceMap.of(outcome.sourceMap(), path);
        return new TransformResult(List.of(new TransformResult.Output(path, Content.of(outcome.css()), map)), said);
    }

    private static LogicalPath output(TransformInput input) {
        return input.path().sibling(input.path().stem() + ".css");
    }

    /**
     * A framework's deprecations, which nobody may want to read, cost the compiler a fifth of its time. It can keep them back,
     * but takes all that an import had to be searched for as a framework's. So it may where none of that is the user's own file,
     * which is known afterwards; a wrong guess costs a second time and never changes the result.
     */
    private SassOutcome compile(TransformInput input, SassImports imports, Lookup lookup, SassDiagnostics diagnostics)
            throws TimeoutException {
        boolean guess = options.quietDependencies() && quietBefore;
        SassOutcome outcome = compile(input, imports, lookup, guess);
        boolean quiet =
                options.quietDependencies() && imports.searchedFor().stream().allMatch(diagnostics::isDependency);
        if (quiet == guess) {
            return outcome;
        }
        quietBefore = quiet;
        return compile(input, imports, lookup, quiet);
    }

    private SassOutcome compile(TransformInput input, SassImports imports, Lookup lookup, boolean quiet)
            throws TimeoutException {
        String text = SassText.of(input.content());
        SassFunctions functions = new SassFunctions(folders, output(input), lookup);
        free.acquireUninterruptibly();
        try {
            for (boolean retried = false; ; retried = true) {
                DartSassProcess process = process();
                TimeLimit limit = new TimeLimit(timeout, process::kill);
                try {
                    SassOutcome outcome =
                            process.compile(input.file(), text, imports, functions, lookup, sourceMaps, quiet);
                    limit.close();
                    giveBack(process);
                    return outcome;
                } catch (IOException e) {
                    limit.close();
                    end(process);
                    if (limit.isExceeded()) {
                        throw new TimeoutException(e.getMessage());
                    }
                    // Killed from outside, out of memory, crashed: a fresh one may do.
                    if (retried) {
                        throw failed("The Dart Sass compiler stopped while compiling " + input.file(), e);
                    }
                }
            }
        } finally {
            free.release();
        }
    }

    /** Starts a compiler that a stylesheet will need soon; where that fails the stylesheet's own start tells it. */
    public void begin() {
        if (idle.isEmpty() && running.isEmpty()) {
            try {
                giveBack(process());
            } catch (AssetException e) {
                return;
            }
        }
    }

    private DartSassProcess process() {
        DartSassProcess process = idle.pollFirst();
        if (process != null && process.isAlive()) {
            return process;
        }
        try {
            process = DartSassProcess.start(command());
        } catch (IOException e) {
            throw failed("The Dart Sass compiler can't be started", e);
        }
        running.add(process);
        return process;
    }

    private synchronized List<String> command() {
        if (closed) {
            throw new IllegalStateException("Closed");
        }
        List<String> known = command;
        if (known == null) {
            known = new DartSassInstall(UserCache.folder(), DartSassPlatform.current()).command();
            Runtime.getRuntime().addShutdownHook(atExit);
            command = known;
        }
        return known;
    }

    private void giveBack(DartSassProcess process) {
        idle.addFirst(process);
        if (closed) {
            endProcesses();
        }
    }

    private void end(DartSassProcess process) {
        running.remove(process);
        process.close();
    }

    private void endProcesses() {
        idle.clear();
        running.forEach(this::end);
    }

    private static AssetException failed(String what, IOException cause) {
        return AssetException.environment(Diagnostic.error(
                "sass-process",
                what + ": " + cause.getMessage(),
                null,
                "The compiler is kept in " + UserCache.folder() + ", which must allow running programs; choose another "
                        + "folder with -D" + UserCache.PROPERTY + "=..., or the Sass engine libsass."));
    }

    /** Ends the compilers. */
    @Override
    public void close() {
        closed = true;
        endProcesses();
        if (command != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException e) {
                // The JVM is ending already; the hook has run or runs.
                return;
            }
        }
    }
}
