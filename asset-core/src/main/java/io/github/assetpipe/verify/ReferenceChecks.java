package io.github.assetpipe.verify;

import io.github.assetpipe.css.CssTemplate;
import io.github.assetpipe.css.UrlReference;
import io.github.assetpipe.css.UrlReferences;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.io.BuiltTree;
import io.github.assetpipe.io.ServedFiles;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Manifest.AssetEntry;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.option.RewriteOptions.Missing;
import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.text.UrlText;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Checks that every reference of a stylesheet leads to a file that is served, and those of pages to known outputs. */
final class ReferenceChecks {
    private final BuiltTree tree;
    private final Manifest manifest;
    private final Problems problems;
    private final Missing missing;
    private final ServedFiles served;
    private int followed;

    /** Creates the checks of one tree; {@code missing} says what a reference without a file is. */
    ReferenceChecks(BuiltTree tree, Manifest manifest, Problems problems, Missing missing) {
        this.tree = tree;
        this.manifest = manifest;
        this.problems = problems;
        this.missing = missing;
        this.served =
                new ServedFiles(tree.manifestPath(), manifest, p -> tree.find(p).isPresent());
    }

    /** Returns how many references were followed. */
    int followed() {
        return followed;
    }

    /** Runs the checks. */
    void run() {
        if (missing == Missing.IGNORE) {
            return;
        }
        for (AssetEntry entry : manifest.assets().values()) {
            if (entry.type().equals(MediaType.CSS.name())) {
                LogicalPath.normalise(entry.path())
                        .ifPresent(path ->
                                tree.find(entry.file()).ifPresent(content -> stylesheet(path, entry.file(), content)));
            }
        }
        new PageChecks(tree, manifest, problems).run();
    }

    private void stylesheet(LogicalPath path, String file, Content content) {
        String text;
        try {
            text = content.text();
        } catch (UncheckedIOException e) {
            return; // Told by the checks of files.
        }
        if (CssTemplate.first(text) != null) {
            return; // Its engine gives it an address, and names.
        }
        LineMap lines = new LineMap(text);
        for (UrlReference reference : UrlReferences.of(text)) {
            UrlText url = UrlText.of(reference.url());
            // A source map that is not shipped hurts nobody.
            boolean leads =
                    reference.kind() != UrlReference.Kind.SOURCE_MAP && !CssTemplate.isComputed(reference.url());
            if (url.local() && !url.path().isEmpty() && leads) {
                followed++;
                String decoded = url.decodedPath();
                Optional<LogicalPath> target = decoded == null ? Optional.empty() : path.resolve(decoded);
                if (target.isEmpty() || !leadsSomewhere(target.get())) {
                    int length = reference.end() - reference.start();
                    broken(path, reference.url(), target, lines.location(tree.shown(file), reference.start(), length));
                }
            }
        }
    }

    private boolean leadsSomewhere(LogicalPath path) {
        // The jar of a WebJar serves what the build did not rename, and is not part of the tree.
        return served.file(path).isPresent() || path.value().startsWith("webjars/");
    }

    private void broken(LogicalPath from, String url, Optional<LogicalPath> target, Location place) {
        String message = target.isPresent()
                ? "\"" + url + "\" leads to no file: there is no " + target.get()
                : "\"" + url + "\" leads out of the site";
        String hint = "Add the file or correct the reference in the source.";
        boolean error = missing == Missing.ERROR && !from.value().startsWith("webjars/");
        problems.add(
                error
                        ? Diagnostic.error("reference-broken", message, place, hint)
                        : Diagnostic.warning("reference-broken", message, place, hint));
    }
}
