package io.github.assetpipe.serve;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A resource in one content coding.
 *
 * @param coding the content coding, {@code identity} for none
 * @param length number of bytes
 * @param digest the first half of the SHA-256 of its bytes in hexadecimal digits
 * @param bytes the bytes; none when they are in {@code file}
 * @param file the file that holds exactly these bytes, or empty when they are in memory
 */
record Representation(String coding, long length, String digest, byte[] bytes, Optional<Path> file) {

    /** Returns the strong entity tag: other bytes or another coding never share one. */
    String entityTag() {
        return '"' + digest + (coding.equals(AcceptEncoding.IDENTITY) ? "" : "-" + coding) + '"';
    }

    /** Returns a stretch of the bytes. */
    Answer.Part part(long from, long count) {
        return file.isPresent()
                ? new Answer.Stretch(file.get(), from, count)
                : new Answer.Bytes(bytes, (int) from, (int) count);
    }
}
