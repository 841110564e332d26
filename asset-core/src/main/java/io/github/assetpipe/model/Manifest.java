package io.github.assetpipe.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a build made, for people, servers and other tools; serialised sorted and without a time.
 *
 * @param assets by logical path
 * @param pages the pages that were rewritten, by project-relative file
 * @param untouched what was decided about the pages that stayed as they are, by project-relative file
 */
public record Manifest(
        SortedMap<String, AssetEntry> assets,
        SortedMap<String, PageEntry> pages,
        SortedMap<String, List<PageDecision>> untouched) {

    /** Copies the maps. */
    public Manifest {
        assets = Collections.unmodifiableSortedMap(new TreeMap<>(assets));
        pages = Collections.unmodifiableSortedMap(new TreeMap<>(pages));
        untouched = Collections.unmodifiableSortedMap(new TreeMap<>(untouched));
    }

    /** Creates a manifest of a build that decided about no other pages than those that it rewrote. */
    public Manifest(SortedMap<String, AssetEntry> assets, SortedMap<String, PageEntry> pages) {
        this(assets, pages, new TreeMap<>());
    }

    /** Returns what was decided about every page, by project-relative file. */
    public SortedMap<String, List<PageDecision>> decisions() {
        SortedMap<String, List<PageDecision>> all = new TreeMap<>(untouched);
        pages.forEach((file, page) -> all.put(file, page.decisions()));
        return all;
    }

    /**
     * One asset.
     *
     * @param path the path to ask for: fingerprinted where there is a fingerprint
     * @param file the output file of {@code path}, relative to the output directory
     * @param plainFile the output file under the unhashed name, or null when it is not kept
     * @param copies output files that hold the same once more: a war has those of WebJars on its class path too
     * @param type media type
     * @param sourceSize bytes before minifying, as read or as combined
     * @param size bytes of the output
     * @param integrity subresource integrity of the output's bytes
     * @param encodings size of each precompressed variant by content coding
     * @param sources files that went into it
     */
    public record AssetEntry(
            String path,
            String file,
            @Nullable String plainFile,
            List<String> copies,
            String type,
            long sourceSize,
            long size,
            String integrity,
            SortedMap<String, Long> encodings,
            List<String> sources) {

        /** Copies the collections. */
        public AssetEntry {
            encodings = Collections.unmodifiableSortedMap(new TreeMap<>(encodings));
            copies = List.copyOf(copies);
            sources = List.copyOf(sources);
        }
    }

    /**
     * One page that was rewritten.
     *
     * @param file the output file, relative to the output directory
     * @param sourceSize bytes as the author wrote it
     * @param size bytes of the output
     * @param integrity subresource integrity of the output's bytes
     * @param encodings size of each precompressed variant by content coding
     * @param decisions what was decided on it, in order of place
     */
    public record PageEntry(
            String file,
            long sourceSize,
            long size,
            String integrity,
            SortedMap<String, Long> encodings,
            List<PageDecision> decisions) {

        /** Copies the collections. */
        public PageEntry {
            encodings = Collections.unmodifiableSortedMap(new TreeMap<>(encodings));
            decisions = List.copyOf(decisions);
        }
    }
}
