package io.github.assetpipe.transform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;

/**
 * Makes the {@code .gz} variant of an asset: gzip (RFC 1952) at level 9.
 *
 * <p>The header is written here, with modification time 0 and operating system 255 (unknown), because the one of {@code
 * GZIPOutputStream} differs between Java versions. The compressed bytes are those of the JVM's zlib.
 */
public final class Gzip implements Transformer {
    private static final int LEVEL = 9;
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 2, (byte) 0xff};

    @Override
    public String name() {
        return "gzip";
    }

    @Override
    public String fingerprint() {
        return "gzip level=" + LEVEL + " " + WorthKeeping.RULE;
    }

    /** Returns the asset's path with {@code .gz} appended, or nothing when that would not be worth keeping. */
    @Override
    public TransformResult transform(TransformInput input, Lookup lookup) {
        byte[] bytes = input.content().bytes();
        return WorthKeeping.result(input.path(), ".gz", bytes.length, compress(bytes));
    }

    /** Returns how many bytes the gzip file of {@code bytes} has. */
    public static long size(byte[] bytes) {
        return compress(bytes).length;
    }

    /** Returns {@code bytes} in gzip format. */
    static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        out.writeBytes(HEADER);
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] buffer = new byte[1 << 14];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        littleEndian(out, (int) crc.getValue());
        littleEndian(out, bytes.length);
        return out.toByteArray();
    }

    /**
     * Returns what a {@code .gz} file decodes to.
     *
     * @param limit the most bytes that are decoded; a longer result is cut to one byte more
     * @throws IOException when the bytes are no whole gzip file
     */
    public static byte[] decode(byte[] encoded, int limit) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(encoded))) {
            return in.readNBytes(limit + 1);
        }
    }

    private static void littleEndian(ByteArrayOutputStream out, int value) {
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(value >>> shift);
        }
    }
}
