package io.github.assetpipe.report;

import io.github.assetpipe.css.purge.PurgedSheet;
import io.github.assetpipe.css.purge.Verdict;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.text.LineMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known of one run of the pipeline beyond its outputs. Immutable.
 *
 * <p>Holds times, and so is never an output: it stays in the build's own folder.
 *
 * @param passes the passes in the order of their work
 * @param diagnostics warnings and notes, sorted
 * @param sheets the stylesheets that purging looked at, by name
 * @param compiled logical paths of the stylesheets that were compiled; each is kept below {@value #COMPILED} as it was then
 * @param imports what the imports of compiled stylesheets bring, and how much of it pages use
 * @param importLists what to paste in place of imports that bring nothing of use
 * @param origins what each source file has left in the compiled stylesheets
 */
public record BuildFacts(
        List<PassFact> passes,
        List<Diagnostic> diagnostics,
        List<SheetFact> sheets,
        List<String> compiled,
        List<ImportFact> imports,
        List<ImportList> importLists,
        List<OriginFact> origins) {
    /** Folder beside the facts that keeps stylesheets as they were compiled, before anything else happened to them. */
    public static final String COMPILED = "compiled/";

    /**
     * One pass.
     *
     * @param name the word that users know it by
     * @param assets number of assets that it changed or made
     * @param pages number of pages that it changed
     * @param before bytes of these assets before
     * @param after bytes of these assets after
     * @param millis how long it took, in thousandths of a second
     * @param cached number of results that came from the cache
     * @param made number of results that had to be made
     */
    public record PassFact(
            String name, int assets, int pages, long before, long after, double millis, int cached, int made) {}

    /**
     * One stylesheet as purging saw it.
     *
     * @param file its name
     * @param before its length before, in characters
     * @param after its length after
     * @param selectors what became of each selector and named rule
     */
    public record SheetFact(String file, long before, long after, List<SelectorFact> selectors) {
        /** Copies the list. */
        public SheetFact {
            selectors = List.copyOf(selectors);
        }

        /** Returns what a purged stylesheet tells. */
        public static SheetFact of(PurgedSheet sheet) {
            List<Verdict> verdicts = sheet.verdicts();
            LineMap lines = new LineMap(sheet.source());
            List<SelectorFact> selectors = new ArrayList<>();
            for (Verdict verdict : verdicts) {
                String why = verdict.reasons().stream()
                        .map(Object::toString)
                        .distinct()
                        .collect(Collectors.joining("; "));
                selectors.add(new SelectorFact(lines.line(verdict.offset()), verdict.subject(), verdict.kept(), why));
            }
            return new SheetFact(
                    sheet.file(), sheet.source().length(), sheet.text().length(), selectors);
        }
    }

    /**
     * What became of one selector, named at-rule or custom property.
     *
     * @param line 1-based line in the stylesheet
     * @param subject its text
     * @param kept whether it stayed
     * @param why the evidence, or what was missing
     */
    public record SelectorFact(int line, String subject, boolean kept, String why) {}

    /** Copies the lists. */
    public BuildFacts {
        passes = List.copyOf(passes);
        diagnostics = List.copyOf(diagnostics);
        sheets = List.copyOf(sheets);
        compiled = List.copyOf(compiled);
        imports = List.copyOf(imports);
        importLists = List.copyOf(importLists);
        origins = List.copyOf(origins);
    }

    /** Returns facts of no run at all. */
    public static BuildFacts none() {
        return new BuildFacts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
