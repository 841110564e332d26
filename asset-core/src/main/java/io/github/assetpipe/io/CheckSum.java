package io.github.assetpipe.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Two check sums of different polynomials, 64 bits together: what has to be found is damage or an edit, not an enemy, who
 * could write a fitting digest as well; and these the hardware computes at the speed of reading. Not safe for several threads.
 */
public final class CheckSum {
    /** The bytes of {@link #value()}. */
    static final int BYTES = Long.BYTES;

    private static final int CHUNK = 1 << 16;

    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();

    /** Creates the check sum of nothing. */
    public CheckSum() {}

    /** Returns the check sum of a file's bytes as 16 hexadecimal digits. @throws IOException when it can't be read */
    public static String of(SourceFile file) throws IOException {
        CheckSum sum = new CheckSum();
        try (InputStream in = file.content().open()) {
            sum.add(in);
        }
        return HexFormat.of().formatHex(sum.value());
    }

    /** Counts further bytes. */
    public void add(byte[] bytes, int from, int length) {
        one.update(bytes, from, length);
        other.update(bytes, from, length);
    }

    /** Counts all that is left of a stream. */
    void add(InputStream in) throws IOException {
        byte[] buffer = new byte[CHUNK];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            add(buffer, 0, read);
        }
    }

    /** Returns a stream that counts what goes through it. */
    OutputStream of(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                add(bytes, from, length);
                out.write(bytes, from, length);
            }
        };
    }

    /** Returns the check sum of all bytes so far. */
    byte[] value() {
        return ByteBuffer.allocate(BYTES)
                .putInt((int) one.getValue())
                .putInt((int) other.getValue())
                .array();
    }
}
