package io.github.assetpipe.model;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One file that a browser may ask for, at one moment of the pipeline.
 *
 * @param path the path that a browser asks for, without fingerprint
 * @param content the bytes as of now
 * @param origin where it comes from
 * @param file name shown to users: the project-relative source file, or {@code jar!entry}, or the logical path if generated
 * @param outputPrefix folder below the output directory that it is written to: {@code static/}, or empty
 * @param servedFolder the part of {@code path} that is not repeated below {@code outputPrefix}, with a trailing slash, or empty
 * @param sources project-relative files that went into it, in order; empty for a file that is its own source
 * @param sourceMap the source map of {@code content} (ECMA-426), or null
 * @param fingerprinted the path with the digest of the final bytes in its name, or null before fingerprinting and for skipped names
 * @param encodings precompressed variants by content coding ({@code br}, {@code gzip}), sorted
 * @param written whether the file is written although nothing changed it (generated ones, and static sites that are copied whole)
 */
public record Asset(
        LogicalPath path,
        Content content,
        Origin origin,
        String file,
        String outputPrefix,
        String servedFolder,
        List<String> sources,
        @Nullable Content sourceMap,
        @Nullable LogicalPath fingerprinted,
        SortedMap<String, Content> encodings,
        boolean written) {

    /** Copies the collections. */
    public Asset {
        sources = List.copyOf(sources);
        encodings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(encodings));
    }

    /** Returns an asset as it is read from a root. */
    public static Asset source(
            LogicalPath path, Content content, Origin origin, String file, String outputPrefix, boolean written) {
        return new Asset(
                path, content, origin, file, outputPrefix, "", List.of(), null, null, new TreeMap<>(), written);
    }

    /** Returns an asset that the build made. */
    public static Asset generated(
            LogicalPath path, Content content, String outputPrefix, List<String> sources, @Nullable Content sourceMap) {
        return new Asset(
                path,
                content,
                Origin.GENERATED,
                path.value(),
                outputPrefix,
                "",
                sources,
                sourceMap,
                null,
                new TreeMap<>(),
                true);
    }

    /** Returns the media type by the path's extension. */
    public MediaType mediaType() {
        return MediaType.of(path);
    }

    /** Returns this asset with other bytes and their source map, to be written. */
    public Asset withContent(Content newContent, @Nullable Content newSourceMap) {
        return new Asset(
                path,
                newContent,
                origin,
                file,
                outputPrefix,
                servedFolder,
                sources,
                newSourceMap,
                fingerprinted,
                encodings,
                true);
    }

    /** Returns this asset with a source map for the bytes that it has. */
    public Asset withSourceMap(@Nullable Content map) {
        return new Asset(
                path,
                content,
                origin,
                file,
                outputPrefix,
                servedFolder,
                sources,
                map,
                fingerprinted,
                encodings,
                written);
    }

    /** Returns this asset with its final name. */
    public Asset withFingerprinted(@Nullable LogicalPath name) {
        return new Asset(
                path, content, origin, file, outputPrefix, servedFolder, sources, sourceMap, name, encodings, written);
    }

    /** Returns this asset with its precompressed variants. */
    public Asset withEncodings(SortedMap<String, Content> variants) {
        return new Asset(
                path,
                content,
                origin,
                file,
                outputPrefix,
                servedFolder,
                sources,
                sourceMap,
                fingerprinted,
                variants,
                written);
    }

    /** Returns this asset as one whose path begins with {@code folder} although its output folder does not repeat it. */
    public Asset servedBelow(String folder) {
        return new Asset(
                path,
                content,
                origin,
                file,
                outputPrefix,
                folder,
                sources,
                sourceMap,
                fingerprinted,
                encodings,
                written);
    }

    /** Returns where a served path in this asset's root is written, relative to the output directory. */
    public String outputPathOf(LogicalPath served) {
        String value = served.value();
        return outputPrefix + (value.startsWith(servedFolder) ? value.substring(servedFolder.length()) : value);
    }

    /** Returns the path that references should name: the fingerprinted one when there is one. */
    public LogicalPath servedPath() {
        return fingerprinted != null ? fingerprinted : path;
    }
}
