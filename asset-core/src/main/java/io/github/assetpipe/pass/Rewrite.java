package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.page.PageText;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.page.composition.PageFacts;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.run.PageAnswer;
import io.github.assetpipe.text.Globs;
import io.github.assetpipe.text.TextEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes all decisions into the pages, each page once: bundles, references under their final names, integrity, {@code defer},
 * lazy images.
 *
 * <p>Every character that no edit names stays as its author wrote it, and so does its encoding.
 */
public final class Rewrite implements Pass {
    private final PageReader reader;
    private final RewriteOptions options;
    private final Globs skip;
    private final PlanFacts facts;
    private final Modules modules;
    private final Repeats repeats = new Repeats();
    private final GeneratedFolder folder;
    private final Site sources;

    /**
     * Creates the pass.
     *
     * @param sources the site as its authors wrote it
     * @param reader reads pages; shared with {@link Combine} so that each page is read once
     * @param facts what a former pass noted of the pages
     * @param modules what scripts import
     * @param folder where the loader of lazy images goes
     */
    public Rewrite(
            Site sources,
            PageReader reader,
            RewriteOptions options,
            PlanFacts facts,
            Modules modules,
            GeneratedFolder folder) {
        this.sources = sources;
        this.modules = modules;
        this.reader = reader;
        this.facts = facts;
        this.folder = folder;
        this.options = options;
        this.skip = Globs.of(options.skip());
    }

    @Override
    public String name() {
        return "rewrite";
    }

    private record Written(PageFile file, List<Diagnostic> diagnostics) {}

    /** What all pages of a site are decided with. */
    private record Rules(
            Site site,
            UrlResolver resolver,
            ReferenceEdits references,
            DeferPlan defer,
            Optional<ModuleEdits> modules,
            LazyPlan lazy) {}

    @Override
    public Site run(Site site, Build build) {
        String question = Question.ofNames("pages " + build.memo().asked(), site);
        boolean edited = !build.memo().isAnswered();
        Optional<Function<PageFile, PageAnswer>> known = build.memo().pages(question, site.pages());
        Site all = site;
        List<Written> written;
        if (known.isPresent()) {
            PagesAgain pages = new PagesAgain(site, build);
            written = build.runner()
                    .map(site.pages(), file -> again(file, known.get().apply(file), pages, question, build));
        } else if (!edited) {
            // Blocks were known and the rest is not: nearly never, as when a circle of imports has come or gone.
            throw new PageAnswer.Outdated("A page");
        } else {
            Rules rules = rules(site, build);
            all = rules.site();
            written = build.runner().map(all.pages(), file -> write(file, rules, question, build));
        }
        PagesAgain.note(all, build);
        List<Diagnostic> diagnostics = new ArrayList<>();
        written.forEach(w -> diagnostics.addAll(w.diagnostics()));
        unsized(written).ifPresent(diagnostics::add);
        build.runner().report(diagnostics);
        return all.withPages(written.stream().map(Written::file).toList());
    }

    /** Both plans are made of one reading of each page, which a former pass may have done. */
    private Rules rules(Site site, Build build) {
        UrlResolver resolver = new UrlResolver(site, options.urlRoots());
        List<PlanFacts.Told> told =
                build.runner().map(site.pages(), file -> facts.take(file, () -> reader.read(file), resolver));
        List<PageFacts> composition = DeferPlan.composition(
                site, told.stream().map(PlanFacts.Told::scripts).toList(), build);
        List<LazyFacts> images = told.stream().flatMap(t -> t.images().stream()).toList();
        LazyPlan lazy = LazyPlan.of(images, options, () -> composition);
        // The loader is there already unless nothing ran before that could have minified and named it.
        Site all = LazyLoader.with(site, lazy, folder);
        return new Rules(
                all,
                all == site ? resolver : new UrlResolver(all, options.urlRoots()),
                new ReferenceEdits(options, all, new WrittenIntegrity(sources, build.memo())),
                DeferPlan.of(all, composition, options),
                ModuleEdits.of(all, modules, options.modules(), build),
                lazy);
    }

    private Optional<Diagnostic> unsized(List<Written> written) {
        long pages = written.stream().filter(w -> unsized(w.file()) > 0).count();
        long images = written.stream().mapToLong(w -> unsized(w.file())).sum();
        String count =
                images + (images == 1 ? " image" : " images") + " on " + pages + (pages == 1 ? " page" : " pages");
        return options.imageSizes() || images == 0
                ? Optional.empty()
                : Optional.of(Diagnostic.note(
                        "image-size",
                        count + " without width and height: pages shift while they load",
                        null,
                        "the manifest names them; <rewrite><imageSizes>true adds the sizes of their files"));
    }

    private static long unsized(PageFile page) {
        return page.decisions().stream()
                .filter(d -> d.kind().equals("size") && d.outcome().equals("missing"))
                .count();
    }

    /** Does what was decided before; only what names an asset of another name is read and written. */
    private Written again(PageFile file, PageAnswer answer, PagesAgain pages, String question, Build build) {
        List<Diagnostic> diagnostics = new ArrayList<>(answer.diagnostics());
        PageFile written = pages.same(file, answer)
                .orElseGet(() -> apply(
                        file.with(answer.edits(), answer.decisions()),
                        text(file, answer),
                        () -> reader.read(file),
                        pages.site(),
                        build,
                        diagnostics));
        int source = answer.written() == null ? 0 : answer.written().source();
        note(question, written, source, answer.edits(), answer.diagnostics(), build);
        return new Written(written, diagnostics);
    }

    /** Returns the text that was edited, which somebody may be writing in this moment. */
    private static PageText text(PageFile file, PageAnswer answer) {
        PageText text = PageText.decode(file.content());
        if (answer.written() == null
                || text.text().hashCode() != answer.written().source()) {
            throw new PageAnswer.Outdated(file.file());
        }
        return text;
    }

    private static void note(
            String question,
            PageFile written,
            int source,
            List<PageEdit> edits,
            List<Diagnostic> diagnostics,
            Build build) {
        PageAnswer.Written bytes = edits.isEmpty()
                ? null
                : new PageAnswer.Written(
                        written.content().size(), written.content().integrity(), source);
        build.memo().note(question, written.file(), new PageAnswer(edits, written.decisions(), diagnostics, bytes));
    }

    private Written write(PageFile file, Rules rules, String question, Build build) {
        Page page = reader.read(file);
        List<Diagnostic> diagnostics = new ArrayList<>();
        PageFile decided = file;
        if (!page.trusted()) {
            diagnostics.add(Diagnostic.warning(
                    "page-left-alone",
                    "Too much of this page opens template constructs and never closes them; it is left as it is",
                    page.lines().location(file.file(), 0, 1),
                    "choose its template language with <dialects>"));
        } else if (!skip.matches(file.file())) {
            decided = decide(file, page, rules, diagnostics);
        }
        PageFile written = decided.edits().isEmpty()
                ? decided
                : apply(decided, page.source(), () -> page, rules.site(), build, diagnostics);
        note(question, written, page.text().hashCode(), decided.edits(), diagnostics, build);
        return new Written(repeats.of(written), diagnostics);
    }

    private PageFile decide(PageFile file, Page page, Rules rules, List<Diagnostic> diagnostics) {
        PageUrls urls = PageUrls.of(page, file, rules.resolver(), Set.copyOf(options.attributes()));
        ImageBoxes boxes = new ImageBoxes(page, file, rules.resolver());
        PageFile decided = rules.references().decide(file, page, urls, diagnostics);
        decided = rules.defer().decide(decided, page);
        if (rules.modules().isPresent()) {
            decided = rules.modules().get().decide(decided, page, urls);
        }
        decided = SizeEdits.decide(decided, page, boxes, options.imageSizes());
        decided = LazyEdits.decide(decided, page, boxes, rules.lazy(), options);
        String below = rules.lazy().loaders().get(file.file());
        return below == null ? decided : LazyLoader.insert(decided, page, urls, folder, below);
    }

    private static PageFile apply(
            PageFile file, PageText source, Supplier<Page> page, Site site, Build build, List<Diagnostic> diagnostics) {
        PieceText pieces = new PieceText(site, file, page);
        TextEdits edits = new TextEdits(source.text());
        for (PageEdit edit : file.edits()) {
            edits.replace(edit.start(), edit.end(), pieces.of(edit));
        }
        diagnostics.addAll(pieces.problems());
        Optional<Content> content = source.encode(edits.apply());
        if (content.isEmpty()) {
            diagnostics.add(Diagnostic.warning(
                    "page-encoding",
                    "The page's encoding " + source.charset() + " lacks a character that would be written; it is"
                            + " left as it is",
                    page.get().lines().location(file.file(), 0, 1),
                    "save the page as UTF-8"));
            // Other names may lack nothing.
            build.memo().unsuitable();
            return file.withEdits(List.of());
        }
        // The manifest asks for it: now the bytes are at hand.
        content.get().integrity();
        return file.withContent(build.spill().spill(content.get(), file.outputPath()));
    }
}
