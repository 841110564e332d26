package io.github.assetpipe.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.MediaType;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSizeTest {
    private static final MediaType RASTER = new MediaType("image/png");

    @ParameterizedTest
    @CsvSource({
        // PNG, GIF, WebP (lossy, lossless, extended), BMP, AVIF
        "89504e470d0a1a0a0000000d4948445200000140000000f00806000000, 320x240",
        "474946383961400103000000, 320x3",
        "52494646000000005745425056503820000000003001009d012a40010300, 320x3",
        "5249464600000000574542505650384c000000002f3f01010000, 320x5",
        "5249464600000000574542505650385800000000000000003f0100040000, 320x5",
        "424d000000000000000000000000280000004001000003000000, 320x3",
        "0000001c66747970617669660000000061766966000000146973706500000000000001400000000500000000, 320x5",
        // JPEG with and without an Exif orientation that turns it
        "ffd8ffe000044a46ffc0001108000500000011, ",
        "ffd8ffe000044a46ffc00011080005014003012200, 320x5",
        "ffd8ffe1001e45786966000049492a00080000000100120103000100000006000000ffc00011080005014003012200, 5x320",
    })
    void readsTheHeaderOfAFile(String hex, String size) {
        Optional<ImageSize> read =
                ImageSize.of(RASTER, Content.of(HexFormat.of().parseHex(hex)));
        assertEquals(
                Optional.ofNullable(size),
                read.map(s -> ImageSize.number(s.width()) + "x" + ImageSize.number(s.height())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<svg width='20' height='10'> | 20x10",
                "<svg width=\"20px\" height=\"1.5px\" viewBox='0 0 4 4'> | 20x1.5",
                "<svg viewBox='0 0 24 16'> | 24:16",
                "<svg viewBox='0,0,24,16'> | 24:16",
                "<svg width='100%' viewBox='0 0 24 16'> |",
                "<svg> |",
                "<svg width='20'> |",
                "<html> |",
            })
    void readsTheFirstTagOfAnSvg(String text, String size) {
        assertEquals(
                Optional.ofNullable(size),
                ImageSize.of(MediaType.SVG, Content.of(text))
                        .map(s -> ImageSize.number(s.width())
                                + (s.ratioOnly() ? ":" : "x")
                                + ImageSize.number(s.height())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "GIF8", "\u0089PNG", "RIFFxxxxWEBP", "BM", "\u00ff\u00d8\u00ff"})
    void takesNoSizeFromBytesThatEndTooSoon(String latin1) {
        byte[] bytes = latin1.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals(Optional.empty(), ImageSize.of(RASTER, Content.of(bytes)));
    }

    @Test
    void readsARealFile() {
        String dot = "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
        assertEquals(
                Optional.of(new ImageSize(1, 1)),
                ImageSize.of(RASTER, Content.of(Base64.getDecoder().decode(dot))));
    }
}
