package io.github.assetpipe.pass;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.page.EditIndex;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Place;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.page.UrlVariables;
import io.github.assetpipe.page.composition.FactsReader;
import io.github.assetpipe.page.composition.Item;
import io.github.assetpipe.page.composition.PageFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a page tells about its scripts, as it will be with the bundles that were decided. */
final class ScriptFacts {
    private static final Pattern LATER = Pattern.compile("\\s(?:defer|async)\\b");

    private final PageFile file;
    private final Page page;
    private final UrlResolver resolver;
    private final EditIndex edits;

    ScriptFacts(PageFile file, Page page, UrlResolver resolver) {
        this.file = file;
        this.page = page;
        this.resolver = resolver;
        this.edits = new EditIndex(file.edits());
    }

    /** Reads the facts; of a page that stays {@code untouched} no tag can be changed. */
    PageFacts read(boolean untouched) {
        PageFacts facts = declared(FactsReader.read(page, file, assets()));
        if (untouched) {
            return facts.withScripts(
                    script -> script.kind() == Item.Kind.EXTERNAL ? fixed(script, "its page is left alone") : script);
        }
        return file.edits().isEmpty() ? facts : facts.withScripts(this::edited);
    }

    private Map<Integer, LogicalPath> assets() {
        Map<Integer, LogicalPath> assets = new HashMap<>();
        List<Tag> tags = page.markup().tags();
        PageUrls urls = null;
        for (int i = 0; i < tags.size(); i++) {
            if (tags.get(i).name().equals("script") && tags.get(i).has("src")) {
                urls = urls == null ? PageUrls.ofElements("script", page, file, resolver) : urls;
                int index = i;
                urls.asset(i, "src")
                        .ifPresent(found -> assets.put(index, found.getValue().path()));
            }
        }
        return assets;
    }

    /** Takes the URLs of variables for what the page's URL tags set them to. */
    private PageFacts declared(PageFacts facts) {
        if (page.markup().tags().stream()
                .noneMatch(t -> t.name().equals("script") && UrlVariables.isUse(t.value("src", page.text())))) {
            return facts;
        }
        UrlVariables variables = UrlVariables.of(page);
        Place place = Place.of(page, file);
        return facts.withScripts(script -> variables
                .url(script.src(), script.offset())
                .map(url -> new Item.Script(
                        script.offset(),
                        script.line(),
                        script.kind(),
                        url.path(),
                        resolver.resolve(url, place, false) instanceof UrlResolver.Target.Found found
                                ? found.path()
                                : script.asset(),
                        script.wish(),
                        script.names()))
                .orElse(script));
    }

    private static Item.Script fixed(Item.Script script, String why) {
        return new Item.Script(
                script.offset(),
                script.line(),
                Item.Kind.FIXED,
                script.src(),
                script.asset(),
                script.wish(),
                List.of(why));
    }

    /** Returns a script as the decided edits leave it, or null when they take it away. */
    private Item.@Nullable Script edited(Item.Script script) {
        Optional<PageEdit> whole = edits.covering(script.offset(), script.offset() + 1);
        if (whole.isPresent()) {
            return replaced(script, whole.get());
        }
        LogicalPath bundle = page.markup()
                .tagAt(script.offset())
                .map(tag -> bundle(edits.within(tag.start(), tag.end())))
                .orElse(null);
        return bundle == null
                ? script
                : new Item.Script(
                        script.offset(),
                        script.line(),
                        script.kind(),
                        bundle.value(),
                        bundle,
                        script.wish(),
                        script.names());
    }

    private static Item.@Nullable Script replaced(Item.Script script, PageEdit edit) {
        LogicalPath bundle = bundle(List.of(edit));
        String text = text(edit);
        if (bundle == null && text.isBlank() && edit.pieces().stream().allMatch(Piece.Text.class::isInstance)) {
            return null;
        }
        boolean external = bundle != null && text.startsWith("<script");
        if (bundle != null && !external) {
            // A preload link runs nothing.
            return null;
        }
        Item.Kind kind =
                !external ? Item.Kind.INLINE : LATER.matcher(text).find() ? Item.Kind.DEFERRED : Item.Kind.EXTERNAL;
        String src = bundle == null ? "" : bundle.value();
        return new Item.Script(script.offset(), script.line(), kind, src, bundle, script.wish(), List.of());
    }

    private static String text(PageEdit edit) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : edit.pieces()) {
            text.append(piece instanceof Piece.Text plain ? plain.text() : "");
        }
        return text.toString();
    }

    private static @Nullable LogicalPath bundle(List<PageEdit> edits) {
        for (PageEdit edit : edits) {
            for (Piece piece : edit.pieces()) {
                if (piece instanceof Piece.AssetUrl url) {
                    return url.asset();
                }
            }
        }
        return null;
    }
}
