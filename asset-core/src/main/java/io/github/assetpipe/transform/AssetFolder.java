package io.github.assetpipe.transform;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A project folder whose files are served.
 *
 * @param directory project-relative with {@code /} and no slash at its end; empty for the project's own folder
 * @param urlPrefix logical folder that its files are served below, with a slash at its end; empty for the application's root
 */
public record AssetFolder(String directory, String urlPrefix) {

    /**
     * Returns the project-relative file that would be served under {@code path}, or null when this folder can't hold it;
     * nothing of {@code WEB-INF} and {@code META-INF} is served (Servlet specification 10.5).
     */
    @Nullable
    String file(String path) {
        if (!path.startsWith(urlPrefix)) {
            return null;
        }
        String below = path.substring(urlPrefix.length());
        String upper = below.toUpperCase(Locale.ROOT);
        if (upper.startsWith("WEB-INF/") || upper.startsWith("META-INF/")) {
            return null;
        }
        return directory.isEmpty() ? below : directory + "/" + below;
    }
}
