package io.github.assetpipe.maven;

import io.github.assetpipe.option.SourceRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.plugin.logging.Log;

/** Says that a project has nothing to work on, and which folder of another layout may have been meant. */
final class NoSources {
    /** Folders that only one layout reads. */
    private static final Map<String, LayoutName> FOLDERS =
            new TreeMap<>(Map.of("src/main/web", LayoutName.STATIC, "src/main/webapp", LayoutName.WAR));

    private NoSources() {}

    /**
     * Tells it.
     *
     * @param base the project's folder
     * @param roots the folders that were looked for
     */
    static void tell(Path base, List<SourceRoot> roots, Log log) {
        log.info("No assets in this project");
        FOLDERS.forEach((folder, layout) -> {
            boolean looked = roots.stream().anyMatch(root -> root.shownAs().equals(base.resolve(folder)));
            if (!looked && Files.isDirectory(base.resolve(folder))) {
                log.warn(folder + " is there, but its files are not read in a project with this packaging.\n  hint: "
                        + "<layout>" + layout.name().toLowerCase(Locale.ROOT)
                        + "</layout> in the plugin's <configuration> reads them");
            }
        });
    }
}
