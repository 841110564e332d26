package io.github.assetpipe.verify;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.io.BuiltTree;
import io.github.assetpipe.text.Json;
import io.github.assetpipe.text.LineMap;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a tree, each with its place. */
final class Problems {
    private final BuiltTree tree;
    private final String manifest;
    private final LineMap lines;
    private final List<Diagnostic> all = new ArrayList<>();

    /** Starts with no problems; {@code manifest} is the manifest's text. */
    Problems(BuiltTree tree, String manifest) {
        this.tree = tree;
        this.manifest = manifest;
        this.lines = new LineMap(manifest);
    }

    /** Returns the outcome for a tree whose manifest can't be used. */
    static Verification onlyManifest(BuiltTree tree, String id, String message) {
        Diagnostic problem = Diagnostic.error(
                id,
                message,
                Location.ofFile(tree.shown(tree.manifestPath())),
                "Name the folder, jar or war that asset:build wrote to, and its manifest if the pom moves it.");
        return new Verification(List.of(problem), 0, 0, 0, 0);
    }

    /** Adds a problem of a file. */
    void inFile(String id, String path, String message, String hint) {
        all.add(Diagnostic.error(id, message, Location.ofFile(tree.shown(path)), hint));
    }

    /** Adds a problem of an entry of the manifest, located at the line where the entry begins. */
    void inManifest(String id, String key, String message, String hint) {
        String quoted = Json.write(key);
        int at = manifest.indexOf("\n    " + quoted + ": {");
        String file = tree.shown(tree.manifestPath());
        Location place = at < 0 ? Location.ofFile(file) : lines.location(file, at + 5, quoted.length());
        all.add(Diagnostic.error(id, message, place, hint));
    }

    /** Adds a problem that has its place already. */
    void add(Diagnostic diagnostic) {
        all.add(diagnostic);
    }

    /** Returns the problems found so far. */
    List<Diagnostic> all() {
        return List.copyOf(all);
    }
}
