package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.page.composition.PageFacts;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.text.Globs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Adds the loader of lazy images to the site's assets when a page will need it, early enough to be minified and named.
 *
 * <p>It is a file and not an inline script, so that a content security policy of {@code 'self'} allows it; it carries the
 * nonce of the page's other scripts where they have one.
 */
public final class LazyLoader implements Pass {
    private static final String NAME = "bundles/lazy-images.js";

    /**
     * Without scripts the twins in noscript elements are shown; the images that wait would stand beside them, empty. With a
     * space after the brace it is no expression of Qute's.
     */
    private static final String WITHOUT_SCRIPTS =
            "<noscript><style>.lazy[data-src],.lazy[data-poster]{ display:none}</style></noscript>";

    private final PageReader reader;
    private final RewriteOptions options;
    private final GeneratedFolder folder;

    /** Creates the pass; the loader goes to {@code folder}. */
    public LazyLoader(PageReader reader, RewriteOptions options, GeneratedFolder folder) {
        this.reader = reader;
        this.options = options;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "lazy";
    }

    @Override
    public Site run(Site site, Build build) {
        if (options.lazy() == RewriteOptions.Lazy.OFF) {
            return site;
        }
        Set<LogicalPath> loader = build.memo().paths(Question.of("lazy", site), () -> loader(site, build));
        return loader.isEmpty() ? site : with(site, folder);
    }

    /** Returns the path of the loader when a page will need it, else nothing. */
    private Set<LogicalPath> loader(Site site, Build build) {
        Globs skip = Globs.of(options.skip());
        List<PageFile> pages =
                site.pages().stream().filter(p -> !skip.matches(p.file())).toList();
        UrlResolver resolver = new UrlResolver(site, options.urlRoots());
        DataSrcWriters writers = new DataSrcWriters();
        List<LazyFacts> facts = build.runner()
                .map(pages, p -> LazyFacts.read(p, reader.read(p), options.eagerImages(), resolver, writers));
        LazyPlan plan = LazyPlan.of(facts, options, () -> composition(site, resolver, build));
        return plan.loaders().isEmpty() ? Set.of() : Set.of(path(folder));
    }

    private List<PageFacts> composition(Site site, UrlResolver resolver, Build build) {
        List<PageFacts> facts =
                build.runner().map(site.pages(), p -> DeferPlan.facts(p, reader.read(p), false, resolver));
        return DeferPlan.composition(site, facts, build);
    }

    /** Returns the site with the loader when a page gets it. */
    static Site with(Site site, LazyPlan plan, GeneratedFolder folder) {
        return plan.loaders().isEmpty() ? site : with(site, folder);
    }

    private static Site with(Site site, GeneratedFolder folder) {
        return site.assets().containsKey(path(folder)) ? site : site.withAssets(List.of(asset(folder)));
    }

    private static LogicalPath path(GeneratedFolder folder) {
        return LogicalPath.of(folder.path() + NAME);
    }

    private static Asset asset(GeneratedFolder folder) {
        try (InputStream in = LazyLoader.class.getResourceAsStream("lazy-images.js")) {
            byte[] bytes = Objects.requireNonNull(in, "lazy-images.js").readAllBytes();
            return folder.asset(path(folder), Content.of(bytes), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the page with the loader's tag where its body ends, addressed below a prefix of the application's path. */
    static PageFile insert(PageFile file, Page page, PageUrls urls, GeneratedFolder folder, String below) {
        int at = page.markup().bodyEnd();
        String text = page.text();
        int line = at;
        while (line > 0 && (text.charAt(line - 1) == ' ' || text.charAt(line - 1) == '\t')) {
            line--;
        }
        boolean begins = line > 0 && (text.charAt(line - 1) == '\n' || text.charAt(line - 1) == '\r');
        String after = begins ? page.source().lineEnd() + text.substring(line, at) : "";
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Text("<script "));
        pieces.addAll(
                new UrlSpelling(file, page, () -> urls).of("src", at, below).attribute("src", path(folder)));
        String defer = page.dialect().xml() ? " defer=\"defer\"" : " defer";
        String end = ">" + page.dialect().emptyScript() + "</script>";
        pieces.add(new Piece.Text(defer + PageNonce.of(page) + end + WITHOUT_SCRIPTS + after));
        List<PageEdit> edits = new ArrayList<>(file.edits());
        edits.add(new PageEdit(at, at, pieces));
        return file.withEdits(edits);
    }
}
