package io.github.assetpipe.pass;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.UrlForm;
import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Reference;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.UrlResolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a page spells URLs of its assets in attributes, taken from one of its tags, else from its template language. */
final class UrlSpelling {
    private static final String MARK = "path";

    private final PageFile file;
    private final Page page;
    private final Supplier<PageUrls> urls;
    private final Map<String, Spelled> known = new HashMap<>();

    /** Creates the search in a page whose URLs are asked for only when a spelling is. */
    UrlSpelling(PageFile file, Page page, Supplier<PageUrls> urls) {
        this.file = file;
        this.page = page;
        this.urls = urls;
    }

    /**
     * A spelling.
     *
     * @param prefix what stands before the attribute's plain name: {@code th:}, or empty
     * @param before the text of the attribute before the path, its quote included
     * @param form how the path is written
     * @param after the text after the path, its quote included
     */
    record Spelled(String prefix, String before, UrlForm form, String after) {

        /** Returns an attribute that names an asset. */
        List<Piece> attribute(String name, LogicalPath asset) {
            return List.of(
                    new Piece.Text(prefix + name + "=" + before),
                    new Piece.AssetUrl(asset, form),
                    new Piece.Text(after));
        }
    }

    /** Returns the spelling that a reference of the page uses, preferring attributes of the wanted plain name. */
    Spelled of(String name) {
        return known.computeIfAbsent(name, this::find);
    }

    /** Tells whether {@link #of} is more than a guess: the page shows it, or its language has a word for it. */
    boolean isKnown() {
        return page.dialect().knowsRoot() || isServedAsWritten() || shown("src") != null;
    }

    private Spelled find(String name) {
        Spelled shown = shown(name);
        return shown != null ? shown : byLanguage(name);
    }

    private @Nullable Spelled shown(String name) {
        Spelled other = null;
        for (Map.Entry<Reference, UrlResolver.Target> entry :
                urls.get().targets().entrySet()) {
            Reference reference = entry.getKey();
            if (reference.tag() < 0 || !(entry.getValue() instanceof UrlResolver.Target.Found found)) {
                continue;
            }
            boolean fits = found.form().root().isEmpty() && found.reason().isEmpty();
            Tag tag = page.markup().tags().get(reference.tag());
            Attribute attribute = attribute(tag, reference);
            boolean single = attribute != null && Set.of("href", "src").contains(plain(attribute.name()));
            if (fits && single && attribute != null && attribute.quoted()) {
                Spelled spelled = like(tag, reference, found);
                if (plain(attribute.name()).equals(name)) {
                    return spelled;
                }
                other = other == null ? spelled : other;
            }
        }
        return other != null && !other.prefix().startsWith("xlink") ? other : null;
    }

    private boolean isServedAsWritten() {
        return file.served() != null && page.dialect().name().equals("html");
    }

    private Spelled byLanguage(String name) {
        LogicalPath served = file.served();
        if (served != null && isServedAsWritten()) {
            return new Spelled("", "\"", UrlForm.relative(served), "\"");
        }
        List<String> constructs =
                page.constructs().stream().map(c -> c.in(page.text())).toList();
        String url = page.dialect().url(MARK, constructs);
        int mark = url.lastIndexOf(MARK);
        String attribute = page.dialect().urlAttribute(name);
        String prefix = attribute.substring(0, attribute.length() - name.length());
        return new Spelled(
                prefix, "\"" + url.substring(0, mark), UrlForm.rooted(""), url.substring(mark + MARK.length()) + "\"");
    }

    /** Returns the spelling of one reference. */
    Spelled like(Tag tag, Reference reference, UrlResolver.Target.Found found) {
        Attribute attribute = attribute(tag, reference);
        if (attribute == null) {
            return byLanguage("href");
        }
        String text = page.text();
        String name = attribute.name();
        int quote = attribute.quoted() ? 1 : 0;
        String before = text.substring(attribute.valueStart() - quote, reference.start());
        String after = text.substring(reference.end(), attribute.valueEnd() + quote);
        if (after.startsWith("?") || after.startsWith("#")) {
            after = after.replaceFirst("^[?#][^\"'})]*", "");
        }
        String mark = quote == 0 ? "\"" : "";
        return new Spelled(
                name.substring(0, name.length() - plain(name).length()), mark + before, found.form(), after + mark);
    }

    private static @Nullable Attribute attribute(Tag tag, Reference reference) {
        for (Attribute attribute : tag.attributes()) {
            if (attribute.hasValue()
                    && attribute.valueStart() <= reference.start()
                    && reference.end() <= attribute.valueEnd()) {
                return attribute;
            }
        }
        return null;
    }

    private static String plain(String name) {
        return name.substring(name.lastIndexOf(':') + 1).replaceFirst("^data-th-", "");
    }
}
