package io.github.assetpipe.transform;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transformer gives back.
 *
 * @param outputs the assets made; empty when there are errors, or when the input should stay as it is
 * @param diagnostics problems and notes, part of the result so that a cache hit replays them
 * @param dependencies the further files that were read, sorted; filled in by the runner from what was looked up
 */
public record TransformResult(List<Output> outputs, List<Diagnostic> diagnostics, List<String> dependencies) {

    /** Creates a result whose dependencies the runner fills in. */
    public TransformResult(List<Output> outputs, List<Diagnostic> diagnostics) {
        this(outputs, diagnostics, List.of());
    }

    /**
     * One file made.
     *
     * @param path its logical path
     * @param content its bytes
     * @param sourceMap the source map of {@code content}, or null
     */
    public record Output(
            LogicalPath path, Content content, @Nullable Content sourceMap) {}

    /** Copies the lists. */
    public TransformResult {
        outputs = List.copyOf(outputs);
        diagnostics = List.copyOf(diagnostics);
        dependencies = List.copyOf(dependencies);
    }

    /** Returns this result with the files that were read for it. */
    public TransformResult reading(List<String> files) {
        return new TransformResult(outputs, diagnostics, files);
    }

    /** Returns a result of one file without diagnostics. */
    public static TransformResult of(LogicalPath path, Content content, @Nullable Content sourceMap) {
        return new TransformResult(List.of(new Output(path, content, sourceMap)), List.of());
    }

    /** Returns a result that leaves the input as it is, with the reasons. */
    public static TransformResult unchanged(Diagnostic... diagnostics) {
        return new TransformResult(List.of(), List.of(diagnostics));
    }

    /** Tells whether any diagnostic is an error. */
    public boolean failed() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }
}
