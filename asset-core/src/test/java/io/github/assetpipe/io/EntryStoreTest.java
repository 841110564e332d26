package io.github.assetpipe.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder behind the cache: bounded, shared, and never a reason for a build to fail. */
class EntryStoreTest {
    @TempDir
    Path folder;

    private static byte[] body(int number) {
        byte[] body = new byte[1000 + number];
        Arrays.fill(body, (byte) number);
        return body;
    }

    private static String key(int number) {
        return String.format(java.util.Locale.ROOT, "%02x-entry", number);
    }

    private void used(int number, long daysAgo) throws IOException {
        Path file =
                folder.resolve(key(number).substring(0, 2)).resolve(key(number).substring(2));
        long then = System.currentTimeMillis() - TimeUnit.DAYS.toMillis(daysAgo);
        Files.setLastModifiedTime(file, FileTime.fromMillis(then));
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() throws IOException {
        EntryStore store = new EntryStore(folder);
        for (int i = 0; i < 4; i++) {
            store.write(key(i), body(i));
            used(i, 10 - i);
        }
        // The oldest is used again, so that the second oldest is now the one to go.
        assertTrue(store.read(key(0)).isPresent());
        store.evict(3 * 1100);
        assertTrue(store.read(key(0)).isPresent());
        assertFalse(store.read(key(1)).isPresent());
        assertTrue(store.read(key(2)).isPresent());
        assertTrue(store.read(key(3)).isPresent());
    }

    @Test
    void aFolderWithinItsBoundIsLeftAlone() {
        EntryStore store = new EntryStore(folder);
        store.write(key(1), body(1));
        store.evict(1 << 20);
        assertArrayEquals(body(1), store.read(key(1)).orElseThrow());
    }

    @Test
    void whatWasWrittenSinceTheLastCountIsAddedToIt() throws IOException {
        EntryStore store = new EntryStore(folder);
        store.write(key(0), body(0));
        used(0, 10);
        store.trim(2 * 1100);
        store.write(key(1), body(1));
        store.trim(2 * 1100);
        assertTrue(store.read(key(0)).isPresent());
        used(0, 10);
        // Another process goes on where this one has stopped.
        EntryStore other = new EntryStore(folder);
        other.write(key(2), body(2));
        other.trim(2 * 1100);
        assertFalse(store.read(key(0)).isPresent());
        assertTrue(store.read(key(2)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x y", "10 99999999999999", "10 0", "10"})
    void aCountThatIsDamagedOrOldIsTakenAgain(String count) throws IOException {
        EntryStore store = new EntryStore(folder);
        store.write(key(0), body(0));
        store.write(key(1), body(1));
        used(0, 10);
        Files.writeString(folder.resolve(".size"), count);
        store.trim(1100);
        assertFalse(store.read(key(0)).isPresent());
        assertTrue(store.read(key(1)).isPresent());
    }

    @Test
    void aFolderThatCannotBeMadeOnlyMeansThatNothingIsRemembered() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        EntryStore store = new EntryStore(file);
        store.write(key(1), body(1));
        assertTrue(store.read(key(1)).isEmpty());
        store.evict(0);
    }

    @Test
    void anEntryThatIsCutShortIsNone() throws IOException {
        EntryStore store = new EntryStore(folder);
        store.write(key(1), body(1));
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 500));
            }
        }
        assertTrue(store.read(key(1)).isEmpty());
    }

    @Test
    void severalProcessesShareAFolderAndNeverSeeHalfAnEntry() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            place(EntryStore.class) + File.pathSeparator + place(EntryStoreTest.class),
                            Writer.class.getName(),
                            folder.toString())
                    .inheritIO()
                    .start());
        }
        EntryStore store = new EntryStore(folder);
        int seen = 0;
        while (writers.stream().anyMatch(Process::isAlive)) {
            for (int i = 0; i < 8; i++) {
                var found = store.read(key(i));
                if (found.isPresent()) {
                    assertArrayEquals(body(i), found.get());
                    seen++;
                }
            }
            store.evict(4_000);
        }
        for (Process writer : writers) {
            assertEquals(0, writer.waitFor());
        }
        assertTrue(seen > 0 || store.read(key(7)).isPresent());
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Another process: writes all entries many times, and reads them as well. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            EntryStore store = new EntryStore(Path.of(arguments[0]));
            for (int round = 0; round < 40; round++) {
                for (int i = 0; i < 8; i++) {
                    store.write(key(i), body(i));
                    byte[] found = store.read(key(i)).orElse(body(i));
                    if (!Arrays.equals(found, body(i))) {
                        System.exit(1);
                    }
                }
            }
        }
    }
}
