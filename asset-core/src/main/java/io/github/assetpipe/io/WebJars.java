package io.github.assetpipe.io;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The web assets inside the jars of a class path: entries below {@code META-INF/resources/webjars/}, and below
 * {@code META-INF/resources/_static/} as mvnpm's jars have them, with the import maps that those bring.
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
    private final boolean settled;
    private final SortedMap<LogicalPath, Asset> assets = new TreeMap<>();
    private final SortedMap<LogicalPath, LogicalPath> versionless = new TreeMap<>();
    private final Map<String, Content> importMaps = new LinkedHashMap<>();

    private WebJars(List<SourceFile> files) {
        this.files = files;
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
        WebJars webJars = new WebJars(files(jars));
        webJars.files.forEach(file -> webJars.add(file.path(), outputPrefix));
        return webJars;
    }

    /** Tells whether jars are where a path is looked for. */
    public static boolean serve(LogicalPath path) {
        return FOLDERS.stream().anyMatch((ROOT + path)::startsWith);
    }

    /** Tells whether these jars are, by size and time, what was read here: then there is nothing to read anew. */
    public boolean isOf(List<Path> jars) {
        return settled && files.equals(files(jars));
    }

    private static List<SourceFile> files(List<Path> jars) {
        List<SourceFile> files = new ArrayList<>();
        for (Path jar : jars) {
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
            boolean used = false;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && FOLDERS.stream().anyMatch(entry.getName()::startsWith)) {
                    used |= index(jar, entry, jarName, outputPrefix);
                }
            }
            ZipEntry map = zip.getEntry(IMPORT_MAP);
            if (used && map != null) {
                importMaps.put(jarName + "!/" + IMPORT_MAP, Content.from(new EntrySource(jar, map)));
            }
            if (used) {
                read.add(jar);
            } else {
                jar.close();
            }
        } catch (IOException e) {
            throw unreadable(jarName, e);
        }
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
                        Content.from(new EntrySource(jar, entry)),
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

    /** A jar, open from the first reading on. */
    private static final class Jar {
        private final Path file;
        private @Nullable ZipFile zip;

        private Jar(Path file) {
            this.file = file;
        }

        private synchronized ZipFile zip() throws IOException {
            ZipFile open = zip;
            if (open == null) {
                open = new ZipFile(file.toFile());
                zip = open;
            }
            return open;
        }

        private synchronized void close() {
            try (ZipFile open = zip) {
                zip = null;
            } catch (IOException e) {
                // Nothing was written through it: a failure to close loses nothing.
                return;
            }
        }
    }

    private record EntrySource(Jar jar, ZipEntry entry) implements Content.Source {
        @Override
        public byte[] read() throws IOException {
            try (InputStream in = jar.zip().getInputStream(entry)) {
                byte[] bytes = in.readNBytes((int) MAX_ENTRY + 1);
                if (bytes.length > MAX_ENTRY) {
                    throw new IOException(entry.getName() + " is larger than " + (MAX_ENTRY >> 20) + " MiB");
                }
                return bytes;
            }
        }

        @Override
        public long size() {
            return entry.getSize();
        }
    }
}
