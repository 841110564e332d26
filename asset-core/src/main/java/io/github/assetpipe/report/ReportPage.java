package io.github.assetpipe.report;

import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.report.ReportData.Kind;
import io.github.assetpipe.report.ReportData.Load;
import io.github.assetpipe.report.ReportData.PageRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** The report as one HTML file: no network, readable without scripts. */
public final class ReportPage {
    private ReportPage() {}

    /** Returns the file. */
    public static Content write(ReportData data) {
        Html html = new Html();
        html.raw("<!doctype html>\n<html lang=en><head><meta charset=utf-8>"
                        + "<meta name=viewport content=\"width=device-width,initial-scale=1\">"
                        + "<meta name=color-scheme content=\"light dark\"><title>")
                .text(data.project() + " \u2013 asset report")
                .raw("</title><style>")
                .raw(resource("report.css"))
                .raw("</style></head><body class=js-off><script>document.body.className=''</script><a class=skip"
                        + " href=#main>Skip to the report</a>");
        header(html, data);
        navigation(html, data);
        html.raw("<main id=main>");
        SizeSections.overview(html, data);
        SizeSections.budgets(html, data);
        SizeSections.comparison(html, data);
        SizeSections.pages(html, data);
        BundleSection.write(html, data);
        RunSections.diagnostics(html, data);
        RunSections.decisions(html, data);
        RunSections.selectors(html, data);
        ImportSection.write(html, data);
        RunSections.passes(html, data);
        html.raw("</main><footer><p>Sizes count 1 kB as 1000 bytes. Before: the files as their authors wrote them,"
                + " compressed by the same encoders. After: the outputs that the manifest"
                + " lists.</p></footer><script>");
        html.raw(resource("report.js")).raw("</script></body></html>\n");
        return Content.of(html.toString());
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The jar lacks " + name, e);
        }
    }

    private static void header(Html html, ReportData data) {
        html.raw("<header><p class=label>Asset report</p>").element("h1", data.project());
        // Images often weigh so much that nothing else would show.
        List<Kind> code = data.kinds().subList(0, Math.min(2, data.kinds().size()));
        Weight before = sum(code, Kind::before);
        Weight after = sum(code, Kind::after);
        html.raw("<p class=hero><span class=big>").text(Bytes.text(after.br())).raw("</span> ");
        html.raw("of stylesheets and scripts instead of <span class=was>")
                .text(Bytes.text(before.br()))
                .raw("</span>");
        chip(html, before.br(), after.br());
        Weight allBefore = sum(data.kinds(), Kind::before);
        Weight allAfter = sum(data.kinds(), Kind::after);
        html.raw("<br><span class=dim>With images and pages ")
                .text(Bytes.text(allAfter.br()) + " instead of " + Bytes.text(allBefore.br()))
                .raw(", all compressed</span>");
        if (after.br() > before.br()) {
            median(html, data);
        }
        html.raw("</p><dl class=cards>");
        card(html, "Requests of all pages", sum(data, true, false), sum(data, false, false));
        card(html, "Scripts that block", sum(data, true, true), sum(data, false, true));
        long dropped = data.facts().sheets().stream()
                .flatMap(s -> s.selectors().stream())
                .filter(s -> !s.kept())
                .count();
        html.raw("<div><dt>Selectors dropped</dt><dd>").text(grouped(dropped)).raw("</dd></div>");
        long warnings = data.facts().diagnostics().stream()
                .filter(d -> d.severity() == Severity.WARNING)
                .count();
        html.raw("<div><dt>Warnings</dt><dd" + (warnings > 0 ? " class=warn" : "") + ">")
                .text(grouped(warnings))
                .raw("</dd></div>");
        double seconds = data.facts().passes().stream()
                        .mapToDouble(BuildFacts.PassFact::millis)
                        .sum()
                / 1000;
        html.raw("<div><dt>Passes took</dt><dd>")
                .text(Html.decimal(seconds) + "\u202fs")
                .raw("</dd></div></dl></header>");
    }

    /** Where many bundles share members the site grows as a whole, and a visit to it shrinks: say so. */
    private static void median(Html html, ReportData data) {
        html.raw("<br><span class=dim>Each bundle is counted, and many have the same members. The median page weighs ")
                .text(Bytes.text(median(data, PageRow::after)) + " instead of "
                        + Bytes.text(median(data, PageRow::before)))
                .raw("</span>");
    }

    private static long median(ReportData data, Function<PageRow, Load> which) {
        long[] sorted = data.pages().stream()
                .mapToLong(p -> which.apply(p).weight().br())
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static Weight sum(List<Kind> kinds, Function<Kind, Weight> which) {
        return kinds.stream().map(which).reduce(Weight.NONE, Weight::plus);
    }

    private static void chip(Html html, long before, long after) {
        if (before > 0) {
            html.raw(" <span class=\"chip " + (after <= before ? "good" : "bad") + "\">")
                    .text(Bytes.change(before, after))
                    .raw("</span>");
        }
    }

    private static void card(Html html, String name, long before, long after) {
        html.raw("<div><dt>").text(name).raw("</dt><dd>");
        if (before != after) {
            html.raw("<s>").text(grouped(before)).raw("</s> ");
        }
        html.text(grouped(after)).raw("</dd></div>");
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static long sum(ReportData data, boolean before, boolean blocking) {
        return data.pages().stream()
                .map((PageRow p) -> before ? p.before() : p.after())
                .mapToLong(l -> blocking ? l.blocking() : l.requests())
                .sum();
    }

    private static void navigation(Html html, ReportData data) {
        html.raw("<nav aria-label=Sections><a href=#overview>Overview</a>");
        if (!data.budgets().isEmpty()) {
            html.raw("<a href=#budgets>Budgets</a>");
        }
        if (!data.compared().isEmpty()) {
            html.raw("<a href=#compared>Compared</a>");
        }
        html.raw(
                "<a href=#pages>Pages</a><a href=#bundles>Bundles</a><a href=#warnings>Warnings</a>"
                        + "<a href=#decisions>Decisions</a><a href=#selectors>Selectors</a><a href=#imports>Imports</a><a href=#passes>Passes</a></nav>");
    }
}
