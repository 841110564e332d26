package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.EditIndex;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.page.composition.DeferDecision;
import io.github.assetpipe.page.composition.DeferDecisions;
import io.github.assetpipe.page.composition.PageFacts;
import io.github.assetpipe.run.Build;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which script tags of a site get {@code defer}, decided on the composed pages, bundles in the place of their members. */
final class DeferPlan {
    private final DeferDecisions decisions;

    private DeferPlan(DeferDecisions decisions) {
        this.decisions = decisions;
    }

    /** Reads what a page, which carries the edits of its bundles, tells about its scripts. */
    static PageFacts facts(PageFile file, Page page, boolean skipped, UrlResolver resolver) {
        return new ScriptFacts(file, page, resolver).read(skipped || !page.trusted());
    }

    /** Returns what {@code pages} of a site tell, and what puts them together besides. */
    static List<PageFacts> composition(Site site, List<PageFacts> pages, Build build) {
        List<PageFacts> facts = new ArrayList<>(pages);
        facts.addAll(TilesFiles.read(site.pages(), facts, build.lookup()));
        return facts;
    }

    /** Makes the plan of a site; {@code facts} is its {@link #composition}. */
    static DeferPlan of(Site site, List<PageFacts> facts, RewriteOptions options) {
        return new DeferPlan(DeferDecisions.decide(facts, path -> text(site, path), options.defer()));
    }

    private static Optional<String> text(Site site, LogicalPath path) {
        return site.asset(path).map(Asset::content).map(c -> c.text());
    }

    /** Returns the page with the edits and decisions for its scripts. */
    PageFile decide(PageFile file, Page page) {
        List<PageEdit> edits = new ArrayList<>(file.edits());
        List<PageDecision> made = new ArrayList<>();
        EditIndex decided = new EditIndex(file.edits());
        for (DeferDecision decision : decisions.of(file.file())) {
            if (decision.deferred()) {
                defer(decision.offset(), page, decided, edits);
            }
            made.add(decision.decision());
        }
        return file.withEdits(edits).withDecisions(made);
    }

    private static void defer(int offset, Page page, EditIndex decided, List<PageEdit> edits) {
        String attribute = page.dialect().xml() ? " defer=\"defer\"" : " defer";
        Optional<PageEdit> written = decided.covering(offset, offset + 1);
        if (written.isPresent()) {
            edits.remove(written.get());
            edits.add(deferred(written.get(), ">" + page.dialect().emptyScript() + "</script>", attribute));
            return;
        }
        page.markup()
                .tagAt(offset)
                .flatMap(DeferPlan::address)
                .ifPresent(a -> edits.add(PageEdit.text(a.end(), a.end(), attribute)));
    }

    /** Returns the edit that writes a bundle's tag, with the attribute before the end of the start tag. */
    private static PageEdit deferred(PageEdit written, String end, String attribute) {
        List<Piece> pieces = new ArrayList<>(written.pieces());
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (pieces.get(i) instanceof Piece.Text text && text.text().endsWith(end)) {
                String before = text.text().substring(0, text.text().length() - end.length());
                pieces.set(i, new Piece.Text(before + attribute + end));
                break;
            }
        }
        return new PageEdit(written.start(), written.end(), pieces);
    }

    private static Optional<Attribute> address(Tag tag) {
        return tag.attribute("src")
                .or(() -> tag.attribute("th:src"))
                .or(() -> tag.attribute("data-th-src"))
                .filter(Attribute::hasValue);
    }
}
