package io.github.assetpipe.page;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists the scripts of a page in the order of the document, bundles in the place of their members. Safe for several threads. */
public final class ScriptSteps {
    private static final Set<String> CLASSIC = Set.of(
            "",
            "text/javascript",
            "application/javascript",
            "application/x-javascript",
            "text/ecmascript",
            "application/ecmascript",
            "text/jscript",
            "text/x-javascript");

    /** What must run before the page is parsed or painted, by name. */
    private static final Pattern EARLY = Pattern.compile(
            "(?i)modernizr|html5shiv|html5\\.js|respond(?:\\.min)?\\.js|csrfguard|color-modes?|theme-(?:init|mode|switch)|no-?js"
                    + "|anti-?clickjack|polyfill|picturefill|fouc");

    /** Hosts of published libraries, none of which writes into the page or looks for its own tag. */
    private static final Pattern LIBRARY_HOST = Pattern.compile(
            "(?i)^(?:https?:)?//(?:cdn\\.jsdelivr\\.net|cdnjs\\.cloudflare\\.com|unpkg\\.com|code\\.jquery\\.com"
                    + "|ajax\\.googleapis\\.com|ajax\\.aspnetcdn\\.com|stackpath\\.bootstrapcdn\\.com"
                    + "|maxcdn\\.bootstrapcdn\\.com|netdna\\.bootstrapcdn\\.com|use\\.fontawesome\\.com|kit\\.fontawesome\\.com"
                    + "|cdn\\.datatables\\.net|cdn\\.startbootstrap\\.com|cdn\\.plot\\.ly|d3js\\.org|esm\\.sh|cdn\\.skypack\\.dev)/");

    private final Site site;
    private final Map<LogicalPath, ScriptText> texts = new ConcurrentHashMap<>();

    /** Creates a reader over the site's scripts, whose texts tell what each may do. */
    public ScriptSteps(Site site) {
        this.site = site;
    }

    /** Returns the steps of a page, numbered by tag; {@code file} carries the bundles decided before. */
    public List<DeferRule.Step> of(PageFile file, Page page, PageUrls urls) {
        EditIndex edits = new EditIndex(file.edits());
        List<DeferRule.Step> steps = new ArrayList<>();
        List<Inclusions.Inclusion> inclusions = Inclusions.of(page);
        int next = 0;
        List<Tag> tags = page.markup().tags();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            while (next < inclusions.size() && inclusions.get(next).offset() <= tag.start()) {
                steps.add(unknown(inclusions.get(next++).what()));
            }
            if (tag.name().equals("script") && runs(tag)) {
                step(edits, page, urls, i).ifPresent(steps::add);
            }
        }
        while (next < inclusions.size()) {
            steps.add(unknown(inclusions.get(next++).what()));
        }
        if (isPart(page)) {
            steps.add(unknown("what follows this part of a page"));
        }
        return steps;
    }

    private static DeferRule.Step unknown(String what) {
        return new DeferRule.Step(DeferRule.Kind.UNKNOWN, -1, what, "", false);
    }

    private static boolean runs(Tag tag) {
        return !tag.within().contains(Ancestor.NOSCRIPT) && !tag.within().contains(Ancestor.TEMPLATE);
    }

    /** Tells whether the page's end is not the document's end: fragments, and pages that a layout takes apart. */
    public static boolean isPart(Page page) {
        if (page.markup().htmlEnd() < 0) {
            return true;
        }
        for (Tag tag : page.markup().tags()) {
            if (tag.has("fragment") || tag.attribute("th:ref").isPresent()) {
                return true;
            }
        }
        return Inclusions.isTakenApart(page);
    }

    private Optional<DeferRule.Step> step(EditIndex edits, Page page, PageUrls urls, int index) {
        Tag tag = page.markup().tags().get(index);
        String text = page.text();
        String type = tag.value("type", text).toLowerCase(Locale.ROOT);
        String name = label(page, tag);
        Optional<PageEdit> whole = edits.covering(tag.start(), tag.end());
        if (whole.isPresent()) {
            boolean gone = whole.get().pieces().stream()
                    .allMatch(p -> p instanceof Piece.Text t && t.text().isBlank());
            return gone ? Optional.empty() : step(DeferRule.Kind.INLINE, index, name, "");
        }
        boolean external = tag.has("src");
        if (type.equals("module")) {
            return step(tag.has("async") ? DeferRule.Kind.ASYNC : DeferRule.Kind.LATER, index, name, "");
        }
        if (page.isDynamic(tag.start(), tag.end()) && tag.has("type") && type.indexOf('{') >= 0) {
            return step(DeferRule.Kind.INLINE, index, name, "");
        }
        if (!CLASSIC.contains(type)) {
            return Optional.empty();
        }
        if (!external) {
            boolean empty = tag.closeStart() >= 0
                    && !tag.dynamic()
                    && ScriptText.of(text.substring(tag.end(), tag.closeStart()))
                            .empty();
            return empty ? Optional.empty() : step(DeferRule.Kind.INLINE, index, name, "");
        }
        if (tag.has("async")) {
            return step(DeferRule.Kind.ASYNC, index, name, "");
        }
        if (tag.has("defer")) {
            return step(DeferRule.Kind.LATER, index, name, "");
        }
        return Optional.of(new DeferRule.Step(
                DeferRule.Kind.EXTERNAL,
                index,
                name,
                refusal(edits, page, urls, index),
                tag.attribute("data-defer").isPresent()));
    }

    private static Optional<DeferRule.Step> step(DeferRule.Kind kind, int index, String name, String refusal) {
        return Optional.of(new DeferRule.Step(kind, index, name, refusal, false));
    }

    private static String label(Page page, Tag tag) {
        String src = tag.has("src")
                ? tag.value("th:src", page.text()).isEmpty()
                        ? tag.value("src", page.text())
                        : tag.value("th:src", page.text())
                : "inline script";
        return src + " (line " + page.lines().line(tag.start()) + ")";
    }

    private String refusal(EditIndex edits, Page page, PageUrls urls, int index) {
        Tag tag = page.markup().tags().get(index);
        if (tag.attribute("data-no-defer").isPresent()) {
            return "data-no-defer";
        }
        if (tag.dynamic()) {
            return "the template may change its attributes";
        }
        String src = tag.value("src", page.text()) + tag.value("th:src", page.text());
        if (EARLY.matcher(src).find()) {
            return "must run before the page is parsed";
        }
        LogicalPath bundle = bundle(edits, tag);
        Asset asset = bundle != null
                ? site.assets().get(bundle)
                : urls.asset(index, "src").map(e -> e.getValue().asset()).orElse(null);
        if (asset != null) {
            return refusal(texts.computeIfAbsent(
                    asset.path(), path -> ScriptText.of(asset.content().text())));
        }
        boolean library = LIBRARY_HOST.matcher(src).find() && src.indexOf('?') < 0;
        return library ? "" : "its text is not known";
    }

    private static @Nullable LogicalPath bundle(EditIndex edits, Tag tag) {
        for (PageEdit edit : edits.within(tag.start(), tag.end())) {
            for (Piece piece : edit.pieces()) {
                if (piece instanceof Piece.AssetUrl url) {
                    return url.asset();
                }
            }
        }
        return null;
    }

    private static String refusal(ScriptText text) {
        if (text.writes()) {
            return "it writes into the page while that is parsed";
        }
        return text.asksForLastScript() ? "it looks for the last script of the page so far" : "";
    }
}
