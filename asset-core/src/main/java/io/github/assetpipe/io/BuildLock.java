package io.github.assetpipe.io;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one build at a time into a build's own folder, whichever process or thread it runs in; the others wait.
 *
 * <p>The operating system gives the lock back when a process ends, however it ends. Where a file system has no locks, builds
 * of one process still take turns.
 */
public final class BuildLock implements AutoCloseable {
    // A file lock belongs to the whole process, so threads need one of their own.
    private static final Map<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final @Nullable FileChannel channel;

    private BuildLock(ReentrantLock thread, @Nullable FileChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    /**
     * Waits until no other build uses {@code folder}, and keeps others out until {@link #close()}.
     *
     * @param waiting run once before waiting, so that a person knows why nothing happens
     * @throws AssetException when the folder can't be written
     */
    public static BuildLock acquire(Path folder, Runnable waiting) {
        ReentrantLock thread =
                IN_PROCESS.computeIfAbsent(folder.toAbsolutePath().normalize(), p -> new ReentrantLock());
        boolean told = false;
        if (!thread.tryLock()) {
            waiting.run();
            told = true;
            thread.lock();
        }
        try {
            return new BuildLock(thread, lock(folder.resolve("lock"), told ? () -> {} : waiting));
        } catch (AssetException e) {
            thread.unlock();
            throw e;
        }
    }

    private static @Nullable FileChannel lock(Path file, Runnable waiting) {
        FileChannel channel;
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw AssetException.environment(Diagnostic.error(
                    "unwritable",
                    "Can't write to the build's own folder: " + e.getMessage(),
                    Location.ofFile(String.valueOf(file.getFileName())),
                    "Check the free space and the permissions of the build directory."));
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                waiting.run();
                lock = channel.lock();
            }
            return lock.isValid() ? channel : null;
        } catch (IOException e) {
            // No locks on this file system: threads of this process still take turns.
            return channel;
        }
    }

    /** Lets the next build in. */
    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            return; // Its end gives the lock back at the latest with the process.
        } finally {
            thread.unlock();
        }
    }
}
