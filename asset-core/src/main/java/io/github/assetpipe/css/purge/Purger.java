package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.option.PurgeOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes out of a site's stylesheets what no text of the site can use.
 *
 * <p>All stylesheets are judged together, so that what one uses of another stays whatever their order is. The result is
 * each source without some ranges; when in doubt, a rule stays. Purge before minifying: a minifier drops the comments
 * that steer purging. Stateless and safe for several threads.
 */
public final class Purger {
    private Purger() {}

    /**
     * Purges {@code sheets}; the verdicts tell what was dropped.
     *
     * @throws io.github.assetpipe.diagnostic.AssetException when an expression in the options can't be compiled
     */
    public static PurgeResult purge(List<PurgeInput> sheets, Evidence evidence, PurgeOptions options) {
        return purge(sheets, evidence, options, false, Workers.NONE);
    }

    /** Purges in the same way; the verdicts also tell why each selector that stays does. */
    public static PurgeResult explain(List<PurgeInput> sheets, Evidence evidence, PurgeOptions options) {
        return explain(sheets, evidence, options, Workers.NONE);
    }

    /** Purges like {@link #explain(List, Evidence, PurgeOptions)}; what can be done sheet by sheet is left to {@code workers}. */
    public static PurgeResult explain(
            List<PurgeInput> sheets, Evidence evidence, PurgeOptions options, Workers workers) {
        return purge(sheets, evidence, options, true, workers);
    }

    private record Draft(PurgeInput input, IgnoreComments comments, List<PlannedNode> nodes, List<Verdict> verdicts) {}

    private static PurgeResult purge(
            List<PurgeInput> sheets, Evidence evidence, PurgeOptions options, boolean explain, Workers workers) {
        NameJudge names = new NameJudge(evidence, options);
        SelectorJudge judge = new SelectorJudge(names, options);
        References references = new References(names, options);
        List<Draft> drafts = workers.map(sheets, input -> draft(input, judge, options, explain));
        for (Draft draft : drafts) {
            Stylesheet sheet = draft.input.sheet();
            if (draft.input.purged()) {
                references.addAll(sheet, draft.nodes);
            } else {
                sheet.children().forEach(node -> references.add(sheet, node));
            }
        }
        references.close();
        return new PurgeResult(workers.map(drafts, draft -> cut(draft, references, options)));
    }

    private static Draft draft(PurgeInput input, SelectorJudge judge, PurgeOptions options, boolean explain) {
        IgnoreComments comments = new IgnoreComments(input.sheet().tokens());
        List<Verdict> verdicts = new ArrayList<>();
        List<PlannedNode> nodes = input.purged() && options.enabled()
                ? new SelectorPlan(input.sheet(), judge, comments, verdicts, explain).plan()
                : List.of();
        return new Draft(input, comments, nodes, verdicts);
    }

    private static PurgedSheet cut(Draft draft, References references, PurgeOptions options) {
        PurgeInput input = draft.input;
        String source = input.sheet().source();
        if (!input.purged() || !options.enabled()) {
            return new PurgedSheet(input.file(), source, source, List.of(), List.of());
        }
        List<PurgedSheet.Cut> cuts =
                new SheetCutter(input.sheet(), references, options, draft.comments, draft.verdicts).cut(draft.nodes);
        draft.verdicts.sort(Comparator.comparingInt(Verdict::offset));
        return new PurgedSheet(input.file(), source, without(source, cuts), cuts, draft.verdicts);
    }

    private static String without(String source, List<PurgedSheet.Cut> cuts) {
        StringBuilder out = new StringBuilder(source.length());
        int at = 0;
        for (PurgedSheet.Cut cut : cuts) {
            out.append(source, at, cut.start());
            at = cut.end();
        }
        return out.append(source, at, source.length()).toString();
    }
}
