package io.github.assetpipe.pass;

import io.github.assetpipe.io.Spill;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.run.PageAnswer;
import io.github.assetpipe.run.PageMemo;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells which pages the last build has written as they would be written now: those that name no asset that has changed. */
public final class PagesAgain {
    private static final String NAMES = "final names";

    private final Set<LogicalPath> changed = new HashSet<>();
    private final Site site;
    private final Build build;

    /** Compares the assets of a site, which have their final names, with those of the last build. */
    PagesAgain(Site site, Build build) {
        this.site = site;
        this.build = build;
        SortedMap<String, String> last = build.memo().last(NAMES);
        names(site).forEach((path, name) -> {
            if (!name.equals(last.get(path))) {
                changed.add(LogicalPath.of(path));
            }
        });
    }

    Site site() {
        return site;
    }

    /** Notes the assets' final names and bytes for the next build. */
    static void note(Site site, Build build) {
        build.memo().note(NAMES, names(site));
    }

    /**
     * Returns what lies in the output for an asset and is what it is now: nobody has touched it since, because no memo would answer
     * then, but for stylesheets, for which it does.
     *
     * @param path where the asset is written
     */
    public static Optional<Content> written(Asset asset, String path, PageMemo memo, Spill spill) {
        boolean same = !asset.mediaType().equals(MediaType.CSS)
                && name(asset).equals(memo.last(NAMES).get(asset.path().value()));
        return same
                ? spill.written(path, asset.content().size(), asset.content().integrity())
                : Optional.empty();
    }

    private static SortedMap<String, String> names(Site site) {
        SortedMap<String, String> names = new TreeMap<>();
        for (Asset asset : site.assets().values()) {
            if (!asset.mediaType().equals(MediaType.SASS)) {
                names.put(asset.path().value(), name(asset));
            }
        }
        return names;
    }

    private static String name(Asset asset) {
        return asset.servedPath() + " " + asset.content().integrity();
    }

    /** Returns the page as it lies in the output, or empty when it has to be written. */
    Optional<PageFile> same(PageFile page, PageAnswer answer) {
        PageAnswer.Written written = answer.written();
        if (written == null) {
            return Optional.of(page.with(List.of(), answer.decisions()));
        }
        return isSame(answer)
                ? build.spill()
                        .written(page.outputPath(), written.size(), written.integrity())
                        .map(content ->
                                page.with(answer.edits(), answer.decisions()).withContent(content))
                : Optional.empty();
    }

    private boolean isSame(PageAnswer answer) {
        for (PageEdit edit : answer.edits()) {
            for (Piece piece : edit.pieces()) {
                boolean same = piece instanceof Piece.Text
                        || (piece instanceof Piece.AssetUrl url && !changed.contains(url.asset()))
                        || (piece instanceof Piece.AssetName name && !changed.contains(name.asset()))
                        || (piece instanceof Piece.Integrity integrity && !changed.contains(integrity.asset()));
                // What is written into a page may name further assets.
                if (!same) {
                    return false;
                }
            }
        }
        return true;
    }
}
