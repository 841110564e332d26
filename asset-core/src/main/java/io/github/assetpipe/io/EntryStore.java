package io.github.assetpipe.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A folder of checked byte entries by key, shared by threads and processes.
 *
 * <p>Entries are written to a temporary name and moved, and carry check sums of their bytes: whoever reads sees a whole
 * entry or none. Damaged entries are misses. Nothing here ever fails a build.
 */
public final class EntryStore {
    private static final int CHUNK = 1 << 16;

    /** Holds how many bytes there are, and when they were last counted. */
    private static final String SIZE = ".size";

    private static final long COUNTED_FOR_MILLIS = Duration.ofDays(1).toMillis();

    private final Path directory;
    private final AtomicLong written = new AtomicLong();

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
            if (all.length < CheckSum.BYTES) {
                return Optional.empty();
            }
            byte[] body = Arrays.copyOfRange(all, CheckSum.BYTES, all.length);
            CheckSum sum = new CheckSum();
            sum.add(body, 0, body.length);
            if (!Arrays.equals(sum.value(), Arrays.copyOf(all, CheckSum.BYTES))) {
                return Optional.empty();
            }
            used(file);
            return Optional.of(body);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens what is stored under a key to be read piece by piece, after all of it was checked; empty when there is nothing
     * or it is damaged.
     */
    public Optional<InputStream> open(String key) {
        Path file = file(key);
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] stored = in.readNBytes(CheckSum.BYTES);
                CheckSum sum = new CheckSum();
                sum.add(in);
                if (!Arrays.equals(sum.value(), stored)) {
                    return Optional.empty();
                }
            }
            used(file);
            InputStream in = new BufferedInputStream(Files.newInputStream(file), CHUNK);
            in.skipNBytes(CheckSum.BYTES);
            return Optional.of(in);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The time of last use is what eviction goes by. */
    private static void used(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
    }

    /** Stores bytes under a key; a failure, such as a full disk, only means that nothing is remembered. */
    public void write(String key, byte[] body) {
        write(key, out -> new ByteArrayInputStream(body).transferTo(out));
    }

    /** Stores what is written piece by piece under a key; a failure only means that nothing is remembered. */
    public void write(String key, Spill.Writing writing) {
        Path file = file(key);
        try {
            Path folder = Objects.requireNonNull(file.getParent());
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, ".new", null);
            try {
                writeTo(temporary, writing);
                written.addAndGet(Files.size(temporary));
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            return;
        }
    }

    /** The check sum stands first and is known last. */
    private static void writeTo(Path file, Spill.Writing writing) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.position(CheckSum.BYTES);
            CheckSum sum = new CheckSum();
            OutputStream out = new BufferedOutputStream(sum.of(Channels.newOutputStream(channel)), CHUNK);
            writing.to(out);
            out.flush();
            channel.write(ByteBuffer.wrap(sum.value()), 0);
        }
    }

    /**
     * Evicts when there may be more than {@code maxBytes}. Counting looks at every entry, so what was written is added to what was
     * counted last; what other processes wrote in the same moment may be missed until the count is a day old.
     */
    public void trim(long maxBytes) {
        Path note = directory.resolve(SIZE);
        try {
            String[] known = Files.readString(note, StandardCharsets.US_ASCII).split(" ", 2);
            long total = Long.parseLong(known[0]) + written.get();
            long counted = Long.parseLong(known[1]);
            long age = System.currentTimeMillis() - counted;
            if (total <= maxBytes && age >= 0 && age < COUNTED_FOR_MILLIS) {
                note(total, counted);
                return;
            }
        } catch (IOException | RuntimeException e) {
            // Never counted, or what another process is writing: the entries themselves are asked.
            written.set(0);
        }
        evict(maxBytes);
    }

    private void note(long total, long counted) throws IOException {
        written.set(0);
        Files.writeString(directory.resolve(SIZE), total + " " + counted, StandardCharsets.US_ASCII);
    }

    /** Deletes the entries that were not used for longest until at most {@code maxBytes} remain. */
    public void evict(long maxBytes) {
        record Entry(Path file, long size, long used) {}
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                if (!file.endsWith(SIZE)) {
                    entries.add(new Entry(
                            file,
                            Files.size(file),
                            Files.getLastModifiedTime(file).toMillis()));
                }
            }
            long total = entries.stream().mapToLong(Entry::size).sum();
            entries.sort(Comparator.comparingLong(Entry::used));
            for (int i = 0; i < entries.size() && total > maxBytes; i++) {
                Files.deleteIfExists(entries.get(i).file());
                total -= entries.get(i).size();
            }
            note(total, System.currentTimeMillis());
        } catch (IOException | java.io.UncheckedIOException e) {
            // Another process may be evicting too; what is left is found the next time.
            return;
        }
    }

    private Path file(String key) {
        return directory.resolve(key.substring(0, 2)).resolve(key.substring(2));
    }
}
