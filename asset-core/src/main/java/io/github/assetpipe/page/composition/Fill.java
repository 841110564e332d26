package io.github.assetpipe.page.composition;

/**
 * Something passed to what is included.
 *
 * @param name the name of the slot or parameter; empty for an unnamed body
 * @param position 0-based position among unnamed arguments, or -1 when it is named
 * @param block the index of the passed block in the same page
 */
public record Fill(String name, int position, int block) {

    /** Returns a named one. */
    static Fill named(String name, int block) {
        return new Fill(name, -1, block);
    }
}
