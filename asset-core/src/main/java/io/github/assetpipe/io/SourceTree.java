package io.github.assetpipe.io;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.option.SourceRoot;
import io.github.assetpipe.text.Globs;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The sources of a site as they lie on disk: assets and pages of all roots, sorted, their bytes not yet read.
 *
 * <p>Symbolic links are followed only where they stay inside their root. {@link Leftovers} are skipped. Immutable.
 *
 * @param assets the assets by logical path; of several roots with the same path the first wins
 * @param pages the pages, sorted by file
 */
public record SourceTree(SortedMap<LogicalPath, Asset> assets, List<PageFile> pages) {
    private static final Set<String> SERVED_PAGES = Set.of("html", "htm");

    /**
     * Reads the names below all roots.
     *
     * @param base the project folder that user-visible names are relative to
     * @param roots the roots in order of precedence; missing folders are empty
     * @param isPage tells by the name that users know whether a file of a kind of root is a template or a page
     * @param copyAll whether unchanged files are written too
     * @param contents gives what a file holds
     * @throws AssetException when a folder can't be read
     */
    public static SourceTree read(
            Path base,
            List<SourceRoot> roots,
            BiPredicate<String, SourceRoot.Kind> isPage,
            boolean copyAll,
            Function<SourceFile, Content> contents) {
        SortedMap<LogicalPath, Asset> assets = new TreeMap<>();
        SortedMap<String, PageFile> pages = new TreeMap<>();
        for (SourceRoot root : roots) {
            Predicate<String> wanted = wanted(root);
            boolean written = copyAll || root.copyAll();
            for (SourceFile found : scan(root.directory())) {
                Path file = found.path();
                String relative = slashed(root.directory().relativize(file));
                if (!wanted.test(relative)) {
                    continue;
                }
                String name = displayName(base, root, file, relative);
                boolean page = isPage.test(name, root.kind());
                Optional<LogicalPath> path = served(root, relative, page);
                String output = root.outputPrefix() + relative;
                Content content = contents.apply(found);
                if (page) {
                    pages.putIfAbsent(
                            name,
                            PageFile.source(name, relative, content, output, path.orElse(null), written)
                                    .inLanguage(root.language()));
                } else {
                    path.ifPresent(p -> assets.putIfAbsent(
                            p,
                            Asset.source(p, content, Origin.PROJECT, name, root.outputPrefix(), written)
                                    .servedBelow(root.servedFolder())));
                }
            }
        }
        return new SourceTree(assets, List.copyOf(pages.values()));
    }

    /** Returns the regular files below a folder, sorted by path; an absent folder has none. */
    public static List<Path> files(Path directory) {
        return scan(directory).stream().map(SourceFile::path).toList();
    }

    /** Returns the regular files below a folder with their sizes and times, sorted by path; an absent folder has none. */
    public static List<SourceFile> scan(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        Map<String, SourceFile> found = new TreeMap<>();
        try {
            Path real = directory.toRealPath();
            Files.walkFileTree(
                    directory,
                    Set.of(java.nio.file.FileVisitOption.FOLLOW_LINKS),
                    64,
                    new Walk(directory, real, found));
        } catch (IOException e) {
            throw unreadable(directory, e);
        }
        return List.copyOf(found.values());
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path directory;
        private final Path real;
        private final Map<String, SourceFile> found;

        Walk(Path directory, Path real, Map<String, SourceFile> found) {
            this.directory = directory;
            this.real = real;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            boolean excluded = !folder.equals(directory) && Leftovers.isFolder(folder);
            return !excluded && folder.toRealPath().startsWith(real)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isRegularFile()
                    && !Leftovers.isFile(file)
                    && (!Files.isSymbolicLink(file) || file.toRealPath().startsWith(real))) {
                String relative = slashed(directory.relativize(file));
                found.put(relative, new SourceFile(file, attributes.size(), attributes.lastModifiedTime()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            // A link that loops or leads nowhere is not a source, nor is what went since its folder was listed; a file
            // that
            // can't be read is a fault.
            if (failure instanceof NoSuchFileException || Files.isSymbolicLink(file)) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    private static Predicate<String> wanted(SourceRoot root) {
        Globs includes = Globs.of(root.includes());
        Globs excludes = Globs.of(root.excludes());
        return file -> (root.includes().isEmpty() || includes.matches(file)) && !excludes.matches(file);
    }

    private static Optional<LogicalPath> served(SourceRoot root, String relative, boolean page) {
        if (root.kind() == SourceRoot.Kind.PAGES) {
            return Optional.empty();
        }
        String upper = relative.toUpperCase(Locale.ROOT);
        if (root.kind() == SourceRoot.Kind.WEBAPP && (upper.startsWith("WEB-INF/") || upper.startsWith("META-INF/"))) {
            return Optional.empty();
        }
        Optional<LogicalPath> path = LogicalPath.normalise(root.servedFolder() + relative);
        return page ? path.filter(p -> SERVED_PAGES.contains(p.extension())) : path;
    }

    private static String displayName(Path base, SourceRoot root, Path file, String relative) {
        Path folder = root.shownAs().toAbsolutePath().normalize();
        Path shown = folder.startsWith(base)
                ? base.relativize(folder).resolve(relative)
                : folder.getFileName().resolve(relative);
        return slashed(shown);
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static AssetException unreadable(Path path, IOException e) {
        return AssetException.environment(Diagnostic.error(
                "unreadable",
                "Can't read this: " + e.getClass().getSimpleName(),
                Location.ofFile(slashed(path)),
                "Check the permissions of the file and its folder."));
    }
}
