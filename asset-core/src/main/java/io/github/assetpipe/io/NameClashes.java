package io.github.assetpipe.io;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names that differ only in the case of letters: two files here, and one on the file systems of Windows and macOS. Whether
 * the machine at hand tells them apart makes no difference to what is found.
 */
public final class NameClashes {
    private NameClashes() {}

    /** Returns a warning for each of the project's files whose output another one would overwrite there, sorted. */
    public static List<Diagnostic> of(Site sources) {
        Map<String, String> files = new HashMap<>();
        List<Diagnostic> found = new ArrayList<>();
        for (Asset asset : sources.assets().values()) {
            if (asset.origin() == Origin.PROJECT) {
                check(asset.outputPathOf(asset.path()), asset.file(), files, found);
            }
        }
        for (PageFile page : sources.pages()) {
            check(page.outputPath(), page.file(), files, found);
        }
        return found;
    }

    private static void check(String output, String file, Map<String, String> files, List<Diagnostic> found) {
        String other = files.putIfAbsent(output.toLowerCase(Locale.ROOT), file);
        if (other != null) {
            found.add(Diagnostic.warning(
                    "name-case",
                    "Its name differs from " + other
                            + " only in the case of letters; on Windows and macOS the two are one" + " file",
                    Location.ofFile(file),
                    "rename one of them"));
        }
    }

    /** Returns the asset whose path is {@code path} but for the case of letters, the first of several. */
    public static Optional<LogicalPath> otherCase(Site site, LogicalPath path) {
        return site.assets().keySet().stream()
                .filter(known -> known.value().equalsIgnoreCase(path.value()))
                .findFirst();
    }
}
