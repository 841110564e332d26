package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.page.Range;
import io.github.assetpipe.page.Reference;
import io.github.assetpipe.page.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A tag of a compress block that can become part of a bundle.
 *
 * @param tagIndex the tag's index in its page
 * @param tag the tag
 * @param range the whole element
 * @param reference the literal that names its file, or null for an inline one
 * @param asset the file, or null
 * @param content the style sheet or script
 * @param base where its relative URLs start, or null when it has none
 * @param key what members of one bundle must have in common: their other attributes
 */
record BlockMember(
        int tagIndex,
        Tag tag,
        Range range,
        @Nullable Reference reference,
        @Nullable Asset asset,
        MemberText content,
        @Nullable LogicalPath base,
        String key) {

    /** Tells whether the member is a file. */
    boolean isFile() {
        return asset != null;
    }

    /** Returns the style sheet or script. */
    String text() {
        return content.text();
    }
}
