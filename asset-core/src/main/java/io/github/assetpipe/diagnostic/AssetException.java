package io.github.assetpipe.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Stops the build because of problems that are all located and explained.
 *
 * <p>It is the only exception that the core lets out on purpose. {@link #fault()} says whose fault it is, so that a front
 * end can choose how to fail.
 */
public final class AssetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault the failure is. */
    public enum Fault {
        /** Something in the user's files: a broken stylesheet, a missing file. */
        INPUT,
        /** A wrong parameter, an unreadable or unwritable file, a platform that an engine does not support. */
        ENVIRONMENT
    }

    private final transient List<Diagnostic> diagnostics;
    private final Fault fault;

    /** Creates an exception for {@code diagnostics}, which are sorted; at least one is needed. */
    public AssetException(Fault fault, List<Diagnostic> diagnostics) {
        super(diagnostics.stream().sorted().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.fault = fault;
        this.diagnostics = diagnostics.stream().sorted().distinct().toList();
    }

    /** Creates an exception for one problem in the user's files. */
    public static AssetException input(Diagnostic diagnostic) {
        return new AssetException(Fault.INPUT, List.of(diagnostic));
    }

    /** Creates an exception for one problem of configuration, file system or platform. */
    public static AssetException environment(Diagnostic diagnostic) {
        return new AssetException(Fault.ENVIRONMENT, List.of(diagnostic));
    }

    /** Returns the problems, sorted by place. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Returns whose fault the failure is. */
    public Fault fault() {
        return fault;
    }
}
