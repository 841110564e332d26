package io.github.assetpipe.page.composition;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.option.RewriteOptions.Defer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Decides for every external classic script tag whether it may get {@code defer}. Immutable and safe for several threads.
 *
 * <p>A tag is deferred when in every composition of the pages that render it
 *
 * <ol>
 *   <li>nothing comes after it that runs while the page is parsed and is not itself deferred: no inline script, no external
 *       one that stays, nothing unknown;
 *   <li>no script comes before it that is deferred already, by {@code defer} or as a module, since the two would change
 *       places;
 *   <li>its own text does not write into the page, nor look for its tag as the last one so far, and it is none that must run
 *       before the page is painted ({@link ScriptRisks}).
 * </ol>
 *
 * <p>Then the deferred tags of a composition are a suffix of the scripts that run in document order, so every pair of scripts
 * keeps its order (HTML standard, "list of scripts that will execute when the document has finished parsing"), and each sees
 * at least as much of the document as before. {@link Flow} finds the first two for all compositions at once. What is not
 * covered: handlers and timers of earlier scripts that fire before parsing ends, readers of {@code document.readyState},
 * effects on the first paint, script elements that plain expressions print, and pages put together outside of templates.
 */
public final class DeferDecisions {
    private final SortedMap<String, SortedMap<Integer, DeferDecision>> byFile;

    private DeferDecisions(SortedMap<String, SortedMap<Integer, DeferDecision>> byFile) {
        this.byFile = byFile;
    }

    /**
     * Decides.
     *
     * @param pages the facts of all pages, definitions of Tiles included
     * @param scriptText the text of an asset, if it is known
     * @param mode which tags get {@code defer}
     */
    public static DeferDecisions decide(
            Collection<PageFacts> pages, Function<LogicalPath, Optional<String>> scriptText, Defer mode) {
        List<PageFacts> sorted = pages.stream()
                .sorted(Comparator.comparing(PageFacts::file).thenComparing(PageFacts::name))
                .toList();
        return new DeferDecisions(new DeferJudge(sorted, scriptText, mode).decisions());
    }

    /** Returns the decision about the script tag at an offset of a page, or empty when it is none that could be deferred. */
    public Optional<DeferDecision> of(String file, int offset) {
        return Optional.ofNullable(byFile.getOrDefault(file, new TreeMap<>()).get(offset));
    }

    /** Returns the decisions about a page's script tags, in order. */
    public List<DeferDecision> of(String file) {
        return List.copyOf(byFile.getOrDefault(file, new TreeMap<>()).values());
    }

    /** Returns all decisions, by page and position. */
    public List<DeferDecision> all() {
        return byFile.values().stream().flatMap(m -> m.values().stream()).toList();
    }
}
