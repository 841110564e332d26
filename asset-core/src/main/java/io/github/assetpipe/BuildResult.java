package io.github.assetpipe;

import io.github.assetpipe.diagnostic.Diagnostic;
import java.util.List;

/**
 * What a build did.
 *
 * @param summary one line a pass and the closing table, as shown to users
 * @param diagnostics warnings and notes, sorted
 * @param written number of files written
 * @param unchanged number of outputs that were already right
 */
public record BuildResult(List<String> summary, List<Diagnostic> diagnostics, int written, int unchanged) {

    /** Copies the lists. */
    public BuildResult {
        summary = List.copyOf(summary);
        diagnostics = List.copyOf(diagnostics);
    }
}
