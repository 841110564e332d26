package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.NamedUrls;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.page.UrlResolver.Target;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.run.PageAnswer;
import io.github.assetpipe.transform.TransformInput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Tells which assets the pages of a site name. Each page is read once for it; each URL is resolved once for all pages. For
 * the passes of one build.
 */
public final class PageNames {
    private final PageReader reader;
    private final RewriteOptions options;
    private final NamedUrls urls;
    private final Map<String, List<TransformInput>> inline = new ConcurrentHashMap<>();
    private final Map<String, PageImports> imports = new ConcurrentHashMap<>();

    /** Creates the search; {@code reader} is shared with the passes so that each page is read once. */
    public PageNames(PageReader reader, RewriteOptions options) {
        this.reader = reader;
        this.options = options;
        this.urls = new NamedUrls(options.attributes());
    }

    /** Returns the assets that pages name as their authors wrote them, members of compress blocks included. */
    Set<LogicalPath> written(Site site, Build build) {
        return build.memo().paths(Question.of("written", site), () -> named(site, build, PageNames::addFound));
    }

    /** Returns the assets that pages name after the edits decided so far: bundles, and what is outside of them. */
    Set<LogicalPath> remaining(Site site, Build build) {
        String question = Question.of("remaining " + build.memo().asked(), site);
        return build.memo().paths(question, () -> foundRemaining(site, build));
    }

    private Set<LogicalPath> foundRemaining(Site site, Build build) {
        if (build.memo().isAnswered()) {
            throw new PageAnswer.Outdated("A page");
        }
        read(site, build);
        UrlResolver resolver = new UrlResolver(site, options.urlRoots());
        List<NamedUrls.Url> all = urls.all();
        boolean[] remaining = urls.remaining(site.pages());
        Set<LogicalPath> found = new TreeSet<>();
        for (int i = 0; i < remaining.length; i++) {
            if (remaining[i]) {
                addFound(
                        found,
                        resolver.resolve(
                                all.get(i).reference(),
                                all.get(i).place(),
                                all.get(i).twin()));
            }
        }
        for (PageFile page : site.pages()) {
            page.edits().forEach(edit -> edit.pieces().forEach(piece -> add(found, piece)));
        }
        return found;
    }

    private static void addFound(Set<LogicalPath> found, Target target) {
        if (target instanceof Target.Found known) {
            found.add(known.asset().path());
        }
    }

    /** Returns the Sass stylesheets that pages name, also as the {@code .css} that is still to be made of them. */
    Set<LogicalPath> stylesheets(Site site, Build build) {
        return build.memo()
                .paths(
                        Question.of("sass", site),
                        () -> named(site, build, (found, target) -> {
                            if (target instanceof Target.Found known
                                    && known.asset().mediaType().equals(MediaType.SASS)) {
                                found.add(known.asset().path());
                            } else if (target instanceof Target.Missing missing) {
                                source(site, missing.path(), found);
                            }
                        }));
    }

    /** Returns the SCSS that stands in style elements of compress blocks. */
    List<TransformInput> inlineSass(Site site, Build build) {
        SortedMap<String, String> files = build.memo().table("inline sass", () -> {
            read(site, build);
            SortedMap<String, String> found = new TreeMap<>();
            inline.keySet().forEach(file -> found.put(file, ""));
            return found;
        });
        if (files.isEmpty()) {
            return List.of();
        }
        read(site, build);
        return site.pages().stream()
                .flatMap(page -> inline.getOrDefault(page.file(), List.of()).stream())
                .toList();
    }

    /** Returns what the pages that were read say of bare module names; pages that say nothing are left out. */
    List<PageImports> imports() {
        return List.copyOf(new TreeMap<>(imports).values());
    }

    private static void source(Site site, LogicalPath css, Set<LogicalPath> found) {
        if (css.extension().equals("css")) {
            for (String extension : new String[] {".scss", ".sass"}) {
                site.asset(css.sibling(css.stem() + extension)).map(Asset::path).ifPresent(found::add);
            }
        }
    }

    private Set<LogicalPath> named(Site site, Build build, BiConsumer<Set<LogicalPath>, Target> choice) {
        read(site, build);
        UrlResolver resolver = new UrlResolver(site, options.urlRoots());
        Set<LogicalPath> found = new TreeSet<>();
        urls.all().forEach(url -> choice.accept(found, resolver.resolve(url.reference(), url.place(), url.twin())));
        return found;
    }

    private void read(Site site, Build build) {
        List<PageFile> unknown =
                site.pages().stream().filter(page -> !urls.knows(page)).toList();
        build.runner().map(unknown, page -> {
            Page text = reader.read(page);
            urls.add(page, text);
            PageImports.of(page, text).ifPresent(said -> {
                imports.put(page.file(), said);
                build.memo().unsuitable();
            });
            List<TransformInput> sass = InlineSass.of(page, text);
            if (!sass.isEmpty()) {
                inline.put(page.file(), sass);
                build.memo().unsuitable();
            }
            return page;
        });
    }

    private static void add(Set<LogicalPath> found, Piece piece) {
        if (piece instanceof Piece.AssetUrl url) {
            found.add(url.asset());
        } else if (piece instanceof Piece.AssetName name) {
            found.add(name.asset());
        } else if (piece instanceof Piece.Inline inline) {
            found.add(inline.asset());
        } else if (piece instanceof Piece.Integrity integrity) {
            found.add(integrity.asset());
        }
    }
}
