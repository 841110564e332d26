package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.text.Globs;
import io.github.assetpipe.text.TextEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Creates the pass; {@code reader} is shared with {@link Combine} so that each page is read once. */
    public Rewrite(PageReader reader, RewriteOptions options) {
        this.reader = reader;
        this.options = options;
        this.skip = Globs.of(options.skip());
    }

    @Override
    public String name() {
        return "rewrite";
    }

    private record Written(PageFile file, List<Diagnostic> diagnostics) {}

    @Override
    public Site run(Site site, Build build) {
        UrlResolver resolver = new UrlResolver(site, options.urlRoots());
        ReferenceEdits references = new ReferenceEdits(resolver, options);
        List<Written> written = build.runner().map(site.pages(), file -> write(file, site, references));
        List<Diagnostic> diagnostics = new ArrayList<>();
        written.forEach(w -> diagnostics.addAll(w.diagnostics()));
        build.runner().report(diagnostics);
        return site.withPages(written.stream().map(Written::file).toList());
    }

    private Written write(PageFile file, Site site, ReferenceEdits references) {
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
            decided = references.decide(file, page, diagnostics);
        }
        return new Written(decided.edits().isEmpty() ? decided : apply(decided, page, site, diagnostics), diagnostics);
    }

    private static PageFile apply(PageFile file, Page page, Site site, List<Diagnostic> diagnostics) {
        PieceText pieces = new PieceText(site, file, page);
        TextEdits edits = new TextEdits(page.text());
        for (PageEdit edit : file.edits()) {
            edits.replace(edit.start(), edit.end(), pieces.of(edit));
        }
        diagnostics.addAll(pieces.problems());
        Optional<Content> content = page.source().encode(edits.apply());
        if (content.isEmpty()) {
            diagnostics.add(Diagnostic.warning(
                    "page-encoding",
                    "The page's encoding " + page.source().charset() + " lacks a character that would be written; it is"
                            + " left as it is",
                    page.lines().location(file.file(), 0, 1),
                    "save the page as UTF-8"));
            return file.withEdits(List.of());
        }
        return file.withContent(content.get());
    }
}
