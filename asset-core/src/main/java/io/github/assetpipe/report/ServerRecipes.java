package io.github.assetpipe.report;

import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Manifest.AssetEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Configuration for servers that send what a build made: a year and {@code immutable} for fingerprinted names, and the
 * {@code .br} and {@code .gz} files in place of their originals.
 *
 * <p>The texts hang on the manifest: which folders hold fingerprinted files, and how many there are. Safe for several threads.
 */
public final class ServerRecipes {
    private static final List<String> FILES = List.of(
            "nginx.conf",
            "apache.conf",
            "Caddyfile",
            "tomcat-web.xml",
            "jetty-web.xml",
            "AssetCacheFilter.java",
            "spring-boot.properties",
            "quarkus.properties");

    /** A dot, the digest, and one or two endings: {@code app.0123456789ab.css}, {@code app.0123456789ab.css.map}. */
    private static final String NAME = "[^/]+\\.[0-9a-f]{12}(\\.[^./]+){1,2}$";

    private static final Pattern HASHED = Pattern.compile(NAME);

    private ServerRecipes() {}

    /** Returns the recipes by file name. */
    public static SortedMap<String, String> of(Manifest manifest) {
        SortedSet<String> folders = new TreeSet<>();
        int hashed = 0;
        int compressed = 0;
        for (AssetEntry entry : manifest.assets().values()) {
            if (HASHED.matcher(entry.path()).find()) {
                hashed++;
                int slash = entry.path().indexOf('/');
                folders.add(slash < 0 ? "" : entry.path().substring(0, slash + 1));
            }
            compressed += entry.encodings().isEmpty() ? 0 : 1;
        }
        String summary = "This build has " + hashed + " fingerprinted files"
                + (folders.isEmpty() ? "" : " in " + String.join(", ", shown(folders))) + ", and " + compressed
                + " files with compressed variants.";
        String pattern = pattern(folders);
        SortedMap<String, String> recipes = new TreeMap<>();
        for (String file : FILES) {
            recipes.put(
                    file,
                    text(file)
                            .replace("${summary}", summary)
                            .replace("${hashedJava}", pattern.replace("\\", "\\\\"))
                            .replace("${hashedProperties}", pattern.replace("\\", "\\\\"))
                            .replace("${hashedRest}", pattern.substring(1).replace("\\", "\\\\"))
                            .replace("${hashed}", pattern));
        }
        return recipes;
    }

    private static List<String> shown(SortedSet<String> folders) {
        return folders.stream().map(folder -> "/" + folder).toList();
    }

    /** The folders keep other applications' names, which may look alike, out of the promise of a year. */
    private static String pattern(SortedSet<String> folders) {
        if (folders.isEmpty() || folders.contains("")) {
            return "^/(.+/)?" + NAME;
        }
        List<String> quoted = folders.stream()
                .map(f -> f.substring(0, f.length() - 1).replaceAll("[.+()\\[\\]{}^$|?*\\\\ ]", "\\\\$0"))
                .toList();
        return "^/(" + String.join("|", quoted) + ")/(.+/)?" + NAME;
    }

    private static String text(String file) {
        try (InputStream in = ServerRecipes.class.getResourceAsStream("recipes/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The recipe " + file + " is missing from the plugin");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
