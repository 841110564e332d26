package io.github.assetpipe.verify;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
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
import io.github.assetpipe.page.ParsedUrls;
import io.github.assetpipe.page.ParsedUrls.ParsedUrl;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.page.UrlResolver.Target;
import io.github.assetpipe.text.LineMap;
import io.github.assetpipe.text.UrlText;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
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
    private final ServedPages pages;
    private final PageReader reader = new PageReader();
    private Set<LogicalPath> outputs = Set.of();

    /** Creates the checks of one tree. */
    PageChecks(BuiltTree tree, Manifest manifest, Problems problems) {
        this.tree = tree;
        this.manifest = manifest;
        this.pages = new ServedPages(manifest);
        this.problems = problems;
    }

    /** Runs the checks. */
    void run() {
        Site site = site();
        outputs = site.assets().keySet();
        UrlResolver resolver = new UrlResolver(site, List.of());
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
        LogicalPath served = pages.path(file).orElse(null);
        PageFile described = PageFile.source(source, file, content, file, served, false);
        if (served != null) {
            plain(served, file, content.text());
            return;
        }
        Page page = reader.read(described);
        if (!page.trusted()) {
            return;
        }
        PageUrls.of(page, described, resolver, Set.of()).targets().forEach((reference, target) -> {
            boolean hashed = HASHED.matcher(reference.path()).find();
            if (hashed && !(target instanceof Target.Found) && !isElsewhere(target)) {
                int length = reference.end() - reference.start();
                broken(reference.path(), page.lines().location(tree.shown(file), reference.start(), length));
            }
        });
    }

    /** Checks a page that is served as it is: every hashed name that a browser would find there. */
    private void plain(LogicalPath page, String file, String html) {
        LineMap lines = new LineMap(html);
        ParsedUrls parsed = ParsedUrls.of(html);
        UrlText base = UrlText.of(parsed.base());
        Optional<LogicalPath> from = base.path().isEmpty() ? Optional.of(page) : resolve(page, base.path() + "x");
        if (!base.local() && !parsed.base().isEmpty() || from.isEmpty()) {
            return; // Its relative URLs lead to another site.
        }
        for (ParsedUrl found : parsed.urls()) {
            UrlText url = UrlText.of(found.url());
            String path = url.local() ? url.decodedPath() : null;
            if (path == null || !HASHED.matcher(path).find()) {
                continue;
            }
            Optional<LogicalPath> target = resolve(from.get(), path);
            if (target.isEmpty() || !outputs.contains(target.get())) {
                broken(found.url(), lines.location(tree.shown(file), found.start(), found.end() - found.start()));
            }
        }
    }

    private static boolean isElsewhere(Target target) {
        return target instanceof Target.Elsewhere elsewhere
                && elsewhere.reason().equals("external");
    }

    private static Optional<LogicalPath> resolve(LogicalPath from, String path) {
        return path.startsWith("/") ? LogicalPath.normalise(path) : from.resolve(path);
    }

    private void broken(String url, Location place) {
        problems.add(Diagnostic.error(
                "reference-broken",
                "\"" + url + "\" is no output of this build",
                place,
                "The page is older or newer than the assets beside it. Build both again."));
    }
}
