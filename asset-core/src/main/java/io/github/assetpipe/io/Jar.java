package io.github.assetpipe.io;

import io.github.assetpipe.model.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A jar, open from the first reading on. Entries larger than {@link WebJars#MAX_ENTRY} are refused. Safe for several threads. */
final class Jar {
    private final Path file;
    private @Nullable ZipFile zip;

    Jar(Path file) {
        this.file = file;
    }

    synchronized ZipFile zip() throws IOException {
        ZipFile open = zip;
        if (open == null) {
            open = new ZipFile(file.toFile());
            zip = open;
        }
        return open;
    }

    /** Closes the file; who reads on opens it again. */
    synchronized void close() {
        try (ZipFile open = zip) {
            zip = null;
        } catch (IOException e) {
            // Nothing was written through it: a failure to close loses nothing.
            return;
        }
    }

    /** Returns what an entry holds, to be read when asked for. */
    Content content(ZipEntry entry) {
        return Content.from(new EntrySource(this, entry));
    }

    /** Returns what an entry of an archive holds, bounded against decompression bombs. */
    static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) WebJars.MAX_ENTRY + 1);
            if (bytes.length > WebJars.MAX_ENTRY) {
                throw new IOException(entry.getName() + " is larger than " + (WebJars.MAX_ENTRY >> 20) + " MiB");
            }
            return bytes;
        }
    }

    private record EntrySource(Jar jar, ZipEntry entry) implements Content.Source {
        @Override
        public byte[] read() throws IOException {
            return Jar.read(jar.zip(), entry);
        }

        @Override
        public long size() {
            return entry.getSize();
        }
    }
}
