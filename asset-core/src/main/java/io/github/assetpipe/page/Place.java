package io.github.assetpipe.page;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the resolving of a page's URLs depends on besides the URLs. Immutable.
 *
 * @param base a path in the folder that relative URLs start from, or null when that is not known
 * @param served whether the page is served as a file
 * @param template whether the page may be served from another place than where it lies
 */
public record Place(@Nullable LogicalPath base, boolean served, boolean template) {
    private static final Pattern SCHEME = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*:");

    /** Returns the place of a page. */
    public static Place of(Page page, PageFile file) {
        boolean served = file.served() != null;
        boolean template = !served || !page.dialect().name().equals("html");
        return new Place(base(page, file).orElse(null), served, template);
    }

    /** The folder that relative URLs start from: of {@code <base href>}, else of the page when it is served as a file. */
    private static Optional<LogicalPath> base(Page page, PageFile file) {
        for (Tag tag : page.markup().tags()) {
            if (tag.name().equals("base") && tag.has("href")) {
                String href = tag.value("href", page.text());
                String path = SCHEME.matcher(href).find() ? href.replaceFirst("^[^/]*//[^/]*", "") : href;
                if (path.startsWith("/") && !page.isDynamic(tag.start(), tag.end())) {
                    String folder = path.substring(0, path.lastIndexOf('/') + 1);
                    return LogicalPath.normalise(folder + "base");
                }
                return LogicalPath.normalise("base");
            }
            if (tag.name().equals("body")) {
                break;
            }
        }
        return Optional.ofNullable(file.served());
    }

    /** Returns the place that all pages share whose relative URLs start from the same folder. */
    Place ofFolder() {
        return base == null ? this : new Place(base.sibling("base"), served, template);
    }
}
