package io.github.assetpipe.maven;

import io.github.assetpipe.io.SourceTree;
import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.option.SourceRoot;
import io.github.assetpipe.page.dialect.Dialects;
import io.github.assetpipe.text.Globs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds where a project's own assets are known to be served, for files that the build makes.
 *
 * <p>Frameworks and security rules often let through one folder as a whole, such as {@code /resources/**}, and nothing
 * beside it. Which folders they map is not read; where all assets lie in one that is commonly mapped, what the build makes
 * lies there too.
 */
final class ServedPlace {
    private static final Set<String> MAPPED = Set.of("resources", "static", "public", "assets");
    /** Folders of a root that tell nothing: private ones, and those of WebJars, which have a mapping of their own. */
    private static final Set<String> ASIDE = Set.of("web-inf", "meta-inf", "webjars");

    private ServedPlace() {}

    /** Returns the place among roots; {@code otherwise} is where the application's root is served from when none tells. */
    static GeneratedFolder of(List<SourceRoot> roots, String otherwise) {
        List<SourceRoot> served = roots.stream()
                .filter(root -> root.kind() != SourceRoot.Kind.PAGES && Files.isDirectory(root.directory()))
                .toList();
        Optional<SourceRoot> first =
                served.stream().filter(root -> root.urlPrefix().isEmpty()).findFirst();
        if (first.isPresent()) {
            String base = first.get().outputPrefix();
            String folder = onlyFolder(served);
            return new GeneratedFolder(base, folder, base + folder);
        }
        return served.stream()
                .findFirst()
                .map(root -> new GeneratedFolder(otherwise, Layout.folder(root.urlPrefix()), root.outputPrefix()))
                .orElse(GeneratedFolder.root(otherwise));
    }

    private static String onlyFolder(List<SourceRoot> served) {
        Set<String> tops = new TreeSet<>();
        served.forEach(root -> tops.addAll(tops(root)));
        String top = tops.size() == 1 ? tops.iterator().next() : "";
        return MAPPED.contains(top) ? top + "/" : "";
    }

    /** Returns the top folders of the site that a root has assets in; empty text for the site's root. */
    private static Set<String> tops(SourceRoot root) {
        String prefix = Layout.folder(root.urlPrefix());
        if (!prefix.isEmpty()) {
            return Set.of(prefix.substring(0, prefix.indexOf('/')));
        }
        Set<String> tops = new TreeSet<>();
        Globs excludes = Globs.of(root.excludes());
        try (Stream<Path> entries = Files.list(root.directory())) {
            for (Path entry : entries.toList()) {
                String name = String.valueOf(entry.getFileName());
                if (!Files.isDirectory(entry)) {
                    if (isCode(name) && !excludes.matches(name)) {
                        tops.add("");
                    }
                } else if (!isAside(name) && hasAssets(entry, root, excludes)) {
                    tops.add(name);
                }
            }
        } catch (IOException e) {
            // Told with its place when the sources are read; until then the folder tells nothing.
            tops.add("");
        }
        return tops;
    }

    private static boolean isAside(String name) {
        return name.startsWith(".") || ASIDE.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Tells a stylesheet or script, which pages name, from an icon or {@code robots.txt}, which have to lie at the root. */
    private static boolean isCode(String name) {
        return MediaType.isStylesheet(name) || name.endsWith(".js") || name.endsWith(".mjs");
    }

    private static boolean hasAssets(Path folder, SourceRoot root, Globs excludes) {
        return SourceTree.files(folder).stream()
                .map(file -> root.directory().relativize(file).toString().replace('\\', '/'))
                .anyMatch(file -> !Dialects.isPage(file) && !excludes.matches(file));
    }
}
