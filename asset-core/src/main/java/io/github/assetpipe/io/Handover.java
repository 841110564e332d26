package io.github.assetpipe.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps a manifest true while files are being replaced: it is set aside before the first of them moves, so that at every
 * moment there is the old manifest, the new one, or none, and never one that tells of other files.
 *
 * <p>A build that is killed in between leaves the former manifest and the coming one here. The next build learns from them
 * which files are its own, and so removes what a clean build would not have left. Not safe for several threads.
 */
final class Handover {
    private final Path folder;

    /** Uses {@code folder}, which exists only while files are being moved, or after a build was killed then. */
    Handover(Path folder) {
        this.folder = folder;
    }

    /** Returns the manifests that killed builds left, of both what they found and what they meant to write. */
    List<Path> left() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /**
     * Sets the manifest aside.
     *
     * @param manifest where the manifest has its place; it need not exist
     * @param coming the one that will be moved there
     */
    void begin(Path manifest, Path coming) throws IOException {
        Files.createDirectories(folder);
        Path noted = folder.resolve(left().size() + "-coming");
        Files.copy(coming, noted, StandardCopyOption.REPLACE_EXISTING);
        if (Files.exists(manifest)) {
            Files.move(manifest, folder.resolve(left().size() + "-former"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Forgets what was set aside, after the new manifest has its place. */
    void end() throws IOException {
        for (Path file : left()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
