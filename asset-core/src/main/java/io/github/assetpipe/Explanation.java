package io.github.assetpipe;

import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.PageDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells what the last build decided about pages and why: scripts, images and compress blocks. */
public final class Explanation {
    /** References speak for themselves, unless they stay. */
    private static final Set<String> OBVIOUS = Set.of("rewritten");

    private Explanation() {}

    /**
     * Returns the decisions of the build whose manifest is in the output directory, one a line below their page, in the
     * order of the page; empty when there is no manifest.
     */
    public static List<String> lines(Config config) {
        List<String> lines = new ArrayList<>();
        SortedMap<String, List<PageDecision>> pages = ManifestFile.read(
                        config.outputDirectory().resolve(config.manifestPath()))
                .map(Manifest::decisions)
                .orElse(new TreeMap<>());
        pages.forEach((file, all) -> {
            List<PageDecision> decisions = all.stream()
                    .filter(d -> !OBVIOUS.contains(d.outcome()))
                    .sorted()
                    .toList();
            if (!decisions.isEmpty()) {
                lines.add(file);
                decisions.forEach(decision -> lines.add(line(decision)));
            }
        });
        return lines;
    }

    private static String line(PageDecision decision) {
        String reason = decision.reason().isEmpty() ? "" : ": " + decision.reason();
        return String.format(
                Locale.ROOT,
                "%6d  %-9s  %-9s  %s%s",
                decision.line(),
                decision.kind(),
                decision.outcome(),
                decision.subject(),
                reason);
    }
}
