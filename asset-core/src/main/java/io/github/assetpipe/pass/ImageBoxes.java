package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.ImageSize;
import io.github.assetpipe.page.LazyRule;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.UrlResolver;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The natural sizes of a page's images, found only when they are asked for. Not safe for several threads. */
final class ImageBoxes implements LazyRule.Boxes {
    private static final Pattern PIXELS = Pattern.compile("[1-9][0-9]{0,5}");

    private final Page page;
    private final PageFile file;
    private final UrlResolver resolver;
    private @Nullable PageUrls urls;

    ImageBoxes(Page page, PageFile file, UrlResolver resolver) {
        this.page = page;
        this.file = file;
        this.resolver = resolver;
    }

    /**
     * Returns the size of the file that an attribute of a tag names, or else the one that {@code width} and {@code height}
     * say; empty when neither is known.
     */
    Optional<ImageSize> of(int tagIndex, String attribute) {
        Optional<ImageSize> own = ofFile(tagIndex, attribute);
        if (own.isPresent()) {
            return own;
        }
        Tag tag = page.markup().tags().get(tagIndex);
        String width = tag.value("width", page.text());
        String height = tag.value("height", page.text());
        return PIXELS.matcher(width).matches() && PIXELS.matcher(height).matches()
                ? Optional.of(new ImageSize(Integer.parseInt(width), Integer.parseInt(height)))
                : Optional.empty();
    }

    /** Tells whether there is a size, see {@link #of}. */
    @Override
    public boolean known(int tagIndex, String attribute) {
        return of(tagIndex, attribute).isPresent();
    }

    @Override
    public @Nullable String file(int tagIndex, String attribute) {
        return urls().asset(tagIndex, attribute)
                .map(found -> found.getValue().asset().path().value())
                .orElse(null);
    }

    @Override
    public long bytes(int tagIndex, String attribute) {
        return urls().asset(tagIndex, attribute)
                .map(found -> found.getValue().asset().content().size())
                .orElse(Long.MAX_VALUE);
    }

    /** Returns the references of the page. */
    PageUrls urls() {
        PageUrls found = urls == null ? PageUrls.of(page, file, resolver, Set.of()) : urls;
        urls = found;
        return found;
    }

    /** Returns the size of the file that an attribute of a tag names. */
    Optional<ImageSize> ofFile(int tagIndex, String attribute) {
        return urls().asset(tagIndex, attribute).flatMap(found -> {
            Asset asset = found.getValue().asset();
            return ImageSize.of(asset.mediaType(), asset.content());
        });
    }
}
