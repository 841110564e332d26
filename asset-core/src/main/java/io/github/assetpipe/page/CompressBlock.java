package io.github.assetpipe.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compress block: the tags between {@code {% compress css %}} and {@code {% endcompress %}}, or the same words in comments.
 *
 * @param css whether the members are style sheets; else they are scripts
 * @param mode how the bundle takes their place
 * @param name the bundle's name, or null
 * @param open the opening mark
 * @param close the closing mark
 * @param parts what stands between, in order
 */
public record CompressBlock(
        boolean css, Mode mode, @Nullable String name, Range open, Range close, List<Part> parts) {

    /** How a bundle takes the place of its members. */
    public enum Mode {
        /** A tag that names the bundle's file. */
        FILE,
        /** The bundle's text inside the page. */
        INLINE,
        /** A preload link that names the bundle's file. */
        PRELOAD
    }

    /** Something between the marks that keeps its place in the order. */
    public sealed interface Part {
        /** Returns where it stands. */
        Range range();

        /**
         * A tag that may become part of a bundle.
         *
         * @param tag the index of the tag in the page
         * @param range the whole element
         */
        record Member(int tag, Range range) implements Part {}

        /**
         * Something that stays and that no bundle reaches across.
         *
         * @param range where it stands
         * @param reason why it stays
         */
        record Barrier(Range range, String reason) implements Part {}
    }

    /** Copies the list. */
    public CompressBlock {
        parts = List.copyOf(parts);
    }
}
