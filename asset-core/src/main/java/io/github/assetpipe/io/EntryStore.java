package io.github.assetpipe.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A folder of checked byte entries by key, shared by threads and processes.
 *
 * <p>Entries are written to a temporary name and moved, and carry check sums of their bytes: whoever reads sees a whole
 * entry or none. Damaged entries are misses. Nothing here ever fails a build.
 */
public final class EntryStore {
    private static final int DIGEST = Long.BYTES;

    private final Path directory;

    /** Creates a store in {@code directory}, which is made when first needed. */
    public EntryStore(Path directory) {
        this.directory = directory;
    }

    /** Returns the bytes stored under a key, or empty when there are none or they are damaged. */
    public Optional<byte[]> read(String key) {
        Path file = file(key);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            byte[] all = Files.readAllBytes(file);
            if (all.length < DIGEST) {
                return Optional.empty();
            }
            byte[] body = Arrays.copyOfRange(all, DIGEST, all.length);
            if (!Arrays.equals(digest(body), Arrays.copyOf(all, DIGEST))) {
                return Optional.empty();
            }
            // The time of last use is what eviction goes by.
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            return Optional.of(body);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Stores bytes under a key; a failure, such as a full disk, only means that nothing is remembered. */
    public void write(String key, byte[] body) {
        Path file = file(key);
        try {
            Path folder = Objects.requireNonNull(file.getParent());
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, ".new", null);
            try {
                byte[] all = Arrays.copyOf(digest(body), DIGEST + body.length);
                System.arraycopy(body, 0, all, DIGEST, body.length);
                Files.write(temporary, all);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            return;
        }
    }

    /** Deletes the entries that were not used for longest until at most {@code maxBytes} remain. */
    public void evict(long maxBytes) {
        record Entry(Path file, long size, long used) {}
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                entries.add(new Entry(
                        file, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
            }
            long total = entries.stream().mapToLong(Entry::size).sum();
            entries.sort(Comparator.comparingLong(Entry::used));
            for (Entry entry : entries) {
                if (total <= maxBytes) {
                    return;
                }
                Files.deleteIfExists(entry.file());
                total -= entry.size();
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // Another process may be evicting too; what is left is found the next time.
            return;
        }
    }

    private Path file(String key) {
        return directory.resolve(key.substring(0, 2)).resolve(key.substring(2));
    }

    /**
     * Two check sums of different polynomials, 64 bits together: what has to be found is damage, not an enemy, who could
     * write a fitting digest as well; and these the hardware computes at the speed of reading.
     */
    private static byte[] digest(byte[] bytes) {
        CRC32 one = new CRC32();
        one.update(bytes);
        CRC32C other = new CRC32C();
        other.update(bytes);
        return ByteBuffer.allocate(DIGEST)
                .putInt((int) one.getValue())
                .putInt((int) other.getValue())
                .array();
    }
}
