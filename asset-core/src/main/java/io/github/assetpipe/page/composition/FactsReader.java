package io.github.assetpipe.page.composition;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.Ancestor;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.Range;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.dialect.Construct;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the facts of one page: one walk over its tags and constructs in document order.
 *
 * <p>What a browser takes for text (comments, conditional comments, {@code noscript}, {@code template}, raw text elements,
 * attribute values) has no scripts, and what is included there has none either.
 */
public final class FactsReader {
    private static final Set<String> RAW =
            Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");

    private final Page page;
    private final Sketch sketch;
    private final Syntax syntax;
    private final Map<Integer, LogicalPath> assets;
    private final int documentEnd;
    private boolean bodyEnded;
    private boolean ended;
    private int inertUntil;
    private int nextComment;

    private FactsReader(Page page, Map<Integer, LogicalPath> assets) {
        this.page = page;
        this.sketch = new Sketch(page);
        this.syntax = Syntaxes.of(sketch);
        this.assets = assets;
        this.documentEnd = Math.max(page.markup().htmlEnd(), page.markup().bodyEnd());
    }

    /**
     * Reads a page.
     *
     * @param page the page as read
     * @param file where it comes from
     * @param assets the assets that its script tags name, by the index of the tag in the page's markup
     */
    public static PageFacts read(Page page, PageFile file, Map<Integer, LogicalPath> assets) {
        return new FactsReader(page, assets).read(file);
    }

    private PageFacts read(PageFile file) {
        List<Tag> tags = page.markup().tags();
        List<Construct> constructs = page.constructs();
        int tag = 0;
        int construct = 0;
        while (tag < tags.size() || construct < constructs.size()) {
            int tagAt = tag < tags.size() ? tags.get(tag).start() : Integer.MAX_VALUE;
            int constructAt =
                    construct < constructs.size() ? constructs.get(construct).start() : Integer.MAX_VALUE;
            int at = Math.min(tagAt, constructAt);
            reach(at);
            if (constructAt <= tagAt) {
                construct(constructs.get(construct++));
            } else {
                tag(tags.get(tag), tag);
                tag++;
            }
        }
        reach(page.text().length());
        sketch.inert(false);
        syntax.end();
        if (isStaticDocument(tags)) {
            sketch.add(new Item.End(page.lines().lineCount()));
        }
        if (!page.trusted()) {
            sketch.unknown(0, "template language not recognised");
        }
        return sketch.facts(file.file(), file.name(), syntax::closed);
    }

    /** A file without a template language that begins a document is all of it; end tags are optional in HTML. */
    private boolean isStaticDocument(List<Tag> tags) {
        return page.dialect().name().equals("html")
                && tags.stream()
                        .limit(10)
                        .anyMatch(t -> t.name().equals("html") || t.name().equals("head"));
    }

    private void reach(int offset) {
        int bodyEnd = page.markup().bodyEnd();
        if (!bodyEnded && bodyEnd >= 0 && bodyEnd < offset) {
            bodyEnded = true;
            sketch.inert(false);
            // Within the element that it ends, which a layout may be without the rest of its page.
            sketch.closeUntil(bodyEnd - 1, syntax::closed);
            sketch.add(new Item.BodyEnd(page.lines().line(bodyEnd)));
        }
        if (!ended && documentEnd >= 0 && documentEnd < offset) {
            ended = true;
            sketch.inert(false);
            sketch.closeUntil(documentEnd, syntax::closed);
            sketch.add(new Item.End(page.lines().line(documentEnd)));
        }
        // What ends after the text is none of it.
        sketch.closeUntil(Math.min(inertUntil - 1, offset), syntax::closed);
        sketch.inert(sketch.inert() && offset < inertUntil);
        sketch.closeUntil(offset, syntax::closed);
        List<Range> comments = page.markup().comments();
        while (nextComment < comments.size() && comments.get(nextComment).start() <= offset) {
            inertUntil = Math.max(inertUntil, comments.get(nextComment).end());
            nextComment++;
        }
        sketch.inert(offset < inertUntil);
    }

    private void construct(Construct construct) {
        if (construct.kind() == Construct.Kind.COMMENT) {
            return;
        }
        String own = construct.in(page.text());
        if (own.length() > 7 && own.toLowerCase(Locale.ROOT).contains("<script")) {
            sketch.unknown(construct.start(), "script written by template code");
        }
        syntax.construct(construct, own);
    }

    private void tag(Tag tag, int index) {
        boolean skipped = sketch.inert();
        if (tag.name().equals("script")) {
            if (!skipped) {
                Item.Script script = ScriptTags.read(tag, page, assets.get(index));
                syntax.script(tag);
                if (script != null) {
                    sketch.add(script);
                }
            }
        } else {
            syntax.tag(tag);
            if (tag.name().equals("img") || tag.name().equals("video")) {
                sketch.image(tag.start());
            }
        }
        int text = tag.end();
        if (tag.closeStart() >= 0 && isText(tag)) {
            text = tag.closeStart();
        }
        inertUntil = Math.max(inertUntil, text);
    }

    private boolean isText(Tag tag) {
        return RAW.contains(tag.name())
                ? !tag.within().contains(Ancestor.FOREIGN)
                : tag.name().equals("noscript") || tag.name().equals("template");
    }
}
