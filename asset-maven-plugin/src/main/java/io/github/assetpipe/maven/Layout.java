package io.github.assetpipe.maven;

import io.github.assetpipe.ConfigBuilder;
import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.option.SourceRoot;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a project keeps its sources, and where packaging expects the results.
 *
 * @param outputDirectory the folder that results are written below, absolute
 * @param manifest the manifest's path below it
 * @param roots the sources, in order of precedence
 * @param webJarPrefix folder below the output directory from which {@code webjars/} is served
 * @param webJarCopyPrefix folder below it that class path servers look for {@code webjars/} in, where that is another, or null
 * @param generated where bundles and compiled stylesheets go
 * @param copyAll whether unchanged files are written too
 */
record Layout(
        Path outputDirectory,
        String manifest,
        List<SourceRoot> roots,
        String webJarPrefix,
        @Nullable String webJarCopyPrefix,
        GeneratedFolder generated,
        boolean copyAll) {

    /** Copies the list. */
    Layout {
        roots = List.copyOf(roots);
    }

    /** Returns this layout with other sources, those that a pom lists itself. */
    Layout withRoots(List<SourceRoot> listed) {
        return new Layout(
                outputDirectory, manifest, listed, webJarPrefix, webJarCopyPrefix, ServedPlace.of(listed, ""), copyAll);
    }

    /** Returns this layout with the templates of frameworks, in {@code templates/} on the class path, in a language. */
    Layout withTemplatesIn(String language) {
        List<SourceRoot> all = roots.stream()
                .map(root -> isTemplates(root) ? root.inLanguage(language) : root)
                .toList();
        return new Layout(outputDirectory, manifest, all, webJarPrefix, webJarCopyPrefix, generated, copyAll);
    }

    private static boolean isTemplates(SourceRoot root) {
        return root.kind() == SourceRoot.Kind.PAGES
                && (root.outputPrefix().startsWith("templates/")
                        || root.outputPrefix().startsWith(Layouts.CLASSES_IN_WAR + "templates/"));
    }

    /** Returns this layout with another output directory. */
    Layout withOutputDirectory(Path directory) {
        return new Layout(directory, manifest, roots, webJarPrefix, webJarCopyPrefix, generated, copyAll);
    }

    /** Returns this layout with another place for the manifest. */
    Layout withManifest(String path) {
        return new Layout(outputDirectory, path, roots, webJarPrefix, webJarCopyPrefix, generated, copyAll);
    }

    /** Hands the layout to a configuration. */
    void applyTo(ConfigBuilder config, List<Path> webJars) {
        config.manifestPath(manifest)
                .roots(roots)
                .webJars(webJars, webJarPrefix)
                .webJarCopyPrefix(webJarCopyPrefix)
                .generated(generated)
                .copyAll(copyAll);
    }

    /** Returns a folder's path with {@code /} as separator, none in front and one behind; empty stays empty. */
    static String folder(String path) {
        String slashed = path.replace('\\', '/');
        int from = 0;
        int to = slashed.length();
        while (from < to && slashed.charAt(from) == '/') {
            from++;
        }
        while (to > from && slashed.charAt(to - 1) == '/') {
            to--;
        }
        return from == to ? "" : slashed.substring(from, to) + "/";
    }
}
