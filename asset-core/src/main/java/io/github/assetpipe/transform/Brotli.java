package io.github.assetpipe.transform;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.option.PrecompressOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Makes the {@code .br} variant of an asset: Brotli (RFC 7932) through the reference encoder.
 *
 * <p>On a platform without the native encoder nothing is made and a warning says so; the site then has {@code .gz} files
 * only.
 */
public final class Brotli implements Transformer {
    private static final String VERSION = "brotli4j-1.23.0";

    /** Browsers take windows of 2^10 to 2^24 bytes; below 2^22 there is nothing to gain. */
    private static final int MIN_WINDOW = 22;

    private static final int MAX_WINDOW = 24;

    private final int quality;

    /** Creates an encoder of the quality that {@code options} name. */
    public Brotli(PrecompressOptions options) {
        this.quality = options.brotliQuality();
    }

    /** Tells whether this platform has the native encoder; it is loaded once for the process. */
    public static boolean isAvailable() {
        return Probe.AVAILABLE;
    }

    /** Loaded with the first question, as the library itself is. */
    private static final class Probe {
        private static final boolean AVAILABLE;

        static {
            LeftoverNatives.remove(LeftoverNatives.BROTLI);
            AVAILABLE = Brotli4jLoader.isAvailable();
        }
    }

    @Override
    public String name() {
        return "brotli";
    }

    @Override
    public String fingerprint() {
        return VERSION + " quality=" + quality + " " + WorthKeeping.RULE + (isAvailable() ? "" : " unavailable");
    }

    /** Returns the asset's path with {@code .br} appended, or nothing when that would not be worth keeping. */
    @Override
    public TransformResult transform(TransformInput input, Lookup lookup) {
        if (!isAvailable()) {
            return TransformResult.unchanged(unavailable());
        }
        byte[] bytes = input.content().bytes();
        Encoder.Parameters parameters = Encoder.Parameters.create(quality, window(bytes.length), Encoder.Mode.GENERIC);
        try {
            return WorthKeeping.result(input.path(), ".br", bytes.length, Encoder.compress(bytes, parameters));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns what a {@code .br} file decodes to.
     *
     * @param limit the most bytes that are decoded; a longer result is cut to one byte more
     * @throws IOException when the bytes are no whole Brotli stream, or this platform has no native decoder
     */
    public static byte[] decode(byte[] encoded, int limit) throws IOException {
        if (!isAvailable()) {
            throw new IOException("no native Brotli decoder for this platform");
        }
        try (InputStream in = new BrotliInputStream(new ByteArrayInputStream(encoded))) {
            return in.readNBytes(limit + 1);
        }
    }

    /** The smallest window that holds the whole input. */
    private static int window(int size) {
        int needed = 32 - Integer.numberOfLeadingZeros(size + 15);
        return Math.max(MIN_WINDOW, Math.min(MAX_WINDOW, needed));
    }

    private static Diagnostic unavailable() {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return Diagnostic.warning(
                "brotli-unavailable",
                "No native Brotli encoder for " + platform.toLowerCase(Locale.ROOT) + ": .br files are not made.",
                null,
                "Set brotli to false to build with .gz files only.");
    }
}
