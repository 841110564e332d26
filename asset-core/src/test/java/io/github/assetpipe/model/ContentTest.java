package io.github.assetpipe.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large file is read piece by piece, a small one at once; nobody can tell. */
class ContentTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {0, 1000, 9 << 20})
    void digestsAndCopiesOfAFileAreThoseOfItsBytes(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Path file = Files.write(folder.resolve("file"), bytes);
        Content onDisk = Content.ofFile(file);
        Content inMemory = Content.of(bytes);

        assertEquals(inMemory.sha256(), onDisk.sha256());
        assertEquals(inMemory.integrity(), onDisk.integrity());
        onDisk.writeTo(folder.resolve("copy"));
        assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("copy")));
        assertTrue(onDisk.isIn(folder.resolve("copy")));
        assertTrue(inMemory.isIn(folder.resolve("copy")));
    }

    @ParameterizedTest(name = "{0} bytes")
    @ValueSource(ints = {1000, 9 << 20})
    void aFileThatDiffersInItsLastByteIsAnother(int size) throws IOException {
        byte[] bytes = new byte[size];
        Path file = Files.write(folder.resolve("file"), bytes);
        bytes[size - 1] = 1;
        Path other = Files.write(folder.resolve("other"), bytes);

        assertFalse(Content.ofFile(file).isIn(other));
    }
}
