package io.github.assetpipe.model;

/** A part of the text that replaces a range of a page; what depends on final names is filled in by the rewrite pass. */
public sealed interface Piece {

    /** Text as it is. */
    record Text(String text) implements Piece {}

    /**
     * The URL of an asset under its final name.
     *
     * @param asset the logical path of the asset
     * @param form how the URL is written
     */
    record AssetUrl(LogicalPath asset, UrlForm form) implements Piece {}

    /**
     * The file name of an asset under its final name, as a URL's last part is written.
     *
     * @param asset the logical path of the asset
     */
    record AssetName(LogicalPath asset) implements Piece {}

    /** The subresource integrity value of an asset's final bytes. */
    record Integrity(LogicalPath asset) implements Piece {}

    /**
     * The final text of an asset, for inline mode; the closing tag of {@code element} is escaped in it.
     *
     * @param asset the logical path of the asset
     * @param element {@code style} or {@code script}
     * @param form how the page writes URLs, for those inside a style sheet
     */
    record Inline(LogicalPath asset, String element, UrlForm form) implements Piece {}
}
