package io.github.assetpipe.io;

import io.github.assetpipe.model.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A regular file as a directory listing tells of it; nothing of it has been read.
 *
 * @param path the file
 * @param size its bytes
 * @param modified when it was changed last
 */
public record SourceFile(Path path, long size, FileTime modified) {
    /** File times are as coarse as two seconds on some file systems. */
    private static final long GRAIN_MILLIS = 2_500;

    /** Returns a file as it is now, or empty when there is none. */
    public static Optional<SourceFile> of(Path path) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new SourceFile(path, attributes.size(), attributes.lastModifiedTime()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Tells whether the file was changed so shortly before now that one more change could have the same time. */
    public boolean isYoung() {
        return modified.toMillis() > System.currentTimeMillis() - GRAIN_MILLIS;
    }

    /** Returns size and time as text: of a file that is not young, another state is another content. */
    public String state() {
        return size + "@" + modified.to(TimeUnit.NANOSECONDS);
    }

    /** Returns what the file holds, to be read when asked for. */
    public Content content() {
        return Content.ofFile(path, size);
    }
}
