package io.github.assetpipe.pass;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.UrlForm;
import io.github.assetpipe.page.Attribute;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Place;
import io.github.assetpipe.page.Reference;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.TemplateScopes;
import io.github.assetpipe.page.UrlResolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a page spells URLs of its assets in attributes, taken from one of its tags, else from its template language.
 *
 * <p>A tag serves only where all that it may take names from holds as well ({@link TemplateScopes}): what a loop calls its
 * item means nothing after it. Where a page puts something before its paths, in whatever place, a bare slash is no spelling.
 */
final class UrlSpelling {
    private static final String MARK = "path";

    private final PageFile file;
    private final Page page;
    private final Supplier<PageUrls> urls;
    private final Map<Wanted, Spelled> known = new HashMap<>();
    private @Nullable TemplateScopes scopes;

    /** Creates the search in a page whose URLs are asked for only when a spelling is. */
    UrlSpelling(PageFile file, Page page, Supplier<PageUrls> urls) {
        this.file = file;
        this.page = page;
        this.urls = urls;
    }

    /** What is asked for: an attribute, where it will be written, and the prefix below which the files of the root are. */
    private record Wanted(String name, int at, String below) {}

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

    /**
     * Returns the spelling that a reference of the page uses, preferring attributes of the wanted plain name.
     *
     * @param name the plain name of the attribute
     * @param at the offset where it will be written
     * @param below the prefix below which the files of the application's root are found, see {@link UrlPrefixes}
     */
    Spelled of(String name, int at, String below) {
        return known.computeIfAbsent(new Wanted(name, at, below), this::find);
    }

    /** Returns the spelling for a file of the same folders as those that the page names, see {@link #of(String, int, String)}. */
    Spelled of(String name, int at) {
        return of(name, at, UrlPrefixes.of(urls.get()).only().orElse(""));
    }

    /** Tells whether {@link #of} is more than a guess: the page shows it, or its language has a word for it. */
    boolean isKnown(int at, String below) {
        return page.dialect().knowsRoot() || isServedAsWritten() || shown(new Wanted("src", at, below)) != null;
    }

    private Spelled find(Wanted wanted) {
        Spelled shown = shown(wanted);
        return shown != null ? shown : byLanguage(wanted);
    }

    private @Nullable Spelled shown(Wanted wanted) {
        Spelled other = null;
        boolean led = urls.get().targets().entrySet().stream()
                .anyMatch(e -> isLocal(e.getValue()) && isLed(page.text(), e.getKey()));
        IntPredicate held = scopes().heldAt(wanted.at());
        boolean sure = Place.of(page, file).sureBase().isPresent();
        for (Map.Entry<Reference, UrlResolver.Target> entry :
                urls.get().targets().entrySet()) {
            Reference reference = entry.getKey();
            if (reference.tag() < 0 || !(entry.getValue() instanceof UrlResolver.Target.Found found)) {
                continue;
            }
            boolean fits = found.form().base() != null
                    ? sure && found.reason().isEmpty()
                    : UrlPrefixes.of(reference, found)
                            .filter(wanted.below()::equals)
                            .isPresent();
            fits = fits && (!led || isLed(page.text(), reference)) && held.test(reference.start());
            Tag tag = page.markup().tags().get(reference.tag());
            Attribute attribute = attribute(tag, reference);
            boolean single = attribute != null && Set.of("href", "src").contains(plain(attribute.name()));
            if (fits && single && attribute != null && attribute.quoted()) {
                Spelled spelled = like(tag, reference, found);
                if (plain(attribute.name()).equals(wanted.name())) {
                    return spelled;
                }
                other = other == null ? spelled : other;
            }
        }
        return other != null && !other.prefix().startsWith("xlink") ? other : null;
    }

    private TemplateScopes scopes() {
        TemplateScopes found = scopes == null ? TemplateScopes.of(page) : scopes;
        scopes = found;
        return found;
    }

    static boolean isLocal(UrlResolver.Target target) {
        return target instanceof UrlResolver.Target.Found || target instanceof UrlResolver.Target.Missing;
    }

    /** Tells whether something puts the application's root before a URL. */
    static boolean isLed(String text, Reference reference) {
        return reference.kind() == Reference.Kind.LINK
                || reference.kind() == Reference.Kind.STATIC
                || isFollowing(text, reference);
    }

    /** Tells whether something stands before a URL in its attribute. */
    static boolean isFollowing(String text, Reference reference) {
        int before = reference.start() - 1;
        return before >= 0 && "\"'= \t\r\n,(".indexOf(text.charAt(before)) < 0;
    }

    private boolean isServedAsWritten() {
        return file.served() != null && page.dialect().name().equals("html");
    }

    private Spelled byLanguage(Wanted wanted) {
        Optional<LogicalPath> base = Place.of(page, file).sureBase();
        if (isServedAsWritten() && base.isPresent()) {
            return new Spelled("", "\"", UrlForm.relative(base.get()), "\"");
        }
        String name = wanted.name();
        List<String> constructs =
                page.constructs().stream().map(c -> c.in(page.text())).toList();
        String url = page.dialect().url(MARK, constructs);
        int mark = url.lastIndexOf(MARK);
        String attribute = page.dialect().urlAttribute(name);
        String prefix = attribute.substring(0, attribute.length() - name.length());
        return new Spelled(
                prefix,
                "\"" + url.substring(0, mark),
                UrlForm.rooted(wanted.below()),
                url.substring(mark + MARK.length()) + "\"");
    }

    /** Returns the spelling of one reference. */
    Spelled like(Tag tag, Reference reference, UrlResolver.Target.Found found) {
        Attribute attribute = attribute(tag, reference);
        if (attribute == null) {
            return byLanguage(new Wanted("href", reference.start(), ""));
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
