package io.github.assetpipe.io;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The web assets inside the jars of a class path: entries below {@code META-INF/resources/webjars/}, and below
 * {@code META-INF/resources/_static/} as mvnpm's jars have them, with the import maps that those bring; and which jars are
 * {@linkplain ComponentJar libraries of components}, since it takes the same look at each jar to know.
 *
 * <p>Every entry is known by its full path {@code webjars/NAME/VERSION/…} and by the path without the version, as
 * WebJars' own locators allow. Jars are opened once and stay open until {@link #close()}; entries are read when asked for.
 * Entries larger than {@link #MAX_ENTRY} or pointing out of the folder are refused. Safe for several threads.
 */
public final class WebJars implements AutoCloseable {
    private static final String ROOT = "META-INF/resources/";
    private static final List<String> FOLDERS = List.of(ROOT + "webjars/", ROOT + "_static/");
    private static final String IMPORT_MAP = "META-INF/importmap.json";
    /** The largest entry that is read, in bytes: a bound against decompression bombs. */
    static final long MAX_ENTRY = 256L << 20;

    private final List<Jar> read = new ArrayList<>();
    private final List<SourceFile> files;
    private final Set<Path> asked;
    private final Set<Path> libraries;
    private final boolean settled;
    private final SortedMap<LogicalPath, Asset> assets = new TreeMap<>();
    private final SortedMap<LogicalPath, LogicalPath> versionless = new TreeMap<>();
    private final Map<String, Content> importMaps = new LinkedHashMap<>();
    private final List<ComponentJar> components = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private WebJars(List<Path> jars, List<Path> libraries) {
        this.asked = Set.copyOf(jars);
        this.libraries = Set.copyOf(libraries);
        this.files = files(jars, libraries);
        this.settled = files.stream().noneMatch(SourceFile::isYoung);
    }

    /**
     * Reads which web assets jars hold; files that are no jars are skipped.
     *
     * @param jars files of the class path, in its order: the first that has a path wins
     * @param outputPrefix folder below the output directory that assets are written to
     * @throws AssetException when a jar can't be read
     */
    public static WebJars open(List<Path> jars, String outputPrefix) {
        return open(jars, outputPrefix, List.of());
    }

    /**
     * Reads like {@link #open(List, String)}, and finds the libraries of components.
     *
     * @param libraries files that may be such libraries, most of them among {@code jars}; one that is not there and can't be
     *     read is a {@linkplain #problems() problem}
     */
    public static WebJars open(List<Path> jars, String outputPrefix, List<Path> libraries) {
        WebJars webJars = new WebJars(jars, libraries);
        webJars.files.forEach(file -> webJars.add(file.path(), outputPrefix));
        return webJars;
    }

    /** Tells whether jars are where a path is looked for. */
    public static boolean serve(LogicalPath path) {
        return FOLDERS.stream().anyMatch((ROOT + path)::startsWith);
    }

    /** Tells whether these jars are, by size and time, what was read here: then there is nothing to read anew. */
    public boolean isOf(List<Path> jars, List<Path> otherLibraries) {
        return settled
                && asked.equals(Set.copyOf(jars))
                && libraries.equals(Set.copyOf(otherLibraries))
                && files.equals(files(jars, otherLibraries));
    }

    private static List<SourceFile> files(List<Path> jars, List<Path> libraries) {
        List<SourceFile> files = new ArrayList<>();
        Set<Path> all = new LinkedHashSet<>(jars);
        all.addAll(libraries);
        for (Path jar : all) {
            try {
                SourceFile.of(jar)
                        .filter(file -> jar.toString().endsWith(".jar"))
                        .ifPresent(files::add);
            } catch (IOException e) {
                throw unreadable(String.valueOf(jar.getFileName()), e);
            }
        }
        return files;
    }

    private static AssetException unreadable(String jar, IOException e) {
        return AssetException.environment(Diagnostic.error(
                "webjar",
                "Can't read this jar: " + e.getMessage(),
                Location.ofFile(jar),
                "Delete it from the local repository and build again."));
    }

    private void add(Path file, String outputPrefix) {
        String jarName = String.valueOf(file.getFileName());
        Jar jar = new Jar(file);
        try {
            ZipFile zip = jar.zip();
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            boolean used = asked.contains(file) && index(jar, entries, jarName, outputPrefix);
            ZipEntry map = zip.getEntry(IMPORT_MAP);
            if (used && map != null) {
                importMaps.put(jarName + "!/" + IMPORT_MAP, jar.content(map));
            }
            boolean component = libraries.contains(file)
                    && entries.stream().anyMatch(entry -> ComponentJar.isSign(entry.getName()));
            if (component) {
                components.add(ComponentJar.of(jarName, jar, entries));
            }
            if (used || component) {
                read.add(jar);
            }
            if (!used) {
                // What a library of components holds is remembered: mostly nobody reads it.
                jar.close();
            }
        } catch (IOException e) {
            if (asked.contains(file)) {
                throw unreadable(jarName, e);
            }
            problems.add(ComponentJar.unreadable(jarName, e));
        }
    }

    private boolean index(Jar jar, List<? extends ZipEntry> entries, String jarName, String outputPrefix) {
        boolean used = false;
        for (ZipEntry entry : entries) {
            if (!entry.isDirectory() && FOLDERS.stream().anyMatch(entry.getName()::startsWith)) {
                used |= index(jar, entry, jarName, outputPrefix);
            }
        }
        return used;
    }

    private boolean index(Jar jar, ZipEntry entry, String jarName, String outputPrefix) {
        String written = entry.getName().substring(ROOT.length());
        Optional<LogicalPath> path = LogicalPath.normalise(written);
        // A name that normalising changes is an attempt to leave the folder, or no name a browser can ask for.
        if (path.isEmpty() || !path.get().value().equals(written)) {
            return false;
        }
        assets.putIfAbsent(
                path.get(),
                Asset.source(
                        path.get(),
                        jar.content(entry),
                        Origin.WEBJAR,
                        jarName + "!/" + entry.getName(),
                        outputPrefix,
                        false));
        withoutVersion(path.get()).ifPresent(alias -> versionless.putIfAbsent(alias, path.get()));
        return true;
    }

    private static Optional<LogicalPath> withoutVersion(LogicalPath path) {
        // webjars/NAME/VERSION/REST, _static/NAME/VERSION/REST; a WebJar's version is one folder.
        String[] parts = path.value().split("/", 4);
        return parts.length < 4 ? Optional.empty() : LogicalPath.normalise(parts[0] + "/" + parts[1] + "/" + parts[3]);
    }

    /** Returns the assets by full path. */
    public SortedMap<LogicalPath, Asset> assets() {
        return Collections.unmodifiableSortedMap(assets);
    }

    /** Returns paths without the version to full paths. */
    public SortedMap<LogicalPath, LogicalPath> versionless() {
        return Collections.unmodifiableSortedMap(versionless);
    }

    /** Returns the import maps that jars with assets bring, by a name to show, in the order of the class path. */
    public Map<String, Content> importMaps() {
        return Collections.unmodifiableMap(importMaps);
    }

    /** Returns the libraries of components, in the order of the class path. */
    public List<ComponentJar> components() {
        return Collections.unmodifiableList(components);
    }

    /** Returns warnings of jars that could not be read. */
    public List<Diagnostic> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** Returns the content at a path with or without the version. */
    public Optional<Content> find(LogicalPath path) {
        Asset asset = assets.get(path);
        if (asset == null) {
            LogicalPath full = versionless.get(path);
            asset = full == null ? null : assets.get(full);
        }
        return Optional.ofNullable(asset).map(Asset::content);
    }

    /** Closes the jars, so that they can be replaced. */
    @Override
    public void close() {
        read.forEach(Jar::close);
    }
}
