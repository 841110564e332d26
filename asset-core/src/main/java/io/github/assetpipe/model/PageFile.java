package io.github.assetpipe.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template or plain HTML page, and the changes decided for it so far.
 *
 * @param file the project-relative source file, with {@code /}; unique in a site
 * @param name the path below its page root, as template engines name it: {@code fragments/layout.html}
 * @param content the bytes as the author wrote them
 * @param outputPath where it is written, relative to the output directory
 * @param served the path under which it is served as a file, or null for templates that only an engine renders
 * @param edits the changes decided so far; their ranges do not overlap
 * @param written whether it is written although nothing changed it (static sites that are copied whole)
 */
public record PageFile(
        String file,
        String name,
        Content content,
        String outputPath,
        @Nullable LogicalPath served,
        List<PageEdit> edits,
        boolean written)
        implements Comparable<PageFile> {

    /** Copies the list. */
    public PageFile {
        edits = List.copyOf(edits);
    }

    /** Returns this page with other decided changes. */
    public PageFile withEdits(List<PageEdit> newEdits) {
        return new PageFile(file, name, content, outputPath, served, newEdits, written);
    }

    /** Returns this page with other bytes and no open changes. */
    public PageFile withContent(Content newContent) {
        return new PageFile(file, name, newContent, outputPath, served, List.of(), written);
    }

    /** Orders by file. */
    @Override
    public int compareTo(PageFile other) {
        return file.compareTo(other.file);
    }
}
