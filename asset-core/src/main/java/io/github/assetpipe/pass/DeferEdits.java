package io.github.assetpipe.pass;

import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.DeferRule;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.ScriptSteps;
import io.github.assetpipe.page.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds {@code defer} to script tags by {@link DeferRule}, or as the options say. */
final class DeferEdits {
    private final ScriptSteps steps;
    private final RewriteOptions.Defer mode;

    DeferEdits(ScriptSteps steps, RewriteOptions.Defer mode) {
        this.steps = steps;
        this.mode = mode;
    }

    /** Returns the page with the edits and decisions for its scripts. */
    PageFile decide(PageFile file, Page page, PageUrls urls) {
        List<PageEdit> edits = new ArrayList<>(file.edits());
        List<PageDecision> decisions = new ArrayList<>();
        List<DeferRule.Step> order = steps.of(file, page, urls);
        for (DeferRule.Decision decision : DeferRule.decide(order)) {
            Tag tag = page.markup().tags().get(decision.id());
            Optional<Attribute> address = address(tag);
            boolean deferred = isDeferred(decision, tag) && address.isPresent();
            if (deferred) {
                int at = address.get().end();
                edits.add(PageEdit.text(at, at, page.dialect().xml() ? " defer=\"defer\"" : " defer"));
            }
            decisions.add(new PageDecision(
                    "defer",
                    page.lines().line(tag.start()),
                    address.map(a -> a.raw(page.text())).orElse(""),
                    deferred ? "deferred" : "kept",
                    decision.reason()));
        }
        return file.withEdits(edits).withDecisions(decisions);
    }

    private boolean isDeferred(DeferRule.Decision decision, Tag tag) {
        return switch (mode) {
            case SAFE -> decision.deferred();
            case ALL -> !tag.dynamic() && tag.attribute("data-no-defer").isEmpty();
            case OFF -> decision.deferred() && tag.attribute("data-defer").isPresent();
        };
    }

    private static Optional<Attribute> address(Tag tag) {
        return tag.attribute("src")
                .or(() -> tag.attribute("th:src"))
                .or(() -> tag.attribute("data-th-src"))
                .filter(Attribute::hasValue);
    }
}
