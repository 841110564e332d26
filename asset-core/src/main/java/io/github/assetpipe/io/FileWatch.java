package io.github.assetpipe.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits for files below some folders to change: written, created, renamed or deleted, folders included.
 *
 * <p>A burst of changes counts as one: an editor that saves by writing a new file and renaming it, a checkout of a branch.
 * What is told is only a reason to look; the truth is on disk. For one thread.
 */
public final class FileWatch implements AutoCloseable {
    /** How long nothing must happen for a burst to be over. */
    private static final long QUIET_MILLIS = 40;
    /** How long a burst may go on. */
    private static final long LONGEST_MILLIS = 1500;

    private final WatchService service;
    private final List<Path> folders;
    private final Predicate<Path> ignored;
    private final Map<WatchKey, Path> watched = new HashMap<>();

    private FileWatch(WatchService service, List<Path> folders, Predicate<Path> ignored) {
        this.service = service;
        this.folders = folders;
        this.ignored = ignored;
    }

    /**
     * Begins to watch.
     *
     * @param folders absolute folders; one that is not there yet is watched from the moment it appears
     * @param ignored tells which folders and files do not count, such as outputs
     * @throws UncheckedIOException when the platform refuses
     */
    public static FileWatch of(List<Path> folders, Predicate<Path> ignored) {
        try {
            Path first = folders.isEmpty() ? Path.of("").toAbsolutePath() : folders.get(0);
            FileWatch watch = new FileWatch(first.getFileSystem().newWatchService(), List.copyOf(folders), ignored);
            watch.registerAll(new TreeSet<>());
            return watch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void registerAll(SortedSet<Path> found) throws IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                registerBelow(folder, found);
            } else {
                Path parent = folder.getParent();
                while (parent != null && !Files.isDirectory(parent)) {
                    parent = parent.getParent();
                }
                if (parent != null) {
                    register(parent);
                }
            }
        }
    }

    /** Registers a folder and all below it; files in folders that were not known yet are added to {@code found}. */
    private void registerBelow(Path folder, SortedSet<Path> found) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            private boolean fresh;

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (ignored.test(directory)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                fresh = register(directory);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (fresh && !ignored.test(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                // Gone again while the folder was being listed.
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Tells whether the folder was not known; one that is gone again is not, and its parent tells when it comes back. */
    private boolean register(Path folder) throws IOException {
        try {
            WatchKey key = folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            return watched.put(key, folder) == null;
        } catch (NoSuchFileException | NotDirectoryException e) {
            return false;
        }
    }

    /**
     * Waits until something has changed and a moment has passed without more.
     *
     * @return what changed, never empty; a folder stands for all in it
     * @throws InterruptedException when the thread is interrupted or the watch is closed meanwhile
     */
    public SortedSet<Path> await() throws InterruptedException {
        SortedSet<Path> changed = new TreeSet<>();
        try {
            while (changed.isEmpty()) {
                take(service.take(), changed);
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLIS);
                for (WatchKey key = next(); key != null && System.nanoTime() < end; key = next()) {
                    take(key, changed);
                }
            }
            return changed;
        } catch (ClosedWatchServiceException e) {
            throw new InterruptedException("closed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable WatchKey next() throws InterruptedException {
        return service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void take(WatchKey key, SortedSet<Path> changed) throws IOException {
        Path folder = watched.get(key);
        boolean folders = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW || folder == null) {
                changed.addAll(this.folders);
                folders = true;
                continue;
            }
            Path path = folder.resolve(String.valueOf(event.context()));
            if (ignored.test(path) || !concerns(path)) {
                continue;
            }
            if (Files.isDirectory(path)) {
                folders |= event.kind() == StandardWatchEventKinds.ENTRY_CREATE;
            } else {
                changed.add(path);
            }
        }
        if (folders) {
            registerAll(changed);
        }
        if (!key.reset()) {
            watched.remove(key);
        }
    }

    /** Tells whether a path lies in, or leads to, a watched folder. */
    private boolean concerns(Path path) {
        return folders.stream().anyMatch(f -> path.startsWith(f) || f.startsWith(path));
    }

    /** Stops watching. */
    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            // Nothing is read through it any more.
            return;
        }
    }
}
