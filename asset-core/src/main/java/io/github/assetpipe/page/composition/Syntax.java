package io.github.assetpipe.page.composition;

import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.dialect.Construct;

/** How a template language writes inclusions, slots, definitions and loops. One object reads one page. */
interface Syntax {

    /** Reads a construct of the language. */
    default void construct(Construct construct, String own) {}

    /** Reads a start tag of the page that is no script. */
    default void tag(Tag tag) {}

    /** Reads the start tag of a script that runs, before the script is added. */
    default void script(Tag tag) {}

    /** Learns that a block has ended, by its element's end tag or its own mark. */
    default void closed(OpenBlock block) {}

    /** Comes after the whole page was read and before what is still open is closed. */
    default void end() {}
}
