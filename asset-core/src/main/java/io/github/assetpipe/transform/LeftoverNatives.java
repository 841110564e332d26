package io.github.assetpipe.transform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Removes the native libraries that killed builds left in the folder for temporary files.
 *
 * <p>jsass and Brotli4j unpack their library into a new folder at each start, and delete it when the JVM ends; a JVM that is killed
 * deletes nothing. A library that another process has loaded may be deleted under it on Unix, and can't be on Windows. Only one that
 * is just being unpacked must stay, so folders have to be some minutes old. Safe for use by several processes at once.
 */
final class LeftoverNatives {
    /** Folders of jsass: {@code libjsass-1234/libjsass.so}. */
    static final String JSASS = "libjsass-";

    /** Folders of Brotli4j: {@code com_aayushatharva_brotli4j_1234/libbrotli.so}. */
    static final String BROTLI = "com_aayushatharva_brotli4j_";

    private static final Pattern LIBRARY = Pattern.compile("(?:lib)?(?:jsass|brotli)\\.(?:so|dll|dylib|jnilib)");
    private static final int MINUTES = 10;

    private LeftoverNatives() {}

    /** Removes what is old in the JVM's folder for temporary files; what can't be removed stays, without a word. */
    static void remove(String prefix) {
        remove(
                Path.of(System.getProperty("java.io.tmpdir")),
                prefix,
                Instant.now().minusSeconds(MINUTES * 60L));
    }

    /** Removes folders in {@code temporary} last changed before {@code end} whose name is {@code prefix} and a number. */
    static void remove(Path temporary, String prefix, Instant end) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, prefix + "*")) {
            for (Path folder : folders) {
                if (String.valueOf(folder.getFileName())
                        .substring(prefix.length())
                        .matches("-?\\d+")) {
                    removeFolder(folder, end);
                }
            }
        } catch (IOException | RuntimeException e) {
            // A folder that can't be listed: whoever cleans it, it is not this build that fails by it.
            return;
        }
    }

    private static void removeFolder(Path folder, Instant end) {
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getLastModifiedTime(folder).toInstant().isBefore(end)) {
                return;
            }
            List<Path> libraries = new ArrayList<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    if (!LIBRARY.matcher(String.valueOf(file.getFileName())).matches()
                            || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        return;
                    }
                    libraries.add(file);
                }
            }
            for (Path library : libraries) {
                Files.delete(library);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // Another user's, in use on Windows, or removed by another build just now: the next folder.
            return;
        }
    }
}
