package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
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
import io.github.assetpipe.run.PageAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
    private final GeneratedFolder folder;
    private final boolean sourceMaps;
    private final @Nullable PlanFacts facts;
    private final Repeats repeats = new Repeats();

    /**
     * Creates the pass.
     *
     * @param reader reads pages; shared with the rewrite pass so that each is read once
     * @param options the URL roots
     * @param folder where bundles go
     * @param sourceMaps whether bundles get source maps
     * @param facts takes what the pages tell for {@link Rewrite}, or null when it does not follow
     */
    public Combine(
            PageReader reader,
            RewriteOptions options,
            GeneratedFolder folder,
            boolean sourceMaps,
            @Nullable PlanFacts facts) {
        this.facts = facts;
        this.reader = reader;
        this.options = options;
        this.folder = folder;
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
        String question = Question.of("blocks", facts(site, texts, build));
        Map<LogicalPath, Made> made = new ConcurrentHashMap<>();
        List<Planned> plans = build.memo()
                .pages(question, site.pages())
                .flatMap(known -> again(known, question, site, build, resolver, texts, made))
                .orElseGet(() -> {
                    build.memo().decidedAnew();
                    made.clear();
                    return build.runner().map(site.pages(), page -> plan(site, page, resolver, texts, made));
                });
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<PageFile> pages = new ArrayList<>();
        for (Planned plan : plans) {
            diagnostics.addAll(plan.diagnostics());
            pages.add(plan.file());
            PageFile page = plan.file();
            // The edits are kept by who writes the pages.
            build.memo().note(question, page.file(), new PageAnswer(List.of(), List.of(), plan.diagnostics(), null));
        }
        SortedMap<String, String> makers = new TreeMap<>();
        made.forEach((path, bundle) -> makers.put(path.value(), bundle.by().file()));
        build.memo().note(makers(question), makers);
        if (!sourceMaps) {
            build.memo()
                    .noteLast(
                            joined(question),
                            () -> KnownBundles.rows(
                                    site,
                                    made.values().stream().map(Made::bundle).toList()));
        }
        build.runner().report(diagnostics);
        return InlineSass.without(site)
                .withAssets(build.runner().map(List.copyOf(made.values()), Made::asset))
                .withPages(pages);
    }

    private static String makers(String question) {
        return "makers of " + question;
    }

    private static String joined(String question) {
        return "bundles of " + question;
    }

    /** Returns what blocks depend on besides the pages and scripts: which assets there are, and how stylesheets can be joined. */
    private static List<String> facts(Site site, MemberTexts texts, Build build) {
        List<Asset> sheets = site.assets().values().stream()
                .filter(a -> a.mediaType().equals(MediaType.CSS))
                .toList();
        List<String> facts = new ArrayList<>(build.runner().map(sheets, sheet -> {
            String plain =
                    "stylesheet that can stand anywhere: " + sheet.content().sha256();
            if (build.memo().isKnown(plain)) {
                return sheet.path().value();
            }
            MemberText text = texts.of(sheet, "", true);
            // In another encoding, which a tag may name, it can hold anything.
            String bytes = sheet.content().isUtf8() ? "" : sheet.content().sha256();
            if (!text.unclosed() && !text.first() && !text.template() && bytes.isEmpty()) {
                build.memo().know(plain);
                return sheet.path().value();
            }
            return sheet.path() + " " + text.unclosed() + " " + text.first() + " " + text.template() + " " + bytes;
        }));
        site.assets().keySet().forEach(path -> facts.add(path.value()));
        return facts;
    }

    /**
     * Makes the bundles as the pages say that made them last time, and leaves all pages to who writes them; empty if a bundle is
     * missing.
     */
    private Optional<List<Planned>> again(
            Function<PageFile, PageAnswer> known,
            String question,
            Site site,
            Build build,
            UrlResolver resolver,
            MemberTexts texts,
            Map<LogicalPath, Made> made) {
        SortedMap<String, String> makers = build.memo().last(makers(question));
        Map<String, PageFile> pages = new HashMap<>();
        site.pages().forEach(page -> pages.put(page.file(), page));
        KnownBundles bundles = new KnownBundles(build.memo().last(joined(question)), site, folder, path -> {
            Map<LogicalPath, Made> again = new ConcurrentHashMap<>();
            make(new Part(page(pages, makers, path.value()), isStyle(path.value())), site, resolver, texts, again);
            Made bundle = again.get(path);
            if (bundle == null) {
                throw new PageAnswer.Outdated(String.valueOf(makers.get(path.value())));
            }
            return bundle.asset().content();
        });
        Set<Part> making = new LinkedHashSet<>();
        for (String path : makers.keySet()) {
            PageFile maker = page(pages, makers, path);
            Optional<BlockPlan.Bundle> same = bundles.bundle(path);
            same.ifPresent(bundle -> made.put(bundle.asset().path(), new Made(maker, bundle)));
            if (same.isEmpty()) {
                making.add(new Part(maker, isStyle(path)));
            }
        }
        Map<LogicalPath, Made> planned = new ConcurrentHashMap<>();
        build.runner().map(List.copyOf(making), part -> make(part, site, resolver, texts, planned));
        planned.forEach((path, bundle) -> {
            if (makers.containsKey(path.value())) {
                made.putIfAbsent(path, bundle);
            }
        });
        return made.size() < makers.size()
                ? Optional.empty()
                : Optional.of(site.pages().stream()
                        .map(page -> new Planned(page, known.apply(page).diagnostics()))
                        .toList());
    }

    /** The blocks of a page that hold stylesheets, or those that hold scripts. */
    private record Part(PageFile page, boolean css) {}

    private static boolean isStyle(String bundle) {
        return bundle.endsWith(".css");
    }

    private Planned make(Part part, Site site, UrlResolver resolver, MemberTexts texts, Map<LogicalPath, Made> made) {
        Page page = reader.read(part.page());
        List<CompressBlock> blocks = CompressBlocks.of(part.page().file(), page).blocks().stream()
                .filter(block -> block.css() == part.css())
                .toList();
        return plan(site, part.page(), page, blocks, resolver, texts, made);
    }

    private static PageFile page(Map<String, PageFile> pages, SortedMap<String, String> makers, String bundle) {
        return Objects.requireNonNull(pages.get(Objects.requireNonNull(makers.get(bundle))));
    }

    private Planned plan(
            Site site, PageFile file, UrlResolver resolver, MemberTexts texts, Map<LogicalPath, Made> made) {
        Page page = reader.read(file);
        CompressBlocks.Found found = CompressBlocks.of(file.file(), page);
        Planned blocks = plan(site, file, page, found.blocks(), resolver, texts, made);
        List<Diagnostic> diagnostics = new ArrayList<>(found.problems());
        diagnostics.addAll(blocks.diagnostics());
        Planned planned = new Planned(blocks.file(), diagnostics);
        if (facts != null) {
            facts.note(planned.file(), page, resolver);
        }
        return planned;
    }

    private Planned plan(
            Site site,
            PageFile file,
            Page page,
            List<CompressBlock> blocks,
            UrlResolver resolver,
            MemberTexts texts,
            Map<LogicalPath, Made> made) {
        if (blocks.isEmpty()) {
            return new Planned(file, List.of());
        }
        Set<String> further = Set.copyOf(options.attributes());
        PageUrls urls = PageUrls.ofBlocks(blocks, page, file, resolver, further);
        UrlSpelling spelling = new UrlSpelling(file, page, () -> PageUrls.of(page, file, resolver, further));
        List<PageEdit> edits = new ArrayList<>(file.edits());
        List<PageDecision> decisions = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (CompressBlock block : blocks) {
            BlockPlan plan = new BlockPlan(site, file, page, urls, spelling, block, texts, folder, sourceMaps);
            plan.make();
            edits.addAll(plan.edits());
            decisions.addAll(plan.decisions());
            diagnostics.addAll(plan.diagnostics());
            plan.bundles().forEach(bundle -> made.merge(bundle.asset().path(), new Made(file, bundle), Made::or));
        }
        return new Planned(repeats.of(file.withEdits(edits).withDecisions(decisions)), diagnostics);
    }
}
