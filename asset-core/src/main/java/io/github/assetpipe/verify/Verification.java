package io.github.assetpipe.verify;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Severity;
import io.github.assetpipe.io.BuiltTree;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.option.RewriteOptions.Missing;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of checking a built tree.
 *
 * @param diagnostics what is wrong, sorted; empty for a tree that is as its manifest says
 * @param assets number of assets that the manifest lists
 * @param pages number of pages that the manifest lists
 * @param variants number of {@code .br} and {@code .gz} files that were decoded
 * @param references number of references that were followed
 */
public record Verification(List<Diagnostic> diagnostics, int assets, int pages, int variants, int references) {

    /** Sorts the diagnostics. */
    public Verification {
        diagnostics = diagnostics.stream().sorted().distinct().toList();
    }

    /**
     * Checks a tree: every file of the manifest is there with its digest, every hashed name tells the truth, every variant
     * decodes to its original, nothing that looks like a build's output is left over, and every reference leads to a file.
     *
     * @param missing what a reference without a file is
     */
    public static Verification of(BuiltTree tree, Missing missing) {
        Optional<Content> text = tree.find(tree.manifestPath());
        if (text.isEmpty()) {
            return Problems.onlyManifest(tree, "manifest-missing", "There is no manifest here");
        }
        Optional<Manifest> manifest = ManifestFile.parse(text.get().text());
        if (manifest.isEmpty()) {
            return Problems.onlyManifest(tree, "manifest-damaged", "This is no manifest of a known version");
        }
        Problems problems = new Problems(tree, text.get().text());
        FileChecks files = new FileChecks(tree, manifest.get(), problems);
        files.run();
        new LeftOvers(tree, manifest.get(), problems).run();
        ReferenceChecks references = new ReferenceChecks(tree, manifest.get(), problems, missing);
        references.run();
        return new Verification(
                problems.all(),
                manifest.get().assets().size(),
                manifest.get().pages().size(),
                files.variants(),
                references.followed());
    }

    /** Tells whether anything is wrong that must fail a build. */
    public boolean failed() {
        return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    }
}
