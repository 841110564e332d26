package io.github.assetpipe.io;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What a build left behind, to be read: an output folder, or the jar or war that it was packed into.
 *
 * <p>Paths are relative to the output directory of the build: a jar of Spring Boot has its classes below {@code
 * BOOT-INF/classes/}, and the tree then starts there. Entries of an archive that point out of it are not listed. Safe for
 * several threads until closed.
 */
public final class BuiltTree implements AutoCloseable {
    private static final String MANIFEST = "asset-manifest.json";
    /** Where manifests lie in the layouts of jars, wars and static sites: root of the tree, then path below it. */
    private static final List<String[]> PLACES = List.of(
            new String[] {"", "WEB-INF/" + MANIFEST},
            new String[] {"", "META-INF/" + MANIFEST},
            new String[] {"BOOT-INF/classes/", "META-INF/" + MANIFEST},
            new String[] {"WEB-INF/classes/", "META-INF/" + MANIFEST},
            new String[] {"", MANIFEST});

    private final String name;
    private final SortedMap<String, Content> all;
    private final SortedMap<String, Content> files;
    private final String root;
    private final String manifest;
    private final @Nullable ZipFile zip;

    private BuiltTree(
            String name, SortedMap<String, Content> all, @Nullable String manifestPath, @Nullable ZipFile zip) {
        this.name = name;
        this.all = all;
        this.zip = zip;
        String[] place = manifestPath != null
                ? new String[] {"", manifestPath}
                : PLACES.stream()
                        .filter(p -> all.containsKey(p[0] + p[1]))
                        .findFirst()
                        .orElse(new String[] {"", MANIFEST});
        this.root = place[0];
        this.manifest = place[1];
        this.files = new TreeMap<>();
        all.forEach((path, content) -> {
            if (path.startsWith(root)) {
                files.put(path.substring(root.length()), content);
            }
        });
    }

    /**
     * Opens a tree.
     *
     * @param path a folder, or a jar or war file
     * @param name how users know it: its project-relative path
     * @param manifestPath the manifest's path in it, or null to look where the layouts put it
     * @throws AssetException when there is nothing, or it can't be read
     */
    public static BuiltTree open(Path path, String name, @Nullable String manifestPath) {
        try {
            if (Files.isDirectory(path)) {
                return new BuiltTree(name, ofFolder(path), manifestPath, null);
            }
            if (!Files.isRegularFile(path)) {
                throw unreadable(name, "There is no such folder or file", "Build the project first.");
            }
            ZipFile zip = new ZipFile(path.toFile());
            return new BuiltTree(name, ofArchive(zip), manifestPath, zip);
        } catch (IOException e) {
            throw unreadable(name, "Can't read this as a folder, jar or war: " + e.getMessage(), "Build it again.");
        }
    }

    private static AssetException unreadable(String name, String message, String hint) {
        return AssetException.environment(Diagnostic.error("unreadable", message, Location.ofFile(name), hint));
    }

    private static SortedMap<String, Content> ofFolder(Path folder) {
        SortedMap<String, Content> files = new TreeMap<>();
        for (Path file : SourceTree.files(folder)) {
            files.put(folder.relativize(file).toString().replace('\\', '/'), Content.ofFile(file));
        }
        return files;
    }

    private static SortedMap<String, Content> ofArchive(ZipFile zip) {
        SortedMap<String, Content> files = new TreeMap<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String path = entry.getName();
            boolean safe = !path.startsWith("/") && path.indexOf('\\') < 0 && !("/" + path + "/").contains("/../");
            if (!entry.isDirectory() && safe) {
                files.put(path, Content.from(new Entry(zip, entry)));
            }
        }
        return files;
    }

    /** An entry of an archive, read when asked for, bounded against decompression bombs. */
    private record Entry(ZipFile zip, ZipEntry entry) implements Content.Source {
        @Override
        public byte[] read() throws IOException {
            return Jar.read(zip, entry);
        }

        @Override
        public long size() {
            return entry.getSize();
        }
    }

    /** Returns the paths of all files, sorted. */
    public SortedSet<String> paths() {
        return Collections.unmodifiableSortedSet(new java.util.TreeSet<>(files.keySet()));
    }

    /** Returns a file's content, or empty when there is none. */
    public Optional<Content> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Returns the manifest's path, whether or not it is there. */
    public String manifestPath() {
        return manifest;
    }

    /** Returns how users know a file of this tree. */
    public String shown(String path) {
        return name + (zip == null ? "/" : "!/") + root + path;
    }

    /** Tells whether libraries with further assets of their own are packed into the archive. */
    public boolean hasLibraries() {
        return all.keySet().stream().anyMatch(p -> p.contains("-INF/lib/"));
    }

    /** Closes the archive; contents that were not read before can't be read after. */
    @Override
    public void close() {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException e) {
                // It was only read: a failure to close loses nothing.
                return;
            }
        }
    }
}
