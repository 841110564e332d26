package io.github.assetpipe;

import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.PageDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
        Map<String, Manifest.PageEntry> pages = ManifestFile.read(
                        config.outputDirectory().resolve(config.manifestPath()))
                .map(Manifest::pages)
                .map(Map::copyOf)
                .orElse(Map.of());
        pages.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(page -> {
            List<PageDecision> decisions = page.getValue().decisions().stream()
                    .filter(d -> !OBVIOUS.contains(d.outcome()))
                    .sorted()
                    .toList();
            if (!decisions.isEmpty()) {
                lines.add(page.getKey());
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
