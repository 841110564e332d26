package io.github.assetpipe.io;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.model.Content;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the build's own that finished bytes wait in until all outputs are written, so that memory holds facts only.
 *
 * <p>Safe for several threads. The folder is emptied by {@link #close()}.
 */
public final class Spill implements AutoCloseable {
    /** Below this many bytes a file costs more than the memory. */
    private static final int WORTH = 2048;

    private final Path folder;
    private final @Nullable Path outputs;
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean there;

    /** Creates the spill in {@code folder}, which is emptied first: a killed build may have left something. */
    public Spill(Path folder) {
        this(folder, null);
    }

    /** Creates a spill like the one above; {@code outputs} is the output directory, null when nothing is written there. */
    public Spill(Path folder, @Nullable Path outputs) {
        this.folder = folder;
        this.outputs = outputs;
        close();
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    /** Returns equal content that lives on disk, or the same one when it is small or on disk already. */
    public Content spill(Content content) {
        if (content.file() != null || content.size() < WORTH) {
            return content;
        }
        Path file = folder.resolve(Integer.toString(next.incrementAndGet()));
        try {
            prepare();
            content.writeTo(file);
            return content.movedTo(file);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Returns equal content that lives on disk: in the output of a former build, where that holds these bytes already and
     * nothing has to be written for them.
     *
     * @param output where the content is going to be written, relative to the output directory
     */
    public Content spill(Content content, String output) {
        if (outputs != null && content.file() == null && content.size() >= WORTH) {
            Path former = outputs.resolve(output).normalize();
            try {
                if (OutputTree.isRight(former, content)) {
                    return content.movedTo(former);
                }
            } catch (IOException e) {
                // Who writes the output will meet the fault, and tell.
                return spill(content);
            }
        }
        return spill(content);
    }

    /** Returns what a former build has written at {@code output} and nobody has changed since; empty when nothing is written there. */
    public Optional<Content> written(String output, long size, String integrity) {
        return Optional.ofNullable(outputs)
                .map(folder ->
                        Content.ofFile(folder.resolve(output).normalize(), size).withDigests(null, integrity));
    }

    /** Writes to a stream; throws as streams do. */
    public interface Writing {
        /** Writes everything. */
        void to(OutputStream out) throws IOException;
    }

    /** Returns content that is written piece by piece and is never in memory as a whole. */
    public Content write(Writing writing) {
        Path file = folder.resolve(Integer.toString(next.incrementAndGet()));
        try {
            prepare();
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                writing.to(out);
            }
            return Content.ofFile(file, Files.size(file));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Returns the path of a file that does not exist yet, for who writes it on and on. */
    public Path file() {
        try {
            prepare();
            return folder.resolve(Integer.toString(next.incrementAndGet()));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void prepare() throws IOException {
        if (!there) {
            Files.createDirectories(folder);
            there = true;
        }
    }

    private AssetException unwritable(IOException e) {
        return AssetException.environment(Diagnostic.error(
                "unwritable",
                "Can't write to the build's own folder: " + e.getMessage(),
                Location.ofFile(String.valueOf(folder.getFileName())),
                "Check the free space and the permissions of the build directory."));
    }

    /** Empties the folder; what can't be deleted now is left to the next build. */
    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) walk.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            return;
        }
    }
}
