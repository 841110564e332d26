package io.github.assetpipe.report;

import io.github.assetpipe.report.ReportData.Change;
import io.github.assetpipe.report.ReportData.Kind;
import io.github.assetpipe.report.ReportData.PageRow;
import io.github.assetpipe.report.Weight.Measure;
import java.util.List;
import java.util.Locale;

/** The sections about bytes and requests. */
final class SizeSections {
    /** Rows of a table that a browser lays out before anything can be read; more of them are in parts that can be opened. */
    private static final int AT_ONCE = 500;

    private SizeSections() {}

    /** Writes the site by kind of file. */
    static void overview(Html html, ReportData data) {
        html.section(
                "overview",
                "Overview",
                "What all pages ask for by their own tags, each file counted once. Pages that an engine renders count"
                        + " as gzip, since no build can compress them further.");
        html.table("Bytes by kind of file", "Kind", "#Files", "#Raw", "#gzip", "#Brotli", "Brotli, before and after");
        for (Kind kind : data.kinds()) {
            kind(html, kind);
        }
        html.endTable().raw("</section>");
    }

    private static void kind(Html html, Kind kind) {
        html.raw("<tr>").element("th scope=row", kind.name());
        html.change(
                kind.filesBefore(),
                kind.filesAfter(),
                Integer.toString(kind.filesBefore()),
                Integer.toString(kind.filesAfter()));
        for (Measure measure : Measure.values()) {
            bytes(html, kind.before().in(measure), kind.after().in(measure));
        }
        // Each against itself: images would leave nothing to see of the others.
        long largest = Math.max(1, Math.max(kind.before().br(), kind.after().br()));
        html.raw("<td class=bars>");
        bar(html, "before", kind.before().br(), largest);
        bar(html, "after", kind.after().br(), largest);
        html.raw("</td></tr>");
    }

    private static void bar(Html html, String tone, long bytes, long largest) {
        String width = String.format(Locale.ROOT, "%.2f", 100.0 * bytes / largest);
        html.raw("<span class=\"bar " + tone + "\" style=\"width:" + width + "%\"></span>");
    }

    private static void bytes(Html html, long before, long after) {
        html.change(before, after, Bytes.text(before), Bytes.text(after));
    }

    /** Writes the budgets, if there are any. */
    static void budgets(Html html, ReportData data) {
        if (data.budgets().isEmpty()) {
            return;
        }
        html.section("budgets", "Budgets", "A budget that is exceeded fails the build.");
        html.table("Budgets", "Of", "What counts", "#Measured", "#Budget", "Outcome");
        for (Budget.Outcome outcome : data.budgets()) {
            Budget budget = outcome.budget();
            html.raw("<tr>").element("th scope=row", budget.of()).element("td", outcome.subject());
            html.number(outcome.actual(), Bytes.text(outcome.actual()));
            html.number(
                    budget.max(),
                    Bytes.text(budget.max()) + " " + budget.measure().name().toLowerCase(Locale.ROOT));
            html.raw(outcome.exceeded() ? "<td class=bad>exceeded</td></tr>" : "<td class=good>kept</td></tr>");
        }
        html.endTable().raw("</section>");
    }

    /** Writes what is different from an earlier build, if one was named. */
    static void comparison(Html html, ReportData data) {
        if (data.compared().isEmpty()) {
            return;
        }
        html.section("compared", "Compared", "Best compressed size of each asset, against " + data.compared() + ".");
        if (data.changes().isEmpty()) {
            html.raw("<p class=empty>Nothing has changed.</p></section>");
            return;
        }
        html.table("Changes since the earlier build", "Asset", "#Then", "#Now", "#Difference", "What");
        for (Change change : data.changes()) {
            long difference = Math.max(0, change.after()) - Math.max(0, change.before());
            html.raw("<tr>").path(change.path());
            html.number(change.before(), change.before() < 0 ? "\u2013" : Bytes.text(change.before()));
            html.number(change.after(), change.after() < 0 ? "\u2013" : Bytes.text(change.after()));
            html.raw("<td class=\"n " + (difference > 0 ? "bad" : "good") + "\" data-v=" + difference + ">")
                    .text((difference > 0 ? "+" : "\u2212") + Bytes.text(Math.abs(difference)))
                    .raw("</td>");
            html.element(
                    "td",
                    change.before() < 0 ? "new" : change.after() < 0 ? "gone" : difference > 0 ? "grown" : "shrunk");
            html.raw("</tr>");
        }
        html.endTable().raw("</section>");
    }

    /** Writes every page. */
    static void pages(Html html, ReportData data) {
        html.section(
                "pages",
                "Pages",
                "Each page or template by its own tags; what a layout loads is counted where the layout is listed.");
        html.raw("<p class=tools><label>Find a page <input type=search data-filter=pages></label></p>");
        List<PageRow> pages = data.pages();
        if (pages.size() <= AT_ONCE) {
            table(html, "Pages", pages);
        } else {
            for (int from = 0; from < pages.size(); from += AT_ONCE) {
                part(html, pages.subList(from, Math.min(pages.size(), from + AT_ONCE)), from == 0);
            }
        }
        html.raw("</section>");
    }

    private static void part(Html html, List<PageRow> pages, boolean open) {
        String range =
                pages.get(0).file() + " to " + pages.get(pages.size() - 1).file();
        if (open) {
            html.raw("<details class=sheet open><summary>").text(range).raw("</summary>");
            table(html, "Pages " + range, pages);
            html.raw("</details>");
        } else {
            html.closedPart(range, "");
            table(html, "Pages " + range, pages);
            html.endClosedPart();
        }
    }

    private static void table(Html html, String caption, List<PageRow> pages) {
        html.table(caption, "Page", "#Requests", "#Blocking", "#Raw", "#gzip", "#Brotli");
        for (PageRow page : pages) {
            html.raw("<tr>").path(page.file());
            count(html, page.before().requests(), page.after().requests());
            count(html, page.before().blocking(), page.after().blocking());
            for (Measure measure : Measure.values()) {
                bytes(
                        html,
                        page.before().weight().in(measure),
                        page.after().weight().in(measure));
            }
            html.raw("</tr>");
        }
        html.endTable();
    }

    private static void count(Html html, int before, int after) {
        html.change(before, after, Integer.toString(before), Integer.toString(after));
    }
}
