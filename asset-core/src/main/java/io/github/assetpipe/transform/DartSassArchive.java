package io.github.assetpipe.transform;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks the two kinds of archive that Dart Sass comes in: {@code .tar.gz} (POSIX ustar, pax headers skipped) and {@code .zip}. */
final class DartSassArchive {
    private static final int BLOCK = 512;

    private DartSassArchive() {}

    /** Unpacks the regular files below {@code target}; all of them may be executed by the owner. */
    static void unpack(String name, InputStream archive, Path target) throws IOException {
        if (name.endsWith(".zip")) {
            unzip(archive, target);
        } else {
            untar(new DataInputStream(new GZIPInputStream(archive, 1 << 16)), target);
        }
    }

    private static void unzip(InputStream archive, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    try (OutputStream out = create(target, entry.getName())) {
                        zip.transferTo(out);
                    }
                }
            }
        }
    }

    private static void untar(DataInputStream tar, Path target) throws IOException {
        byte[] header = new byte[BLOCK];
        while (true) {
            tar.readFully(header);
            if (header[0] == 0) {
                return;
            }
            String prefix = field(header, 345, 155);
            String name = (prefix.isEmpty() ? "" : prefix + "/") + field(header, 0, 100);
            long size = Long.parseLong(field(header, 124, 12).trim(), 8);
            byte type = header[156];
            if (type == '0' || type == 0) {
                try (OutputStream out = create(target, name)) {
                    copy(tar, out, size);
                }
            } else {
                tar.skipNBytes(size);
            }
            tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        }
    }

    private static void copy(InputStream in, OutputStream out, long size) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (long left = size; left > 0; ) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new IOException("The archive ends early");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    private static OutputStream create(Path target, String name) throws IOException {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive names a file outside of its folder: " + name);
        }
        Files.createDirectories(file.getParent());
        OutputStream out = Files.newOutputStream(file);
        file.toFile().setExecutable(true, true);
        return out;
    }

    private static String field(byte[] header, int start, int length) {
        int end = start;
        while (end < start + length && header[end] != 0) {
            end++;
        }
        return new String(header, start, end - start, StandardCharsets.UTF_8);
    }
}
