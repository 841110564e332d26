package io.github.assetpipe.page;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageEdit;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Piece;
import io.github.assetpipe.model.UrlForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The references of one page, resolved: which literal of which tag names which asset. Immutable.
 */
public final class PageUrls {
    private final Page page;
    private final Map<Reference, UrlResolver.Target> targets = new LinkedHashMap<>();
    private final Map<Integer, List<Reference>> byTag = new LinkedHashMap<>();
    private final List<ComputedUrl> computed;

    private PageUrls(Page page, List<ComputedUrl> computed) {
        this.page = page;
        this.computed = computed;
    }

    /** Resolves the references of a page; {@code further} names more attributes that hold URLs. */
    public static PageUrls of(Page page, PageFile file, UrlResolver resolver, Set<String> further) {
        return of(page, file, resolver, References.all(page, further, tag -> true));
    }

    /** Resolves the references of the tags of one name, and those outside of tags. */
    public static PageUrls ofElements(String name, Page page, PageFile file, UrlResolver resolver) {
        return of(
                page,
                file,
                resolver,
                References.all(page, Set.of(), tag -> tag.name().equals(name)));
    }

    /** Resolves the references of the tags in the ranges of compress blocks, and those outside of tags. */
    public static PageUrls ofBlocks(
            List<CompressBlock> blocks, Page page, PageFile file, UrlResolver resolver, Set<String> further) {
        return of(page, file, resolver, References.all(page, further, tag -> isInside(tag, blocks)));
    }

    private static boolean isInside(Tag tag, List<CompressBlock> blocks) {
        for (CompressBlock block : blocks) {
            if (tag.start() >= block.open().start()
                    && tag.start() < block.close().end()) {
                return true;
            }
        }
        return false;
    }

    private static PageUrls of(Page page, PageFile file, UrlResolver resolver, References.Named named) {
        PageUrls urls = new PageUrls(page, named.computed());
        Place place = Place.of(page, file);
        for (Reference reference : named.references()) {
            urls.targets.put(reference, resolver.resolve(reference, place, reference.hasLiveTwin(page)));
            urls.byTag.computeIfAbsent(reference.tag(), t -> new ArrayList<>()).add(reference);
        }
        return urls;
    }

    /** Returns all references in order, with what they lead to. */
    public Map<Reference, UrlResolver.Target> targets() {
        return Collections.unmodifiableMap(targets);
    }

    /** Returns the URLs of something to load that the template computes, in order. */
    public List<ComputedUrl> computed() {
        return computed;
    }

    /**
     * Tells whether a reference names something that its page loads or styles: links to pages, actions of forms and names of
     * templates are written in the same ways.
     */
    public boolean isLoaded(Reference reference) {
        if (reference.kind() != Reference.Kind.LINK) {
            return true;
        }
        if (reference.tag() < 0) {
            return false;
        }
        Tag tag = page.markup().tags().get(reference.tag());
        for (Attribute a : tag.attributes()) {
            if (a.hasValue() && reference.start() >= a.valueStart() && reference.end() <= a.valueEnd()) {
                return a.name().equals("style")
                        || UrlAttributes.isLoaded(tag, page.text(), UrlAttributes.plain(a.name()));
            }
        }
        return false;
    }

    /** Returns the references in one attribute of a tag, its Thymeleaf form and calls in its value included. */
    public List<Reference> in(int tagIndex, String attribute) {
        Tag tag = page.markup().tags().get(tagIndex);
        List<Reference> found = new ArrayList<>();
        for (Reference reference : byTag.getOrDefault(tagIndex, List.of())) {
            for (Attribute a : tag.attributes()) {
                boolean named = a.name().equals(attribute)
                        || a.name().equals("th:" + attribute)
                        || a.name().equals("data-th-" + attribute);
                if (named && a.hasValue() && reference.start() >= a.valueStart() && reference.end() <= a.valueEnd()) {
                    found.add(reference);
                }
            }
        }
        return found;
    }

    /** Returns the asset that an attribute names, the Thymeleaf form first, with the reference that does. */
    public Optional<Map.Entry<Reference, UrlResolver.Target.Found>> asset(int tagIndex, String attribute) {
        List<Reference> references = in(tagIndex, attribute);
        boolean thymeleaf = references.stream().anyMatch(Reference::isThymeleaf)
                || page.markup().tags().get(tagIndex).attributes().stream()
                        .anyMatch(a ->
                                a.name().equals("th:" + attribute) || a.name().equals("data-th-" + attribute));
        for (Reference reference : references) {
            if (reference.isThymeleaf() == thymeleaf
                    && targets.get(reference) instanceof UrlResolver.Target.Found found) {
                return Optional.of(Map.entry(reference, found));
            }
        }
        return Optional.empty();
    }

    /** Returns the edit that makes a reference name {@code served}; only the file name changes where that is enough. */
    public Optional<PageEdit> rename(Reference reference, UrlResolver.Target.Found found, LogicalPath served) {
        String raw = page.text().substring(reference.start(), reference.end());
        int name = raw.lastIndexOf('/') + 1;
        if (served.folder().equals(found.path().folder())
                && raw.toLowerCase(Locale.ROOT).indexOf("%2f") < 0) {
            List<Piece> renamed = List.of(new Piece.AssetName(found.asset().path()));
            return raw.substring(name).equals(UrlForm.encode(served.fileName()))
                    ? Optional.empty()
                    : Optional.of(new PageEdit(reference.start() + name, reference.end(), renamed));
        }
        List<Piece> renamed = List.of(new Piece.AssetUrl(found.asset().path(), found.form()));
        return found.form().urlOf(served).map(url -> new PageEdit(reference.start(), reference.end(), renamed));
    }

    /** Returns the edit that makes a reference name another asset, whatever that one will be called. */
    public Optional<PageEdit> point(Reference reference, LogicalPath asset) {
        if (!(targets.get(reference) instanceof UrlResolver.Target.Found found)
                || found.form().urlOf(asset).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PageEdit(reference.start(), reference.end(), List.of(new Piece.AssetUrl(asset, found.form()))));
    }
}
