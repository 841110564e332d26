package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All files of a folder or an archive that a build left, by their path with {@code /}.
 *
 * @param files the bytes by path
 */
record Tree(SortedMap<String, byte[]> files) {

    /** Reads a folder, or a jar or war. */
    static Tree of(Path folderOrArchive) throws IOException {
        assertTrue(Files.exists(folderOrArchive), () -> "missing: " + folderOrArchive);
        if (Files.isDirectory(folderOrArchive)) {
            return read(folderOrArchive);
        }
        try (FileSystem archive = FileSystems.newFileSystem(folderOrArchive)) {
            return read(archive.getPath("/"));
        }
    }

    private static Tree read(Path root) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return new Tree(files);
    }

    /** Returns the files below a folder. */
    Tree below(String folder) {
        SortedMap<String, byte[]> below = new TreeMap<>();
        files.tailMap(folder).forEach((path, bytes) -> {
            if (path.startsWith(folder)) {
                below.put(path.substring(folder.length()), bytes);
            }
        });
        return new Tree(below);
    }

    /** Returns a file's text. */
    String text(String path) {
        byte[] bytes = files.get(path);
        assertNotNull(bytes, () -> path + " is missing among " + files.keySet());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the text of an asset under its final name. */
    String asset(String manifest, String path) {
        return text(entry(manifest, path).get("file").getAsString());
    }

    /** Returns the path that a page should name for an asset. */
    String served(String manifest, String path) {
        return entry(manifest, path).get("path").getAsString();
    }

    private JsonObject entry(String manifest, String path) {
        JsonObject entry = manifest(manifest).getAsJsonObject("assets").getAsJsonObject(path);
        assertNotNull(entry, () -> path + " is not in " + manifest);
        return entry;
    }

    /** Returns the manifest. */
    JsonObject manifest(String path) {
        return JsonParser.parseString(text(path)).getAsJsonObject();
    }

    /** Returns the paths whose bytes differ between this tree and another, or that only one has. */
    SortedMap<String, String> differences(Tree other) {
        SortedMap<String, String> differences = new TreeMap<>();
        files.forEach((path, bytes) -> {
            byte[] there = other.files.get(path);
            if (there == null) {
                differences.put(path, "only in the first");
            } else if (!Arrays.equals(bytes, there)) {
                differences.put(path, "differs");
            }
        });
        other.files.keySet().stream()
                .filter(path -> !files.containsKey(path))
                .forEach(path -> differences.put(path, "only in the second"));
        return differences;
    }
}
