package io.github.assetpipe.verify;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Manifest;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells under which path a page of a built tree is served: a manifest says where files lie and under which path assets are
 * served, and pages in the same folders are served alike. What lies elsewhere is a template.
 */
final class ServedPages {
    private static final Set<String> ENDINGS = Set.of("html", "htm");

    /** Folders of the tree and what they are served below, the longest first. */
    private final Map<String, String> folders =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Learns from the assets of a manifest. */
    ServedPages(Manifest manifest) {
        for (Manifest.AssetEntry entry : manifest.assets().values()) {
            int file = entry.file().length();
            int path = entry.path().length();
            while (file > 0
                    && path > 0
                    && entry.file().charAt(file - 1) == entry.path().charAt(path - 1)) {
                file--;
                path--;
            }
            // Names end alike; what differs before is whole folders.
            int slash = file == 0 && path == 0 ? 0 : entry.path().indexOf('/', path) + 1;
            boolean whole = path == 0 || entry.path().charAt(path - 1) == '/';
            int from = whole ? path : slash;
            folders.putIfAbsent(
                    entry.file()
                            .substring(0, entry.file().length() - (entry.path().length() - from)),
                    entry.path().substring(0, from));
        }
    }

    /** Returns the path that a page is served under, or empty when it is a template. */
    Optional<LogicalPath> path(String file) {
        if (!ENDINGS.contains(file.substring(file.lastIndexOf('.') + 1))) {
            return Optional.empty();
        }
        return folders.entrySet().stream()
                .filter(folder -> file.startsWith(folder.getKey()))
                .filter(folder -> !isHidden(file.substring(folder.getKey().length())))
                .findFirst()
                .flatMap(folder -> LogicalPath.normalise(
                        folder.getValue() + file.substring(folder.getKey().length())));
    }

    private static boolean isHidden(String path) {
        String upper = path.toUpperCase(Locale.ROOT);
        return upper.startsWith("WEB-INF/") || upper.startsWith("META-INF/");
    }
}
