package io.github.assetpipe.serve;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Makes the representations of one resource. */
final class Representations {
    private static final Pattern HASHED = Pattern.compile("\\.([0-9a-f]{12})(?=\\.|$)");
    private static final byte[] NONE = {};
    private static final int DIGEST_DIGITS = 32;
    /** Files above it stay on disk; nothing is compressed while a client waits for it. */
    private static final long LARGE = 4L << 20;
    /** Below it, compression saves no packet. */
    private static final int SMALL = 200;

    private final LogicalPath path;
    private final UnaryOperator<byte[]> pageChange;

    Representations(LogicalPath path, UnaryOperator<byte[]> pageChange) {
        this.path = path;
        this.pageChange = pageChange;
    }

    /** Returns the resource of a file and of its variants by content coding. */
    Served ofFile(Path file, Map<String, Path> variants, Instant modified) throws IOException {
        long size = Files.size(file);
        if (size > LARGE) {
            return ofLargeFile(file, variants, modified, size);
        }
        byte[] bytes = Files.readAllBytes(file);
        byte[] sent = isPage() ? pageChange.apply(bytes) : bytes;
        List<Representation> all = new ArrayList<>();
        all.add(inMemory(AcceptEncoding.IDENTITY, sent));
        if (sent == bytes) {
            for (Map.Entry<String, Path> variant : variants.entrySet()) {
                all.add(inMemory(variant.getKey(), Files.readAllBytes(variant.getValue())));
            }
        }
        if (all.size() == 1) {
            all.addAll(compressed(sent));
        }
        return new Served(type(bytes), isTrueName(Content.of(bytes).sha256()), modified, all);
    }

    private Served ofLargeFile(Path file, Map<String, Path> variants, Instant modified, long size) throws IOException {
        String digest = digest(file);
        List<Representation> all = new ArrayList<>();
        all.add(new Representation(
                AcceptEncoding.IDENTITY, size, digest.substring(0, DIGEST_DIGITS), NONE, Optional.of(file)));
        for (Map.Entry<String, Path> variant : variants.entrySet()) {
            String ofVariant = digest(variant.getValue()).substring(0, DIGEST_DIGITS);
            long length = Files.size(variant.getValue());
            all.add(new Representation(variant.getKey(), length, ofVariant, NONE, Optional.of(variant.getValue())));
        }
        return new Served(MediaType.of(path).name(), isTrueName(digest), modified, all);
    }

    /** Returns the resource of bytes that have no file, such as an entry of a WebJar. */
    Served ofBytes(byte[] bytes) {
        List<Representation> all = new ArrayList<>();
        all.add(inMemory(AcceptEncoding.IDENTITY, bytes));
        all.addAll(compressed(bytes));
        return new Served(type(bytes), isTrueName(Content.of(bytes).sha256()), Instant.EPOCH, all);
    }

    private boolean isPage() {
        return MediaType.of(path).equals(MediaType.HTML);
    }

    /** Returns a representation held in memory. */
    static Representation inMemory(String coding, byte[] bytes) {
        String digest = Content.of(bytes).sha256().substring(0, DIGEST_DIGITS);
        return new Representation(coding, bytes.length, digest, bytes, Optional.empty());
    }

    /** Compresses what the build did not, pages above all; kept by content, so each text is compressed once. */
    private List<Representation> compressed(byte[] bytes) {
        if (bytes.length < SMALL || MediaType.isAlreadyCompressed(path)) {
            return List.of();
        }
        byte[] gzip = gzip(bytes);
        return gzip.length < bytes.length ? List.of(inMemory("gzip", gzip)) : List.of();
    }

    /** Returns {@code bytes} as a gzip file. */
    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory can't fail", e);
        }
        return out.toByteArray();
    }

    /** Text says its charset where it is certain: pages in another one name it themselves. */
    private String type(byte[] bytes) {
        String name = MediaType.of(path).name();
        boolean text = name.startsWith("text/") || name.equals(MediaType.SVG.name());
        return text && Content.of(bytes).isUtf8() ? name + "; charset=utf-8" : name;
    }

    /** Tells whether the name holds the beginning of the content's SHA-256. */
    private boolean isTrueName(String sha256) {
        Matcher name = HASHED.matcher(path.fileName());
        while (name.find()) {
            if (sha256.startsWith(name.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
