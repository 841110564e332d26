package io.github.assetpipe.page;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the resolving of a page's URLs depends on besides the URLs. Immutable.
 *
 * @param base a path in the folder that relative URLs start from, or null when that is not known
 * @param served whether the page is served as a file
 * @param template whether the page may be served from another place than where it lies
 * @param sure whether relative URLs start from {@code base} wherever the page is shown
 */
public record Place(@Nullable LogicalPath base, boolean served, boolean template, boolean sure) {
    private static final Pattern SCHEME = Pattern.compile("(?i)^[a-z][a-z0-9+.-]*:");
    /** Languages whose pages servers run under their own path. */
    private static final Set<String> RUN_IN_PLACE = Set.of("jsp", "jspx", "facelets");

    private static final Set<String> PARTS = Set.of("jspf", "tag", "tagf", "tagx");

    private static final List<String> NOT_SERVED = List.of("WEB-INF/", "META-INF/", "templates/");
    private static final String SERVED = "META-INF/resources/";

    /** Returns the place of a page. */
    public static Place of(Page page, PageFile file) {
        boolean served = file.served() != null;
        boolean template = !served || !page.dialect().name().equals("html");
        Optional<LogicalPath> base = base(page, file);
        boolean sure = base.isPresent();
        return new Place(base.or(() -> own(page, file)).orElse(null), served, template, sure);
    }

    /** A page of a web application that is run may be asked for under its own path, or be shown by another page. */
    private static Optional<LogicalPath> own(Page page, PageFile file) {
        String path = file.outputPath();
        String below = path.startsWith(SERVED) ? path.substring(SERVED.length()) : path;
        boolean run = RUN_IN_PLACE.contains(page.dialect().name())
                && NOT_SERVED.stream().noneMatch(below::startsWith);
        return LogicalPath.normalise(below).filter(p -> run && !PARTS.contains(p.extension()));
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

    /** Returns the base where it is one wherever the page is shown, else nothing. */
    public Optional<LogicalPath> sureBase() {
        return sure ? Optional.ofNullable(base) : Optional.empty();
    }

    /** Returns the place that all pages share whose relative URLs start from the same folder. */
    Place ofFolder() {
        return base == null ? this : new Place(base.sibling("base"), served, template, sure);
    }
}
