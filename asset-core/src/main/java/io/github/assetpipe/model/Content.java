package io.github.assetpipe.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The immutable bytes of a file, in memory or still on disk.
 *
 * <p>Content on disk is read again at each call of {@link #bytes()}, so that a site of many large files is held as facts
 * and not as bytes; the SHA-256 is computed once. Equal when the bytes are equal. Safe for several threads.
 */
public final class Content {
    /** Where bytes come from that are not held in memory. */
    public interface Source {
        /** Returns all bytes, the same ones at each call. */
        byte[] read() throws IOException;

        /** Returns the number of bytes without reading them where that is possible. */
        long size() throws IOException;
    }

    /** A file beyond this is never in memory as a whole for its digest or a copy. */
    private static final long LARGE = 8L << 20;

    private final byte @Nullable [] memory;
    private final @Nullable Source source;
    private final @Nullable Path file;
    private volatile @Nullable String sha256;
    private volatile @Nullable String integrity;

    private Content(byte @Nullable [] memory, @Nullable Source source, @Nullable Path file) {
        this.memory = memory;
        this.source = source;
        this.file = file;
    }

    /** Returns content that owns a copy of {@code bytes}. */
    public static Content of(byte[] bytes) {
        return new Content(bytes.clone(), null, null);
    }

    /** Returns the UTF-8 bytes of {@code text}. */
    public static Content of(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8), null, null);
    }

    /** Returns content that is read from {@code file} when asked for; the file must not change during a build. */
    public static Content ofFile(Path file) {
        return new Content(null, new FileSource(file), file);
    }

    /** Returns content like {@link #ofFile(Path)} whose size is known, and stays known when the file is moved away. */
    public static Content ofFile(Path file, long size) {
        return new Content(null, new SizedFile(file, size), file);
    }

    /** Returns content like this one whose digests are known, as far as they are not null, before anybody reads a byte. */
    public Content withDigests(@Nullable String sha256, @Nullable String integrity) {
        Content content = new Content(memory, source, file);
        content.sha256 = sha256;
        content.integrity = integrity;
        return content;
    }

    /** Returns content that is read from {@code source} when asked for, such as an entry of a jar. */
    public static Content from(Source source) {
        return new Content(null, source, null);
    }

    /** Returns the file that holds exactly these bytes, or null when they are in memory or elsewhere. */
    public @Nullable Path file() {
        return file;
    }

    private record FileSource(Path path) implements Source {
        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(path);
        }

        @Override
        public long size() throws IOException {
            return Files.size(path);
        }
    }

    private record SizedFile(Path path, long size) implements Source {
        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(path);
        }
    }

    /** Returns a copy of the bytes. @throws UncheckedIOException when the file behind it can't be read */
    public byte[] bytes() {
        byte[] bytes = raw();
        return bytes == memory ? bytes.clone() : bytes;
    }

    private byte[] raw() {
        if (memory != null) {
            return memory;
        }
        try {
            return Objects.requireNonNull(source).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns these bytes in memory, so that all is computed from one reading; a large file stays where it is. */
    public Content held() {
        return memory != null || (file != null && size() > LARGE) ? this : new Content(raw(), null, null);
    }

    /** Opens the bytes for reading piece by piece, a file that is larger than the memory too. @throws IOException when that fails */
    public InputStream open() throws IOException {
        return file != null ? Files.newInputStream(file) : new ByteArrayInputStream(raw());
    }

    /** Tells whether a file holds these very bytes. @throws IOException when one of the two can't be read */
    public boolean isIn(Path other) throws IOException {
        if (other.equals(file)) {
            return true;
        }
        if (file != null && size() > LARGE) {
            return Files.mismatch(file, other) < 0;
        }
        return Arrays.equals(raw(), Files.readAllBytes(other));
    }

    /** Returns the number of bytes. @throws UncheckedIOException when the file behind it can't be read */
    public long size() {
        if (memory != null) {
            return memory.length;
        }
        try {
            return Objects.requireNonNull(source).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the text: UTF-8 when the bytes are valid UTF-8, else ISO-8859-1, which never loses a byte.
     *
     * <p>A byte order mark stays in the text as U+FEFF.
     */
    public String text() {
        byte[] bytes = raw();
        String utf8 = utf8(bytes);
        return utf8 != null ? utf8 : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Tells whether the bytes are valid UTF-8. */
    public boolean isUtf8() {
        return utf8(raw()) != null;
    }

    private static @Nullable String utf8(byte[] bytes) {
        // The quick decoder puts U+FFFD where something is not valid; only then the strict one has to tell.
        String quick = new String(bytes, StandardCharsets.UTF_8);
        if (quick.indexOf('\ufffd') < 0) {
            return quick;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Returns the SHA-256 of the bytes as 64 lower-case hexadecimal digits. */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = HexFormat.of().formatHex(digest("SHA-256"));
            sha256 = known;
        }
        return known;
    }

    /** Returns the subresource integrity value {@code sha384-…} (W3C Subresource Integrity). */
    public String integrity() {
        String known = integrity;
        if (known == null) {
            known = "sha384-" + Base64.getEncoder().encodeToString(digest("SHA-384"));
            integrity = known;
        }
        return known;
    }

    /** Returns {@link #sha256()} if it is known without reading, else null. */
    public @Nullable String knownSha256() {
        return sha256;
    }

    /** Returns {@link #integrity()} if it is known without reading, else null. */
    public @Nullable String knownIntegrity() {
        return integrity;
    }

    /** Writes the bytes to a file. @throws IOException when that fails */
    public void writeTo(Path to) throws IOException {
        if (file != null && size() > LARGE) {
            try (InputStream in = open();
                    OutputStream out = Files.newOutputStream(to)) {
                in.transferTo(out);
            }
        } else {
            Files.write(to, raw());
        }
    }

    /** Returns the same content in a file that holds its bytes; digests that are known stay known. */
    public Content movedTo(Path to) {
        Content moved = ofFile(to, size());
        moved.sha256 = sha256;
        moved.integrity = integrity;
        return moved;
    }

    private byte[] digest(String algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            if (file == null || size() <= LARGE) {
                return digest.digest(raw());
            }
            try (InputStream in = new DigestInputStream(open(), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content that && (this == that || Arrays.equals(raw(), that.raw()));
    }

    @Override
    public int hashCode() {
        return sha256().hashCode();
    }

    /** Returns the size and the first digits of the digest; never the bytes. */
    @Override
    public String toString() {
        return size() + " bytes, sha256 " + sha256().substring(0, 12);
    }
}
