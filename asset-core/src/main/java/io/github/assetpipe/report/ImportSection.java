package io.github.assetpipe.report;

import java.util.Comparator;
import java.util.List;

/** The section about the imports of compiled stylesheets: what of them no page uses, and what to paste instead. */
final class ImportSection {
    private ImportSection() {}

    /** Writes the section. */
    static void write(Html html, ReportData data) {
        html.section(
                "imports",
                "Imports",
                "What each SCSS import brings, and how much of it a page may use. Purging drops the rest from the output"
                        + " in any case; an import that is not there need not be compiled, and its rules can't come back"
                        + " because a word occurs somewhere.");
        List<ImportFact> imports = data.facts().imports();
        if (imports.isEmpty()) {
            html.raw("<p class=empty>No stylesheet with imports was compiled and purged.</p></section>");
            return;
        }
        List<ImportFact> unused = imports.stream().filter(ImportFact::unused).toList();
        summary(html, unused);
        for (ImportList list : data.facts().importLists()) {
            html.raw("<details class=sheet><summary>Imports to paste into <code>")
                    .text(list.file())
                    .raw("</code></summary><pre class=paste tabindex=0>")
                    .text(list.text())
                    .raw("</pre></details>");
        }
        table(html, imports);
        html.raw("</section>");
    }

    private static void summary(Html html, List<ImportFact> unused) {
        if (unused.isEmpty()) {
            html.raw("<p class=empty>Every import brings something of use.</p>");
            return;
        }
        long bytes = unused.stream().mapToLong(ImportFact::bytes).sum();
        int rules = unused.stream().mapToInt(ImportFact::rules).sum();
        html.raw("<p><strong>")
                .text(unused.size() == 1 ? "1 import brings" : unused.size() + " imports bring")
                .raw("</strong> ")
                .text("only what no page uses: " + rules + " rules, " + Bytes.text(bytes) + " as compiled.")
                .raw("</p>");
    }

    private static void table(Html html, List<ImportFact> imports) {
        html.table("Imports", "Import", "At", "#Used", "#Rules", "#Bytes", "#Bytes used", "Outcome");
        imports.stream()
                .sorted(Comparator.comparing((ImportFact i) -> !i.unused())
                        .thenComparingDouble(i -> (double) i.usedBytes() / i.bytes())
                        .thenComparingLong(i -> -i.bytes()))
                .forEach(i -> row(html, i));
        html.endTable();
    }

    private static void row(Html html, ImportFact fact) {
        html.raw("<tr><th scope=row><code>").text(fact.statement()).raw("</code></th><td class=at>");
        String place = fact.file() + ":" + fact.line();
        html.breakable(fact.through().isEmpty() ? place : fact.through());
        if (!fact.through().isEmpty()) {
            html.raw("<br><span class=dim>by ").breakable(place).raw("</span>");
        }
        html.raw("</td>");
        html.number(fact.used(), Integer.toString(fact.used()));
        html.number(fact.rules(), Integer.toString(fact.rules()));
        html.number(fact.bytes(), Bytes.text(fact.bytes()));
        html.number(fact.usedBytes(), Bytes.text(fact.usedBytes()));
        if (fact.unused()) {
            html.raw("<td class=good>unused</td>");
        } else if (fact.used() == 0) {
            html.element("td", "needed for " + fact.neededFor());
        } else {
            html.element("td", Math.round(100.0 * fact.used() / fact.rules()) + " % of the rules used");
        }
        html.raw("</tr>");
    }
}
