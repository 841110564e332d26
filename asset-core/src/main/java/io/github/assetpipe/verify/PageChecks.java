package io.github.assetpipe.verify;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.io.BuiltTree;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Reference;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.page.UrlResolver.Target;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Checks that pages name no fingerprinted file that is not there.
 *
 * <p>Other paths in a template may be answered by the application, and the build has told of them; a name with a digest can
 * only have come from a build.
 */
final class PageChecks {
    private static final Pattern HASHED = Pattern.compile("\\.[0-9a-f]{12}(?:\\.[^./]+){1,2}$");

    private final BuiltTree tree;
    private final Manifest manifest;
    private final Problems problems;
    private final PageReader reader = new PageReader();

    /** Creates the checks of one tree. */
    PageChecks(BuiltTree tree, Manifest manifest, Problems problems) {
        this.tree = tree;
        this.manifest = manifest;
        this.problems = problems;
    }

    /** Runs the checks. */
    void run() {
        UrlResolver resolver = new UrlResolver(site(), List.of());
        manifest.pages()
                .forEach((source, entry) -> tree.find(entry.file()).ifPresent(content -> {
                    try {
                        page(source, entry.file(), content, resolver);
                    } catch (UncheckedIOException e) {
                        return; // Told by the checks of files.
                    }
                }));
    }

    /** Returns what can be asked for, by every name that it has. */
    private Site site() {
        SortedMap<LogicalPath, Asset> assets = new TreeMap<>();
        manifest.assets().forEach((key, entry) -> {
            for (String name : List.of(key, entry.path())) {
                LogicalPath.normalise(name)
                        .ifPresent(path ->
                                assets.put(path, Asset.source(path, Content.of(""), Origin.PROJECT, name, "", false)));
            }
        });
        return new Site(assets, List.of(), new TreeMap<>());
    }

    private void page(String source, String file, Content content, UrlResolver resolver) {
        String extension = file.substring(file.lastIndexOf('.') + 1);
        LogicalPath served = Set.of("html", "htm").contains(extension)
                ? LogicalPath.normalise(file).orElse(null)
                : null;
        PageFile described = PageFile.source(source, file, content, file, served, false);
        Page page = reader.read(described);
        if (!page.trusted()) {
            return;
        }
        PageUrls.of(page, described, resolver, Set.of()).targets().forEach((reference, target) -> {
            boolean hashed = HASHED.matcher(reference.path()).find();
            if (hashed && !(target instanceof Target.Found) && !isElsewhere(target)) {
                broken(page, file, reference);
            }
        });
    }

    private static boolean isElsewhere(Target target) {
        return target instanceof Target.Elsewhere elsewhere
                && elsewhere.reason().equals("external");
    }

    private void broken(Page page, String file, Reference reference) {
        problems.add(Diagnostic.error(
                "reference-broken",
                "\"" + reference.path() + "\" is no output of this build",
                page.lines().location(tree.shown(file), reference.start(), reference.end() - reference.start()),
                "The page is older or newer than the assets beside it. Build both again."));
    }
}
