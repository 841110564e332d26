package io.github.assetpipe.report;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.report.BuildFacts.PassFact;
import io.github.assetpipe.report.BuildFacts.SelectorFact;
import io.github.assetpipe.report.BuildFacts.SheetFact;
import io.github.assetpipe.report.ReportData.DecisionGroup;
import io.github.assetpipe.report.ReportData.Place;
import java.util.List;

/** The sections about the run: what it said, what it decided, what it dropped, and how long it took. */
final class RunSections {
    /** More rows than anybody scrolls through; the facts file has them all. */
    private static final int MOST_SELECTORS = 12_000;

    private static final int MOST_DIAGNOSTICS = 500;

    private RunSections() {}

    /** Writes warnings and notes. */
    static void diagnostics(Html html, ReportData data) {
        html.section("warnings", "Warnings", "");
        List<Diagnostic> all = data.facts().diagnostics();
        List<Diagnostic> warnings =
                all.stream().filter(d -> d.severity() != Severity.NOTE).toList();
        List<Diagnostic> notes =
                all.stream().filter(d -> d.severity() == Severity.NOTE).toList();
        if (warnings.isEmpty()) {
            html.raw("<p class=empty>The build had nothing to warn of.</p>");
        }
        warnings.stream().limit(MOST_DIAGNOSTICS).forEach(d -> diagnostic(html, d));
        if (!notes.isEmpty()) {
            html.raw("<details><summary>" + notes.size() + (notes.size() == 1 ? " note" : " notes") + "</summary>");
            notes.stream().limit(MOST_DIAGNOSTICS).forEach(d -> diagnostic(html, d));
            html.raw("</details>");
        }
        html.raw("</section>");
    }

    private static void diagnostic(Html html, Diagnostic diagnostic) {
        html.raw("<pre class=frame data-s=" + diagnostic.severity().word() + ">")
                .text(diagnostic.toString())
                .raw("</pre>");
    }

    /** Writes what was decided on pages, references left alone included. */
    static void decisions(Html html, ReportData data) {
        html.section(
                "decisions",
                "Decisions",
                "What became of each script, image and reference in the pages, and why. What was kept works as"
                        + " before.");
        if (data.decisions().isEmpty()) {
            html.raw("<p class=empty>No page asked for a decision.</p></section>");
            return;
        }
        String kind = "";
        for (DecisionGroup group : data.decisions()) {
            if (!group.kind().equals(kind)) {
                kind = group.kind();
                html.element("h3", heading(kind));
            }
            html.raw("<details class=group><summary><span class=\"chip\">")
                    .text(group.outcome())
                    .raw("</span> ")
                    .text(group.reason().isEmpty() ? "by the rule" : group.reason())
                    .raw(" <span class=dim>" + group.count() + "</span></summary><ul>");
            for (Place place : group.places()) {
                html.raw("<li><code>")
                        .text(place.decision().subject())
                        .raw("</code> <span class=dim>")
                        .text(place.page() + ":" + place.decision().line())
                        .raw("</span></li>");
            }
            int more = group.count() - group.places().size();
            html.raw(more > 0 ? "<li class=dim>and " + more + " more, all in the manifest</li>" : "")
                    .raw("</ul></details>");
        }
        html.raw("</section>");
    }

    private static String heading(String kind) {
        return switch (kind) {
            case "reference" -> "References";
            case "bundle" -> "Bundles";
            case "defer" -> "Scripts";
            case "lazy" -> "Images";
            default -> kind;
        };
    }

    /** Writes what became of selectors. */
    static void selectors(Html html, ReportData data) {
        html.section(
                "selectors",
                "Selectors",
                "What purging dropped from stylesheets, and by which evidence it kept the rest. A name counts as used"
                        + " where it occurs as a word in a page, a script or a source.");
        List<SheetFact> sheets = data.facts().sheets();
        if (sheets.isEmpty()) {
            html.raw("<p class=empty>No stylesheet was purged.</p></section>");
            return;
        }
        html.raw("<p class=tools><label>Find a selector <input type=search data-filter=selectors></label>"
                + "<label>Show <select data-outcome=selectors><option value=\"\">all</option>"
                + "<option value=dropped>dropped</option><option value=kept>kept</option></select></label></p>");
        int left = MOST_SELECTORS;
        for (SheetFact sheet : sheets) {
            left -= sheet(html, sheet, left);
        }
        html.raw("</section>");
    }

    private static int sheet(Html html, SheetFact sheet, int most) {
        long dropped = sheet.selectors().stream().filter(s -> !s.kept()).count();
        html.closedPart(
                sheet.file(),
                dropped + " of " + sheet.selectors().size() + " dropped, " + Bytes.text(sheet.before()) + " to "
                        + Bytes.text(sheet.after()));
        html.table("Selectors of " + sheet.file(), "#Line", "Selector", "Outcome", "Why");
        int written = 0;
        for (SelectorFact selector : sheet.selectors()) {
            if (written == most) {
                break;
            }
            written++;
            html.raw(selector.kept() ? "<tr data-o=kept>" : "<tr data-o=dropped>");
            html.number(selector.line(), Integer.toString(selector.line()));
            html.raw("<td class=code>").text(selector.subject()).raw("</td>");
            html.raw(selector.kept() ? "<td>kept</td><td>" : "<td class=good>dropped</td><td>");
            html.text(selector.why()).raw("</td></tr>");
        }
        int more = sheet.selectors().size() - written;
        html.endTable();
        if (more > 0) {
            html.element("p class=dim", "and " + more + " more, all in facts.json");
        }
        html.endClosedPart();
        return written;
    }

    /** Writes the passes. */
    static void passes(Html html, ReportData data) {
        html.section("passes", "Passes", "The last run that had something to do, in the order of work.");
        html.table(
                "Passes",
                "Pass",
                "#Assets",
                "#Pages",
                "#Before",
                "#After",
                "#From the cache",
                "#Made",
                "#Milliseconds");
        for (PassFact pass : data.facts().passes()) {
            html.raw("<tr>").element("th scope=row", pass.name());
            html.number(pass.assets(), Integer.toString(pass.assets()));
            html.number(pass.pages(), Integer.toString(pass.pages()));
            html.number(pass.before(), Bytes.text(pass.before()));
            html.number(pass.after(), Bytes.text(pass.after()));
            html.number(pass.cached(), Integer.toString(pass.cached()));
            html.number(pass.made(), Integer.toString(pass.made()));
            html.number(Math.round(pass.millis() * 10), Html.decimal(pass.millis()));
            html.raw("</tr>");
        }
        html.endTable().raw("</section>");
    }
}
