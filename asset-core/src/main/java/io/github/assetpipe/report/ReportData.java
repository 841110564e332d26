package io.github.assetpipe.report;

import io.github.assetpipe.model.PageDecision;
import java.util.List;

/**
 * Everything that the report shows, counted and sorted. Immutable.
 *
 * @param project how users know the project
 * @param kinds the site by kind of file
 * @param pages the pages, by file
 * @param bundles what was made of several files, largest first
 * @param decisions what was decided on pages, grouped
 * @param facts what is known of the run
 * @param changes what is different from an earlier build; empty when none was named
 * @param compared how users know that earlier build, or empty
 * @param budgets the budgets and what they came to
 */
public record ReportData(
        String project,
        List<Kind> kinds,
        List<PageRow> pages,
        List<Bundle> bundles,
        List<DecisionGroup> decisions,
        BuildFacts facts,
        List<Change> changes,
        String compared,
        List<Budget.Outcome> budgets) {

    /** Copies the lists. */
    public ReportData {
        kinds = List.copyOf(kinds);
        pages = List.copyOf(pages);
        bundles = List.copyOf(bundles);
        decisions = List.copyOf(decisions);
        changes = List.copyOf(changes);
        budgets = List.copyOf(budgets);
    }

    /**
     * The files of one kind that pages ask for, each counted once.
     *
     * @param name stylesheets, scripts, images and the rest, pages
     * @param filesBefore number of files as authors wrote them
     * @param before their weight
     * @param filesAfter number of outputs
     * @param after their weight
     */
    public record Kind(String name, int filesBefore, Weight before, int filesAfter, Weight after) {}

    /**
     * What one page asks for by its own tags: a layout's tags count where the layout is listed.
     *
     * @param file its project-relative source
     * @param before as its author wrote it
     * @param after as it was built
     */
    public record PageRow(String file, Load before, Load after) {}

    /**
     * What a page's tags load.
     *
     * @param requests number of different stylesheets, scripts and eager images, external ones too
     * @param blocking number of scripts that hold up parsing
     * @param weight of the page itself and the assets known to the build
     */
    public record Load(int requests, int blocking, Weight weight) {}

    /**
     * A file that was made of others.
     *
     * @param path its logical path
     * @param weight of the output
     * @param parts its sources and the raw bytes that each of them brings
     */
    public record Bundle(String path, Weight weight, List<Part> parts) {
        /** Copies the list. */
        public Bundle {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What one source brings into a bundle.
     *
     * @param source its name
     * @param bytes of the bundle's raw size, by the source's share; compiled stylesheets by their source maps
     */
    public record Part(String source, long bytes) {}

    /**
     * Equal decisions.
     *
     * @param kind what was decided about
     * @param outcome what happened
     * @param reason why
     * @param count how often
     * @param places the first of them
     */
    public record DecisionGroup(String kind, String outcome, String reason, int count, List<Place> places) {
        /** Copies the list. */
        public DecisionGroup {
            places = List.copyOf(places);
        }
    }

    /** One decision and the page that it was made on. */
    public record Place(String page, PageDecision decision) {}

    /**
     * What became of one asset since an earlier build.
     *
     * @param path its logical path
     * @param before its best weight then, or -1 when it was not there
     * @param after its best weight now, or -1 when it is gone
     */
    public record Change(String path, long before, long after) {}
}
