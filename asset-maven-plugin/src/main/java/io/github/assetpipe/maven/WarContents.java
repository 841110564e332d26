package io.github.assetpipe.maven;

import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Manifest.AssetEntry;
import io.github.assetpipe.text.Globs;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * What maven-war-plugin takes into the war, of all that lies in the folder that it packs.
 *
 * <p>Its patterns are written for the names of sources, and may not say the same of the names that results have.
 */
final class WarContents {
    private final List<String> included;
    private final List<String> excluded;
    private final Globs includes;
    private final Globs excludes;

    private WarContents(List<String> included, List<String> excluded) {
        this.included = included;
        this.excluded = excluded;
        this.includes = Globs.of(included);
        this.excludes = Globs.of(excluded);
    }

    /** Reads a project's pom; a project that is no war leaves nothing out. */
    static WarContents of(MavenProject project) {
        if (!project.getPackaging().equals("war")) {
            return new WarContents(List.of(), List.of());
        }
        PluginConfiguration plugin = WarPlugin.configuration(project);
        return new WarContents(
                WarPlugin.patterns(plugin.text("packagingIncludes", "")),
                WarPlugin.patterns(plugin.text("packagingExcludes", "")));
    }

    /** Tells whether everything is packed, so that there is nothing to look at. */
    boolean isAll() {
        return included.isEmpty() && excluded.isEmpty();
    }

    private boolean has(String file) {
        return (included.isEmpty() || includes.matches(file)) && !excludes.matches(file);
    }

    /** Warns of results that are left out although pages may name them, and of those that are packed while their source is not. */
    void check(Manifest manifest, Log log) {
        manifest.assets().entrySet().stream()
                .filter(asset -> !has(asset.getValue().file()))
                .filter(asset -> isMade(asset) || has(plain(asset)))
                .findFirst()
                .ifPresent(asset ->
                        log.warn("maven-war-plugin leaves " + asset.getValue().file()
                                + " out of the war, which pages may name.\n  hint: " + patterns()
                                + " should say the same of names with a digest, and of bundles and webjars"));
        manifest.assets().entrySet().stream()
                .filter(asset -> has(asset.getValue().file()) && !has(plain(asset)))
                .findFirst()
                .ifPresent(asset -> log.warn("maven-war-plugin leaves " + plain(asset) + " out of the war, but packs "
                        + asset.getValue().file() + ", which is made of it.\n  hint: "
                        + "<warSourceExcludes> keeps a file from being processed; " + patterns()
                        + " should say the same of names with a digest"));
    }

    /** Tells whether an asset is no file of the web application by itself: then no pattern was meant for it. */
    private static boolean isMade(Map.Entry<String, AssetEntry> asset) {
        String path = asset.getKey();
        boolean generated =
                path.startsWith("bundles/") || !asset.getValue().sources().isEmpty();
        return !path.endsWith(".map") && (generated || path.startsWith("webjars/") || path.startsWith("_static/"));
    }

    /** The output under the name without a digest, whether or not it is written. */
    private static String plain(Map.Entry<String, AssetEntry> asset) {
        String file = asset.getValue().file();
        String path = asset.getKey();
        return asset.getValue().path().equals(path)
                ? file
                : file.substring(0, file.lastIndexOf('/') + 1) + path.substring(path.lastIndexOf('/') + 1);
    }

    private String patterns() {
        return included.isEmpty() ? "<packagingExcludes>" : "<packagingIncludes> and <packagingExcludes>";
    }
}
