package io.github.assetpipe.run;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one pass decided about one page. Immutable.
 *
 * @param edits the changes of the page after the pass, in which assets are named by their logical paths
 * @param decisions the decisions about it after the pass
 * @param diagnostics what the pass said of it
 * @param written the bytes that were written, or null when the pass writes none
 */
public record PageAnswer(
        List<PageEdit> edits,
        List<PageDecision> decisions,
        List<Diagnostic> diagnostics,
        @Nullable Written written) {

    /**
     * Bytes of a page, told by their digest.
     *
     * @param size their number
     * @param integrity their {@link Content#integrity()}
     * @param source the hash of the text that they were made of
     */
    public record Written(long size, String integrity, int source) {}

    /** A page is not what it was when the answer was given, because somebody writes it while the build runs. */
    public static final class Outdated extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Creates the exception. */
        public Outdated(String page) {
            super(page + " changed while the build ran");
        }
    }

    /** Copies the lists. */
    public PageAnswer {
        edits = List.copyOf(edits);
        decisions = List.copyOf(decisions);
        diagnostics = List.copyOf(diagnostics);
    }
}
