package io.github.assetpipe.run;

import io.github.assetpipe.io.OutputTree;
import io.github.assetpipe.io.Spill;
import io.github.assetpipe.model.Content;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The planned files of a build as one stream, deflated at the lowest level: pages of a site are much alike, and writing
 * them at their full size takes longer. A file that is a source unchanged is named and not stored.
 */
final class OutputPack {
    private static final int CHUNK = 1 << 16;
    /** What begins a name in place of bytes. */
    private static final int NAMED = -1;

    private final Path base;
    private final Spill spill;

    /**
     * Creates a reader and writer of packs.
     *
     * @param base what paths of sources are relative to
     * @param spill where files are kept that were read, until they are moved to their places
     */
    OutputPack(Path base, Spill spill) {
        this.base = base;
        this.spill = spill;
    }

    /**
     * Writes plans.
     *
     * @param sources files that need not be stored
     * @throws IllegalArgumentException when a source lies on another drive than the base
     */
    void write(OutputStream to, Set<Path> sources, List<OutputTree> trees) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(to, deflater, CHUNK);
            DataOutputStream out = new DataOutputStream(deflated);
            for (OutputTree tree : trees) {
                out.writeInt(tree.planned().size());
                for (Map.Entry<String, OutputTree.Planned> file : tree.planned().entrySet()) {
                    out.writeUTF(file.getKey());
                    write(out, file.getValue(), sources);
                }
            }
            out.flush();
            deflated.finish();
        } finally {
            deflater.end();
        }
    }

    private void write(DataOutputStream out, OutputTree.Planned file, Set<Path> sources) throws IOException {
        out.writeBoolean(file.onlyIfPresent());
        out.writeUTF(file.source() == null ? "" : relative(file.source()));
        Path at = file.content().file();
        if (at != null && sources.contains(at)) {
            out.writeLong(NAMED);
            out.writeUTF(relative(at));
        } else {
            out.writeLong(file.content().size());
            try (InputStream in = file.content().open()) {
                in.transferTo(out);
            }
        }
    }

    private String relative(Path path) {
        return base.relativize(path).toString();
    }

    /** Reads plans into empty ones. @throws IOException when the bytes are no pack, or the disk is full */
    void read(InputStream from, List<OutputTree> trees) throws IOException {
        DataInputStream in = new DataInputStream(new InflaterInputStream(from));
        for (OutputTree tree : trees) {
            for (int i = in.readInt(); i > 0; i--) {
                String path = in.readUTF();
                boolean onlyIfPresent = in.readBoolean();
                String source = in.readUTF();
                tree.put(path, new OutputTree.Planned(content(in), source(source), onlyIfPresent));
            }
        }
    }

    private @Nullable Path source(String relative) {
        return relative.isEmpty() ? null : base.resolve(relative).normalize();
    }

    private Content content(DataInputStream in) throws IOException {
        long size = in.readLong();
        if (size == NAMED) {
            return Content.ofFile(base.resolve(in.readUTF()).normalize());
        }
        if (size <= CHUNK) {
            byte[] bytes = new byte[(int) size];
            in.readFully(bytes);
            return spill.spill(Content.of(bytes));
        }
        return spill.write(out -> {
            byte[] buffer = new byte[CHUNK];
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(left, CHUNK));
                if (read < 0) {
                    throw new EOFException();
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        });
    }
}
