package io.github.assetpipe.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds width and height in the headers of PNG, GIF, JPEG, WebP, AVIF and BMP files.
 *
 * <p>Formats by their specifications: PNG (W3C) 11.2.2, GIF89a 18, JPEG (ITU T.81) B.2.2 with the Exif orientation (CIPA
 * DC-008), WebP (RFC 9649), ISO base media file format for AVIF, BMP info header.
 */
final class RasterHeader {
    private final byte[] bytes;

    private RasterHeader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the size, or empty when the bytes are of none of these formats. */
    static Optional<ImageSize> read(byte[] bytes) {
        RasterHeader header = new RasterHeader(bytes);
        if (header.says(1, "PNG\r\n") && header.says(12, "IHDR")) {
            return header.size(header.big(16, 4), header.big(20, 4));
        }
        if (header.says(0, "GIF8")) {
            return header.size(header.little(6, 2), header.little(8, 2));
        }
        if (header.big(0, 2) == 0xffd8) {
            return header.jpeg();
        }
        if (header.says(0, "RIFF") && header.says(8, "WEBP")) {
            return header.webp();
        }
        if (header.says(4, "ftypavif")) {
            return header.avif();
        }
        return header.says(0, "BM") && bytes.length >= 26
                ? header.size(header.little(18, 4), Math.abs(header.little(22, 4)))
                : Optional.empty();
    }

    private Optional<ImageSize> size(int width, int height) {
        return width > 0 && height > 0 ? Optional.of(new ImageSize(width, height)) : Optional.empty();
    }

    private Optional<ImageSize> jpeg() {
        boolean turned = false;
        int at = 2;
        while (at + 9 < bytes.length && big(at, 1) == 0xff) {
            int marker = big(at + 1, 1);
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame) {
                int height = big(at + 5, 2);
                int width = big(at + 7, 2);
                return turned ? size(height, width) : size(width, height);
            }
            if (marker == 0xe1 && says(at + 4, "Exif")) {
                turned |= isTurned(at + 10);
            }
            at += marker == 0xff ? 1 : 2 + big(at + 2, 2);
        }
        return Optional.empty();
    }

    /** Tells whether the Exif block at {@code tiff} says that the image lies on its side (orientation 5 to 8). */
    private boolean isTurned(int tiff) {
        boolean little = says(tiff, "II");
        int directory = tiff + (little ? little(tiff + 4, 4) : big(tiff + 4, 4));
        if (directory < tiff || directory + 2 > bytes.length) {
            return false;
        }
        int entries = little ? little(directory, 2) : big(directory, 2);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            int tag = little ? little(entry, 2) : big(entry, 2);
            if (tag == 0x0112) {
                return (little ? little(entry + 8, 2) : big(entry + 8, 2)) >= 5;
            }
        }
        return false;
    }

    private Optional<ImageSize> webp() {
        if (says(12, "VP8 ")) {
            return size(little(26, 2) & 0x3fff, little(28, 2) & 0x3fff);
        }
        if (says(12, "VP8L")) {
            int bits = little(21, 4);
            return size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
        }
        return says(12, "VP8X") ? size(little(24, 3) + 1, little(27, 3) + 1) : Optional.empty();
    }

    /** Reads the one image spatial extents property; files with several (grids, thumbnails) or a rotation are not read. */
    private Optional<ImageSize> avif() {
        String head = new String(bytes, 0, Math.min(bytes.length, 65_536), StandardCharsets.ISO_8859_1);
        int at = head.indexOf("ispe");
        boolean plain = at >= 0 && head.indexOf("ispe", at + 4) < 0 && !head.contains("irot");
        return plain ? size(big(at + 8, 4), big(at + 12, 4)) : Optional.empty();
    }

    private boolean says(int offset, String word) {
        if (offset < 0 || offset + word.length() > bytes.length) {
            return false;
        }
        return new String(bytes, offset, word.length(), StandardCharsets.ISO_8859_1).equals(word);
    }

    /** Returns a big-endian number, or 0 beyond the end. */
    private int big(int offset, int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | at(offset + i);
        }
        return value;
    }

    /** Returns a little-endian number, or 0 beyond the end. */
    private int little(int offset, int length) {
        int value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | at(offset + i);
        }
        return value;
    }

    private int at(int offset) {
        return offset >= 0 && offset < bytes.length ? bytes[offset] & 0xff : 0;
    }
}
