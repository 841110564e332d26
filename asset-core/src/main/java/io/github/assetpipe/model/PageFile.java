package io.github.assetpipe.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A template or plain HTML page, and the changes decided for it so far.
 *
 * @param file the project-relative source file, with {@code /}; unique in a site
 * @param name the path below its page root, as template engines name it: {@code fragments/layout.html}
 * @param content the bytes as the author wrote them
 * @param outputPath where it is written, relative to the output directory
 * @param language the name of the template language of its root, which it is in unless it shows another; empty when not known
 * @param served the path under which it is served as a file, or null for templates that only an engine renders
 * @param edits the changes decided so far; their ranges do not overlap
 * @param decisions what was decided about it so far, with reasons, for the manifest
 * @param encodings precompressed variants by content coding, sorted; only for pages that are served as files
 * @param written whether it is written although nothing changed it (static sites that are copied whole)
 */
public record PageFile(
        String file,
        String name,
        Content content,
        String outputPath,
        String language,
        @Nullable LogicalPath served,
        List<PageEdit> edits,
        List<PageDecision> decisions,
        SortedMap<String, Content> encodings,
        boolean written)
        implements Comparable<PageFile> {

    /** Copies the collections. */
    public PageFile {
        edits = List.copyOf(edits);
        decisions = List.copyOf(decisions);
        // Most pages of a large site have none.
        encodings = encodings.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(encodings));
    }

    /** Returns a page as it is read from a root. */
    public static PageFile source(
            String file,
            String name,
            Content content,
            String outputPath,
            @Nullable LogicalPath served,
            boolean written) {
        return new PageFile(
                file,
                name,
                content,
                outputPath,
                "",
                served,
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                written);
    }

    /** Returns this page as one of a root whose templates are in a language. */
    public PageFile inLanguage(String root) {
        return new PageFile(file, name, content, outputPath, root, served, edits, decisions, encodings, written);
    }

    /** Returns this page with other decided changes. */
    public PageFile withEdits(List<PageEdit> newEdits) {
        return new PageFile(file, name, content, outputPath, language, served, newEdits, decisions, encodings, written);
    }

    /** Returns this page with other decided changes and other decisions. */
    public PageFile with(List<PageEdit> newEdits, List<PageDecision> newDecisions) {
        return new PageFile(
                file, name, content, outputPath, language, served, newEdits, newDecisions, encodings, written);
    }

    /** Returns this page with {@code more} decisions after those that it has. */
    public PageFile withDecisions(List<PageDecision> more) {
        List<PageDecision> all = new ArrayList<>(decisions);
        all.addAll(more);
        return new PageFile(file, name, content, outputPath, language, served, edits, all, encodings, written);
    }

    /** Returns this page with other bytes and no open changes, to be written. */
    public PageFile withContent(Content newContent) {
        return new PageFile(
                file,
                name,
                newContent,
                outputPath,
                language,
                served,
                List.of(),
                decisions,
                Collections.emptySortedMap(),
                true);
    }

    /** Returns this page with its precompressed variants. */
    public PageFile withEncodings(SortedMap<String, Content> variants) {
        return new PageFile(file, name, content, outputPath, language, served, edits, decisions, variants, written);
    }

    /** Orders by file. */
    @Override
    public int compareTo(PageFile other) {
        return file.compareTo(other.file);
    }
}
