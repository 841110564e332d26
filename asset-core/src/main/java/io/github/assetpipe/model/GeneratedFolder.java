package io.github.assetpipe.model;

import java.util.List;

/**
 * Where files go that the build makes and names itself: bundles, and the loader of lazy images.
 *
 * @param base folder below the output directory that the application's root is served from, with a trailing slash, or empty
 * @param path logical folder that they are served under, with a trailing slash, or empty for the application's root
 * @param output folder below the output directory that {@code path} is served from, likewise
 */
public record GeneratedFolder(String base, String path, String output) {

    /** Returns the application's root, which is served from {@code base}. */
    public static GeneratedFolder root(String base) {
        return new GeneratedFolder(base, "", base);
    }

    /** Returns the path of a file; a page that writes URLs below {@code form}'s root only gets one there. */
    public LogicalPath path(UrlForm form, String name) {
        return LogicalPath.of((path.startsWith(form.root()) ? path : form.root()) + name);
    }

    /** Returns a file that the build made. */
    public Asset asset(LogicalPath file, Content content, List<String> sources) {
        boolean inside = file.value().startsWith(path);
        return Asset.generated(file, content, inside ? output : base, sources, null)
                .servedBelow(inside ? path : "");
    }
}
