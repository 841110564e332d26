package io.github.assetpipe.page.composition;

import java.util.List;

/**
 * A part of a page that is rendered as one: the page itself, a fragment, a macro, a loop's body, what is passed to an inclusion.
 *
 * @param kind how it comes to be rendered
 * @param names what others can name it by
 * @param parameters the names of its parameters in order
 * @param repeats whether it may be rendered several times in a row
 * @param parent the index of the block that it stands in, -1 for the page itself
 * @param items what it renders, in order
 */
public record Block(
        Kind kind, List<String> names, List<String> parameters, boolean repeats, int parent, List<Item> items) {

    /** How a block comes to be rendered. */
    public enum Kind {
        /** As the page itself; always the first block. */
        MAIN,
        /** In its place, and where it is named. */
        PART,
        /** Only where it is called by name. */
        DEFINITION,
        /** Only where a slot takes it. */
        CONTENT,
        /** Where a variable of its name is printed. */
        CAPTURE,
        /** Never: what an inclusion replaces. */
        DROPPED
    }

    /** Copies the lists. */
    public Block {
        names = List.copyOf(names);
        parameters = List.copyOf(parameters);
        items = List.copyOf(items);
    }

    /** Returns this block with other items. */
    Block withItems(List<Item> newItems) {
        return new Block(kind, names, parameters, repeats, parent, newItems);
    }
}
