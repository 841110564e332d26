package io.github.assetpipe.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.Decoder;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.option.PrecompressOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PrecompressTest {
    private static final TransformInput CSS =
            TransformerLaws.input("css/app.css", ".card{color:red}.card p{margin:0}\n".repeat(200));

    private final Brotli brotli = new Brotli(PrecompressOptions.defaults());
    private final Gzip gzip = new Gzip();

    @Test
    void lawsHoldForBothEncodings() {
        TransformerLaws.assertHold(brotli, CSS, Lookup.none());
        TransformerLaws.assertHold(gzip, CSS, Lookup.none());
    }

    @Test
    void brotliDecodesToTheExactBytes() throws IOException {
        TransformResult.Output output = only(brotli.transform(CSS, Lookup.none()));
        assertEquals("css/app.css.br", output.path().value());
        assertArrayEquals(
                CSS.content().bytes(),
                Decoder.decompress(output.content().bytes()).getDecompressedData());
    }

    @Test
    void gzipDecodesToTheExactBytes() throws IOException {
        TransformResult.Output output = only(gzip.transform(CSS, Lookup.none()));
        assertEquals("css/app.css.gz", output.path().value());
        try (GZIPInputStream in =
                new GZIPInputStream(new ByteArrayInputStream(output.content().bytes()))) {
            assertArrayEquals(CSS.content().bytes(), in.readAllBytes());
        }
    }

    @Test
    void gzipHeaderNamesNoTimeAndNoSystem() {
        byte[] bytes = only(gzip.transform(CSS, Lookup.none())).content().bytes();
        assertArrayEquals(
                new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff}, java.util.Arrays.copyOf(bytes, 10));
    }

    @Test
    void dropsAVariantThatSavesLessThanFivePercent() {
        byte[] noise = new byte[4000];
        new Random(1).nextBytes(noise);
        TransformInput input = new TransformInput(LogicalPath.of("a.bin"), "a.bin", Content.of(noise), null);
        assertEquals(List.of(), brotli.transform(input, Lookup.none()).outputs());
        assertEquals(List.of(), gzip.transform(input, Lookup.none()).outputs());
    }

    @Test
    void makesNothingOfAnEmptyFile() {
        TransformInput empty = TransformerLaws.input("empty.css", "");
        assertEquals(List.of(), brotli.transform(empty, Lookup.none()).outputs());
        assertEquals(List.of(), gzip.transform(empty, Lookup.none()).outputs());
    }

    @Test
    void qualityChangesTheFingerprintAndTheSize() {
        Brotli fast = new Brotli(new PrecompressOptions(true, 1, true, true, List.of()));
        assertNotEquals(brotli.fingerprint(), fast.fingerprint());
        assertTrue(only(brotli.transform(CSS, Lookup.none())).content().size()
                < only(fast.transform(CSS, Lookup.none())).content().size());
    }

    private static TransformResult.Output only(TransformResult result) {
        assertEquals(1, result.outputs().size());
        return result.outputs().get(0);
    }
}
