package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.CompressBlock;
import io.github.assetpipe.page.CompressBlocks;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.run.Build;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Joins the members of compress blocks into bundles.
 *
 * <p>Order never changes: members are joined only with their neighbours of the same attributes, and whatever else stands in
 * a block stays where it is and separates the bundles. Blocks with the same members share one bundle.
 */
public final class Combine implements Pass {
    private final PageReader reader;
    private final RewriteOptions options;
    private final String outputPrefix;
    private final boolean sourceMaps;
    private final @Nullable PlanFacts facts;
    private final Repeats repeats = new Repeats();

    /**
     * Creates the pass.
     *
     * @param reader reads pages; shared with the rewrite pass so that each is read once
     * @param options the URL roots
     * @param outputPrefix folder below the output directory that bundles are written to
     * @param sourceMaps whether bundles get source maps
     * @param facts takes what the pages tell for {@link Rewrite}, or null when it does not follow
     */
    public Combine(
            PageReader reader,
            RewriteOptions options,
            String outputPrefix,
            boolean sourceMaps,
            @Nullable PlanFacts facts) {
        this.facts = facts;
        this.reader = reader;
        this.options = options;
        this.outputPrefix = outputPrefix;
        this.sourceMaps = sourceMaps;
    }

    @Override
    public String name() {
        return "combine";
    }

    /** What one page's blocks come to. */
    private record Planned(PageFile file, List<Diagnostic> diagnostics) {}

    /** A bundle as a page makes it; of the pages that share it the last one names its sources, and only its map is made. */
    private record Made(PageFile by, BlockPlan.Bundle bundle) {
        Made or(Made other) {
            return by.compareTo(other.by) > 0 ? this : other;
        }

        Asset asset() {
            Supplier<Content> map = bundle.sourceMap();
            return map == null ? bundle.asset() : bundle.asset().withSourceMap(map.get());
        }
    }

    @Override
    public Site run(Site site, Build build) {
        UrlResolver resolver = new UrlResolver(site, options.urlRoots());
        MemberTexts texts = new MemberTexts(build.memory());
        Map<LogicalPath, Made> made = new ConcurrentHashMap<>();
        List<Planned> plans = build.runner().map(site.pages(), page -> plan(site, page, resolver, texts, made));
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<PageFile> pages = new ArrayList<>();
        for (Planned plan : plans) {
            diagnostics.addAll(plan.diagnostics());
            pages.add(plan.file());
        }
        build.runner().report(diagnostics);
        return InlineSass.without(site)
                .withAssets(build.runner().map(List.copyOf(made.values()), Made::asset))
                .withPages(pages);
    }

    private Planned plan(
            Site site, PageFile file, UrlResolver resolver, MemberTexts texts, Map<LogicalPath, Made> made) {
        Page page = reader.read(file);
        Planned planned = plan(site, file, page, resolver, texts, made);
        if (facts != null) {
            facts.note(planned.file(), page, resolver);
        }
        return planned;
    }

    private Planned plan(
            Site site, PageFile file, Page page, UrlResolver resolver, MemberTexts texts, Map<LogicalPath, Made> made) {
        CompressBlocks.Found found = CompressBlocks.of(file.file(), page);
        List<Diagnostic> diagnostics = new ArrayList<>(found.problems());
        if (found.blocks().isEmpty()) {
            return new Planned(file, diagnostics);
        }
        Set<String> further = Set.copyOf(options.attributes());
        PageUrls urls = PageUrls.ofBlocks(found.blocks(), page, file, resolver, further);
        UrlSpelling spelling = new UrlSpelling(file, page, () -> PageUrls.of(page, file, resolver, further));
        List<PageEdit> edits = new ArrayList<>(file.edits());
        List<PageDecision> decisions = new ArrayList<>();
        for (CompressBlock block : found.blocks()) {
            BlockPlan plan = new BlockPlan(site, file, page, urls, spelling, block, texts, outputPrefix, sourceMaps);
            plan.make();
            edits.addAll(plan.edits());
            decisions.addAll(plan.decisions());
            diagnostics.addAll(plan.diagnostics());
            plan.bundles().forEach(bundle -> made.merge(bundle.asset().path(), new Made(file, bundle), Made::or));
        }
        return new Planned(repeats.of(file.withEdits(edits).withDecisions(decisions)), diagnostics);
    }
}
