package io.github.assetpipe.pass;

import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.option.RewriteOptions.Lazy;
import io.github.assetpipe.page.Ancestor;
import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.EditIndex;
import io.github.assetpipe.page.LazyRule;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.Range;
import io.github.assetpipe.page.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes images load late by {@link LazyRule}: by data attributes with a twin for browsers without scripts, or natively. */
final class LazyEdits {
    private static final Set<String> MOVED = Set.of("src", "srcset", "sizes");

    private final Page page;
    private final ImageBoxes boxes;
    private final Lazy mode;
    private final String instead;
    private final EditIndex references;
    private final List<PageEdit> edits = new ArrayList<>();
    private final List<PageDecision> decisions = new ArrayList<>();
    private final Set<Integer> pictures = new HashSet<>();

    private LazyEdits(PageFile file, Page page, ImageBoxes boxes, Lazy mode, String instead) {
        this.page = page;
        this.boxes = boxes;
        this.mode = mode;
        this.instead = instead;
        this.references = new EditIndex(file.edits());
    }

    /**
     * Returns the page with the edits and decisions for its images.
     *
     * @param boxes the sizes of the page's images
     * @param plan how images are made lazy on this page
     * @param options how they should be, and how many of the first ones are not
     */
    static PageFile decide(PageFile file, Page page, ImageBoxes boxes, LazyPlan plan, RewriteOptions options) {
        Lazy mode = plan.modes().getOrDefault(file.file(), Lazy.OFF);
        if (mode == Lazy.OFF) {
            return file;
        }
        LazyEdits lazy = new LazyEdits(file, page, boxes, mode, options.lazy() == mode ? "" : plan.instead());
        LazyRule.decide(page, options.eagerImages(), boxes).forEach(lazy::image);
        List<PageEdit> all = new ArrayList<>(file.edits());
        all.addAll(lazy.edits);
        return file.withEdits(all).withDecisions(lazy.decisions);
    }

    private void image(LazyRule.Decision decision) {
        Tag tag = page.markup().tags().get(decision.tag());
        String outcome = "kept";
        if (decision.outcome() == LazyRule.Outcome.EAGER) {
            outcome = "eager";
        } else if (decision.outcome() == LazyRule.Outcome.LAZY && mode == Lazy.DATA_SRC) {
            outcome = "lazy";
            data(tag, decision.tag());
        } else if (decision.outcome() != LazyRule.Outcome.UNTOUCHED
                && !tag.name().equals("video")) {
            outcome = "lazy";
            loading(tag);
        }
        String address = tag.name().equals("video") ? "poster" : tag.has("src") ? "src" : "th:src";
        String subject = tag.value(tag.attribute(address).isPresent() ? address : "th:src", page.text());
        boolean waits = decision.outcome() == LazyRule.Outcome.LAZY && outcome.equals("lazy");
        String reason = waits ? instead : decision.reason();
        decisions.add(new PageDecision("lazy", page.lines().line(tag.start()), subject, outcome, reason));
    }

    private void loading(Tag tag) {
        Attribute address = tag.attributes().stream()
                .filter(a -> a.hasValue()
                        && (a.name().equals("src")
                                || a.name().endsWith("-src")
                                || a.name().equals("th:src")))
                .findFirst()
                .orElseThrow();
        edits.add(PageEdit.text(address.end(), address.end(), " loading=\"lazy\""));
    }

    private void data(Tag tag, int index) {
        Range twin = new Range(tag.start(), tag.elementEnd());
        if (tag.within().contains(Ancestor.PICTURE)) {
            int picture = picture(index);
            Tag outer = page.markup().tags().get(picture);
            if (outer.closeEnd() < 0 || !pictures.add(picture) || !sources(picture, index)) {
                loading(tag);
                return;
            }
            twin = new Range(outer.start(), outer.closeEnd());
        }
        standIn(tag, index);
        moveAddresses(tag);
        addClass(tag);
        List<Piece> original = withReferences(twin);
        original.add(0, new Piece.Text("<noscript>"));
        original.add(new Piece.Text("</noscript>"));
        edits.add(new PageEdit(twin.end(), twin.end(), original));
    }

    /** Gives the image something of its size to show, so that the page is laid out as it will be. */
    private void standIn(Tag tag, int index) {
        String name = tag.name().equals("video") ? "poster" : "src";
        Attribute first = tag.attributes().stream()
                .filter(a -> a.hasValue() && plain(a.name()).equals(name))
                .findFirst()
                .orElseThrow();
        String url = boxes.of(index, name).orElseThrow().placeholder();
        edits.add(PageEdit.text(first.start(), first.start(), name + "=\"" + url + "\" "));
    }

    private int picture(int index) {
        int at = index;
        while (!page.markup().tags().get(at).name().equals("picture")) {
            at--;
        }
        return at;
    }

    /** Moves the addresses of a picture's sources, all or none. */
    private boolean sources(int picture, int image) {
        List<Tag> sources = page.markup().tags().subList(picture + 1, image);
        // Sources for other windows may have another shape than the image.
        boolean plain = sources.stream()
                .allMatch(s -> s.name().equals("source")
                        && !s.dynamic()
                        && !s.has("media")
                        && !s.value("srcset", page.text()).contains("w,"));
        if (plain) {
            sources.forEach(this::moveAddresses);
        }
        return plain;
    }

    private void moveAddresses(Tag tag) {
        for (Attribute attribute : tag.attributes()) {
            String name = attribute.name();
            String plain = plain(name);
            boolean moved = tag.name().equals("video") ? plain.equals("poster") : MOVED.contains(plain);
            if (attribute.hasValue() && moved) {
                int at = attribute.start() + name.length() - plain.length();
                edits.add(PageEdit.text(at, at, "data-"));
            }
        }
    }

    private static String plain(String name) {
        return name.startsWith("th:") ? name.substring(3) : name.startsWith("data-th-") ? name.substring(8) : name;
    }

    private void addClass(Tag tag) {
        tag.attribute("class")
                .ifPresentOrElse(
                        a -> edits.add(PageEdit.text(
                                a.valueEnd(), a.valueEnd(), a.raw(page.text()).isBlank() ? "lazy" : " lazy")),
                        () -> edits.add(PageEdit.text(
                                tag.start() + tag.name().length() + 1,
                                tag.start() + tag.name().length() + 1,
                                " class=\"lazy\"")));
    }

    /** Returns a range as it would be written without late loading: with its references under their final names. */
    private List<Piece> withReferences(Range range) {
        List<Piece> pieces = new ArrayList<>();
        int at = range.start();
        for (PageEdit edit : references.within(range.start(), range.end())) {
            pieces.add(new Piece.Text(page.text().substring(at, edit.start())));
            pieces.addAll(edit.pieces());
            at = edit.end();
        }
        pieces.add(new Piece.Text(page.text().substring(at, range.end())));
        return pieces;
    }
}
