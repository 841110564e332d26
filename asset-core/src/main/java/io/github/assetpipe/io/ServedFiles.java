package io.github.assetpipe.io;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Manifest.AssetEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which file of an output directory a server sends for a path, as the manifest and the layout say.
 *
 * <p>A jar's assets lie in the folders that application frameworks serve ({@code static/}, {@code public/},
 * {@code resources/}, {@code META-INF/resources/}), a war's everywhere but in {@code WEB-INF} and {@code META-INF}, a static
 * site's everywhere. Immutable and safe for several threads.
 */
public final class ServedFiles {
    private static final List<String> JAR_FOLDERS = List.of("META-INF/resources/", "resources/", "static/", "public/");

    private final Map<String, String> known = new TreeMap<>();
    private final Set<Prefix> prefixes = new LinkedHashSet<>();
    private final Set<String> hidden;
    private final Predicate<String> present;

    private record Prefix(String url, String file) {}

    /**
     * Creates the mapping of one build.
     *
     * @param manifestPath the manifest's path below the output directory, which tells the layout
     * @param manifest what the build made
     * @param present tells whether there is a file at a path below the output directory
     */
    public ServedFiles(String manifestPath, Manifest manifest, Predicate<String> present) {
        this.present = present;
        this.hidden = Set.of(manifestPath, ManifestFile.flatPath(manifestPath));
        for (Map.Entry<String, AssetEntry> entry : manifest.assets().entrySet()) {
            AssetEntry asset = entry.getValue();
            known.put(asset.path(), asset.file());
            if (asset.plainFile() != null) {
                known.put(entry.getKey(), asset.plainFile());
            }
            prefixes.add(prefix(asset.path(), asset.file()));
        }
        if (manifestPath.startsWith("META-INF/")) {
            JAR_FOLDERS.forEach(folder -> prefixes.add(new Prefix("", folder)));
        } else {
            prefixes.add(new Prefix("", ""));
        }
    }

    /** Splits path and file where their common end begins. */
    private static Prefix prefix(String path, String file) {
        int at = path.length();
        int cut = at;
        while (at > 0 && file.endsWith(path.substring(at - 1))) {
            at--;
            if (at == 0 || path.charAt(at - 1) == '/') {
                cut = at;
            }
        }
        return new Prefix(path.substring(0, cut), file.substring(0, file.length() - (path.length() - cut)));
    }

    /** Returns the file that is sent for a path, or empty when nothing is. */
    public Optional<String> file(LogicalPath path) {
        String file = known.get(path.value());
        if (file != null && present.test(file)) {
            return Optional.of(file);
        }
        return candidates(path).stream()
                .filter(f -> !hidden.contains(f) && !isPrivate(f) && present.test(f))
                .findFirst();
    }

    private List<String> candidates(LogicalPath path) {
        List<String> files = new ArrayList<>();
        for (Prefix prefix : prefixes) {
            if (path.value().startsWith(prefix.url())) {
                files.add(prefix.file() + path.value().substring(prefix.url().length()));
            }
        }
        return files;
    }

    private static boolean isPrivate(String file) {
        String upper = file.toUpperCase(Locale.ROOT);
        return upper.startsWith("WEB-INF/")
                || (upper.startsWith("META-INF/") && !file.startsWith("META-INF/resources/"))
                || upper.startsWith("BOOT-INF/");
    }
}
