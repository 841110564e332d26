package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Reference;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.page.UrlResolver.Target;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.transform.TransformInput;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Tells which assets the pages of a site name. Safe for several threads. */
public final class PageNames {
    private final PageReader reader;
    private final RewriteOptions options;

    /** Creates the search; {@code reader} is shared with the passes so that each page is read once. */
    public PageNames(PageReader reader, RewriteOptions options) {
        this.reader = reader;
        this.options = options;
    }

    /** Returns the assets that pages name as their authors wrote them, members of compress blocks included. */
    Set<LogicalPath> written(Site site, Build build) {
        return named(site, build, (found, target) -> {
            if (target instanceof Target.Found known) {
                found.add(known.asset().path());
            }
        });
    }

    /** Returns the assets that pages name after the edits decided so far: bundles, and what is outside of them. */
    Set<LogicalPath> remaining(Site site, Build build) {
        UrlResolver resolver = new UrlResolver(site, options.urlRoots());
        return union(build.runner().map(site.pages(), page -> {
            Set<LogicalPath> found = new TreeSet<>();
            urls(page, resolver).targets().forEach((reference, target) -> {
                if (target instanceof Target.Found known && !isReplaced(page, reference)) {
                    found.add(known.asset().path());
                }
            });
            page.edits().forEach(edit -> edit.pieces().forEach(piece -> add(found, piece)));
            return found;
        }));
    }

    /** Returns the Sass stylesheets that pages name, also as the {@code .css} that is still to be made of them. */
    Set<LogicalPath> stylesheets(Site site, Build build) {
        return named(site, build, (found, target) -> {
            if (target instanceof Target.Found known
                    && known.asset().mediaType().equals(MediaType.SASS)) {
                found.add(known.asset().path());
            } else if (target instanceof Target.Missing missing) {
                source(site, missing.path(), found);
            }
        });
    }

    /** Returns the SCSS that stands in style elements of compress blocks. */
    List<TransformInput> inlineSass(Site site, Build build) {
        return build.runner().map(site.pages(), page -> InlineSass.of(page, reader.read(page))).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static void source(Site site, LogicalPath css, Set<LogicalPath> found) {
        if (css.extension().equals("css")) {
            for (String extension : new String[] {".scss", ".sass"}) {
                site.asset(css.sibling(css.stem() + extension)).map(Asset::path).ifPresent(found::add);
            }
        }
    }

    private Set<LogicalPath> named(Site site, Build build, BiConsumer<Set<LogicalPath>, Target> choice) {
        UrlResolver resolver = new UrlResolver(site, options.urlRoots());
        return union(build.runner().map(site.pages(), page -> {
            Set<LogicalPath> found = new TreeSet<>();
            urls(page, resolver).targets().values().forEach(target -> choice.accept(found, target));
            return found;
        }));
    }

    private PageUrls urls(PageFile page, UrlResolver resolver) {
        return PageUrls.of(reader.read(page), page, resolver, Set.copyOf(options.attributes()));
    }

    private static boolean isReplaced(PageFile page, Reference reference) {
        return page.edits().stream()
                .anyMatch((PageEdit edit) -> edit.start() <= reference.start() && reference.end() <= edit.end());
    }

    private static void add(Set<LogicalPath> found, Piece piece) {
        if (piece instanceof Piece.AssetUrl url) {
            found.add(url.asset());
        } else if (piece instanceof Piece.Inline inline) {
            found.add(inline.asset());
        } else if (piece instanceof Piece.Integrity integrity) {
            found.add(integrity.asset());
        }
    }

    private static Set<LogicalPath> union(Collection<Set<LogicalPath>> parts) {
        Set<LogicalPath> all = new TreeSet<>();
        parts.forEach(all::addAll);
        return all;
    }
}
