package io.github.assetpipe.serve;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client gets.
 *
 * @param status the status code
 * @param headers the headers in the order of sending
 * @param body the parts of the body, one after another; not sent for HEAD
 */
public record Answer(int status, Map<String, String> headers, List<Part> body) {

    /** A stretch of bytes. */
    public sealed interface Part {
        /** Returns the number of bytes. */
        long length();
    }

    /** Bytes in memory. */
    public record Bytes(byte[] bytes, int from, int count) implements Part {
        @Override
        public long length() {
            return count;
        }
    }

    /** A stretch of a file. */
    public record Stretch(Path file, long from, long length) implements Part {}

    /** Keeps the order of the headers. */
    public Answer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        body = List.copyOf(body);
    }

    /** Returns the length of the body. */
    public long length() {
        return body.stream().mapToLong(Part::length).sum();
    }

    /** Opens the body; to be closed. @throws UncheckedIOException when a file can't be read */
    InputStream open() {
        List<InputStream> streams = new ArrayList<>();
        for (Part part : body) {
            streams.add(
                    part instanceof Bytes all
                            ? new ByteArrayInputStream(all.bytes(), all.from(), all.count())
                            : open((Stretch) part));
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private static InputStream open(Stretch stretch) {
        try {
            SeekableByteChannel channel = Files.newByteChannel(stretch.file());
            channel.position(stretch.from());
            return new Limited(Channels.newInputStream(channel), stretch.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first bytes of a stream. */
    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            return left <= 0 ? -1 : count(super.read());
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = super.read(buffer, from, (int) Math.min(count, left));
            left -= Math.max(0, read);
            return read;
        }

        private int count(int read) {
            left--;
            return read;
        }
    }

    /** Returns an answer of one short text, never stored. */
    public static Answer text(int status, String text, Map<String, String> further) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(further);
        return new Answer(status, headers, List.of(new Bytes(bytes, 0, bytes.length)));
    }
}
