package io.github.assetpipe.verify;

import io.github.assetpipe.io.BuiltTree;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.model.Manifest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that nothing in a tree looks like an output that the manifest does not know: servers would send it all the same.
 *
 * <p>Files of other tools are none of this: a hashed name counts only where its digest is true or its plain name is an
 * output.
 */
final class LeftOvers {
    private static final Pattern HASHED = Pattern.compile("^(.*?)\\.([0-9a-f]{12})((?:\\.(?:css|js))?\\.[^./]+|)$");
    private static final Map<String, String> CODINGS = Map.of(".br", "Brotli", ".gz", "gzip", ".zst", "Zstandard");

    private final BuiltTree tree;
    private final SortedSet<String> owned;
    private final Set<String> paths;
    private final Problems problems;

    /** Creates the check of one tree. */
    LeftOvers(BuiltTree tree, Manifest manifest, Problems problems) {
        this.tree = tree;
        this.owned = ManifestFile.owned(manifest);
        this.paths = tree.paths();
        this.problems = problems;
    }

    /** Runs the check. */
    void run() {
        for (String path : paths) {
            if (!owned.contains(path)) {
                check(path);
            }
        }
    }

    private void check(String path) {
        int dot = path.lastIndexOf('.');
        String coding = dot < 0 ? null : CODINGS.get(path.substring(dot));
        if (coding != null && owned.contains(path.substring(0, dot))) {
            problems.inFile(
                    "variant-unlisted",
                    path,
                    "The manifest has no " + coding + " variant of this file, but servers would send it",
                    "Delete it, or build again from a clean output directory.");
            return;
        }
        String original = coding != null && isHashed(path.substring(0, dot)) ? path.substring(0, dot) : path;
        if (isHashed(original)) {
            problems.inFile(
                    "orphan",
                    path,
                    "Is left over from another build: the manifest does not know it",
                    "Delete it, or build again from a clean output directory.");
        }
    }

    private boolean isHashed(String path) {
        Matcher name = HASHED.matcher(path);
        if (!name.matches()) {
            return false;
        }
        return owned.contains(name.group(1) + name.group(3))
                || Optional.of(path)
                        .flatMap(tree::find)
                        .filter(c -> c.sha256().startsWith(name.group(2)))
                        .isPresent();
    }
}
