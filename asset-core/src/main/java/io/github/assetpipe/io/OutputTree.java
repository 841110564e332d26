package io.github.assetpipe.io;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Content;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files that a build leaves behind, written all or not at all as far as a file system allows.
 *
 * <p>Files are planned with {@link #put}, then {@link #commit} writes what differs from disk into a staging folder first
 * and moves each file to its name atomically, the manifest last; while they move there is no manifest. A file that is already right is not touched, except that
 * its time is renewed when its source is newer: packaging plugins copy what is newer than its target. Not safe for
 * several threads.
 */
public final class OutputTree {
    private final Path directory;
    private final Spill spill;
    private final SortedMap<String, Planned> planned = new TreeMap<>();
    private final Set<Path> folders = new HashSet<>();

    /**
     * A file of the plan.
     *
     * @param content its bytes
     * @param source the source file that packaging might compare times with, or null
     * @param onlyIfPresent whether it is only written where there is a file already
     */
    public record Planned(Content content, @Nullable Path source, boolean onlyIfPresent) {}

    /**
     * What {@link #commit} did.
     *
     * @param written number of files written
     * @param unchanged number of files that were already right
     * @param deleted number of stale files removed
     */
    public record Result(int written, int unchanged, int deleted) {}

    /**
     * Creates a plan for files below {@code directory}.
     *
     * @param spill where files are made before they are moved to their names; on the same file system
     */
    public OutputTree(Path directory, Spill spill) {
        this.directory = directory;
        this.spill = spill;
    }

    /**
     * Plans a file.
     *
     * @param path relative to the output directory
     * @param source the source file that packaging might compare times with, or null
     */
    public void put(String path, Content content, @Nullable Path source) {
        planned.put(path, new Planned(content, source, false));
    }

    /** Plans that a file has these bytes if it is there at all, so that a former build's result does not survive. */
    public void restore(String path, Content content, @Nullable Path source) {
        planned.putIfAbsent(path, new Planned(content, source, true));
    }

    /** Plans a file as another plan had it. */
    public void put(String path, Planned file) {
        planned.put(path, file);
    }

    /** Returns the plan so far, by path. */
    public SortedMap<String, Planned> planned() {
        return Collections.unmodifiableSortedMap(planned);
    }

    /** Tells whether a file is planned. */
    public boolean contains(String path) {
        return planned.containsKey(path);
    }

    /**
     * Writes the plan.
     *
     * @param last the path of the file that is moved last: the manifest
     * @param stale paths that a former build owned; those that are not planned are deleted
     * @throws AssetException when something can't be written; files already moved stay, each of them whole
     */
    public Result commit(String last, Collection<String> stale) {
        try {
            Map<Path, Integer> uses = new HashMap<>();
            SortedMap<String, Content> different = new TreeMap<>();
            int unchanged = 0;
            for (Map.Entry<String, Planned> entry : planned.entrySet()) {
                Path target = target(entry.getKey());
                Planned file = entry.getValue();
                BasicFileAttributes there = attributes(target);
                if (file.onlyIfPresent() && there == null) {
                    continue;
                }
                if (there != null && isRight(target, there, file.content())) {
                    renew(target, there.lastModifiedTime(), file.source());
                    unchanged++;
                } else {
                    different.put(entry.getKey(), file.content());
                    uses.merge(at(file.content()), 1, Integer::sum);
                }
            }
            SortedMap<String, Path> staged = new TreeMap<>();
            for (Map.Entry<String, Content> entry : different.entrySet()) {
                boolean alone = uses.getOrDefault(at(entry.getValue()), 2) == 1;
                staged.put(entry.getKey(), stage(staged.size(), entry.getValue(), alone));
            }
            int written = staged.size();
            Path manifest = staged.remove(last);
            Handover handover = handover(last);
            if (manifest != null) {
                handover.begin(target(last), manifest);
            }
            for (Map.Entry<String, Path> entry : staged.entrySet()) {
                move(entry.getValue(), target(entry.getKey()));
            }
            int deleted = deleteStale(stale);
            if (manifest != null) {
                move(manifest, target(last));
            }
            handover.end();
            return new Result(written, unchanged, deleted);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Returns the manifests that tell which files former builds own: the one in its place, and those that a killed build
     * had set aside. Some may be missing or damaged.
     *
     * @param last the manifest's path, as for {@link #commit}
     */
    public List<Path> manifests(String last) {
        List<Path> found = new ArrayList<>();
        found.add(target(last));
        try {
            found.addAll(handover(last).left());
        } catch (IOException e) {
            throw unwritable(e);
        }
        return found;
    }

    private Handover handover(String last) {
        String name = "handover-" + last.replaceAll("[^A-Za-z0-9.-]", "_");
        return new Handover(spill.folder().resolveSibling(name));
    }

    private Path target(String path) {
        Path target = directory.resolve(path).normalize();
        // Only the manifest may lie beside the output directory; every other path is a logical path and can't leave it.
        if (!target.startsWith(directory) && !target.startsWith(Objects.requireNonNull(directory.getParent()))) {
            throw new IllegalStateException("Output path leaves the build folder: " + path);
        }
        return target;
    }

    /** Tells whether a file is there and holds these bytes. */
    static boolean isRight(Path target, Content content) throws IOException {
        BasicFileAttributes there = attributes(target);
        return there != null && isRight(target, there, content);
    }

    private static boolean isRight(Path target, BasicFileAttributes there, Content content) throws IOException {
        return there.isRegularFile() && there.size() == content.size() && content.isIn(target);
    }

    /** Asks for all of a file at once: a large site has thousands, and most are right. */
    private static @Nullable BasicFileAttributes attributes(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static void renew(Path target, FileTime written, @Nullable Path source) throws IOException {
        BasicFileAttributes from = source == null ? null : attributes(source);
        if (from != null && written.compareTo(from.lastModifiedTime()) < 0) {
            Files.setLastModifiedTime(target, FileTime.fromMillis(System.currentTimeMillis()));
        }
    }

    /** The file of content on disk, or the spill's folder for content in memory, which is no file. */
    private Path at(Content content) {
        return Objects.requireNonNullElse(content.file(), spill.folder());
    }

    private Path stage(int number, Content content, boolean alone) throws IOException {
        Path known = content.file();
        if (alone && known != null && known.startsWith(spill.folder())) {
            return known;
        }
        Files.createDirectories(spill.folder());
        Path file = spill.folder().resolve("out" + number);
        content.writeTo(file);
        return file;
    }

    private void move(Path from, Path to) throws IOException {
        Path parent = Objects.requireNonNull(to.getParent());
        if (folders.add(parent)) {
            Files.createDirectories(parent);
        }
        if (Files.isDirectory(to)) {
            throw new IOException(to + " is a folder");
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private int deleteStale(Collection<String> stale) throws IOException {
        int deleted = 0;
        for (String path : stale) {
            Path target = directory.resolve(path).normalize();
            if (!planned.containsKey(path) && target.startsWith(directory) && Files.deleteIfExists(target)) {
                deleted++;
            }
        }
        return deleted;
    }

    private AssetException unwritable(IOException e) {
        return AssetException.environment(
                Diagnostic.error(
                        "unwritable",
                        "Can't write an output: " + e.getMessage(),
                        Location.ofFile(String.valueOf(directory.getFileName())),
                        "Check the free space and the permissions of the output directory. Files under their final names are whole."));
    }
}
