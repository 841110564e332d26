package io.github.assetpipe.pass;

import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.Ancestor;
import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.ImageSize;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says which images have no {@code width} and {@code height}, so that the page shifts while they load, and adds those of the
 * file where that is asked for.
 */
final class SizeEdits {
    private SizeEdits() {}

    /** Returns the page with its decisions, and with edits when sizes are to be {@code added}. */
    static PageFile decide(PageFile file, Page page, ImageBoxes boxes, boolean added) {
        List<PageEdit> edits = new ArrayList<>(file.edits());
        List<PageDecision> decisions = new ArrayList<>();
        List<Tag> tags = page.markup().tags();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            Optional<Attribute> address = address(tag);
            if (!tag.name().equals("img") || address.isEmpty() || isSized(tag)) {
                continue;
            }
            Optional<ImageSize> size = added ? boxes.ofFile(i, "src").filter(ImageSize::isWhole) : Optional.empty();
            boolean fits = size.isPresent() && !tag.dynamic() && address.get().quoted();
            if (fits) {
                int at = address.get().end();
                String text = " width=\"" + ImageSize.number(size.get().width()) + "\" height=\""
                        + ImageSize.number(size.get().height()) + "\"";
                edits.add(PageEdit.text(at, at, text));
            }
            int line = page.lines().line(tag.start());
            String subject = address.get().raw(page.text());
            decisions.add(new PageDecision(
                    "size", line, subject, fits ? "added" : "missing", fits ? "" : "no width and height"));
        }
        return file.withEdits(edits).withDecisions(decisions);
    }

    private static Optional<Attribute> address(Tag tag) {
        return tag.attribute("src")
                .or(() -> tag.attribute("th:src"))
                .or(() -> tag.attribute("data-th-src"))
                .filter(Attribute::hasValue)
                .filter(a -> !tag.within().contains(Ancestor.TEMPLATE));
    }

    /** One of the two is an author's choice already: the other would distort the image. */
    private static boolean isSized(Tag tag) {
        return tag.has("width") || tag.has("height") || tag.has("style");
    }
}
