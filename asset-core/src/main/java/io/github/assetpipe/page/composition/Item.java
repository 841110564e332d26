package io.github.assetpipe.page.composition;

import io.github.assetpipe.model.LogicalPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a block renders, as far as it matters for the order of scripts, or for images that wait for one. */
public sealed interface Item {

    /** Returns the 1-based line of the page that it stands in. */
    int line();

    /**
     * A script element that a browser may run.
     *
     * @param offset offset of the tag in the page's text; of several on a page, what names it
     * @param line its line
     * @param kind when it runs, and whether that may be changed
     * @param src the source as written, or the empty string
     * @param asset the asset that the source names, or null when it is unknown
     * @param wish what the author asked for on the tag itself
     * @param names for {@link Kind#ASSIGNMENT} the global names that it assigns; for {@link Kind#FIXED} why, as one element
     */
    record Script(
            int offset,
            int line,
            Kind kind,
            String src,
            @Nullable LogicalPath asset,
            Wish wish,
            List<String> names) implements Item {

        /** Copies the list. */
        public Script {
            names = List.copyOf(names);
        }
    }

    /** When a script runs. */
    enum Kind {
        /** External and classic: while the page is parsed, and it could be deferred. */
        EXTERNAL,
        /** External and classic, but its tag must stay as it is. */
        FIXED,
        /** Whenever it has arrived. */
        ASYNC,
        /** After parsing, in order: {@code defer} and modules. */
        DEFERRED,
        /** Inline and classic: while the page is parsed. */
        INLINE,
        /** Inline and classic, and does nothing but give literals to global names. */
        ASSIGNMENT
    }

    /** What an author asks for with {@code data-defer} and {@code data-no-defer}. */
    enum Wish {
        /** Nothing: the rules decide. */
        NONE,
        /** Deferred whatever the rules say. */
        DEFER,
        /** Never deferred. */
        STAY
    }

    /**
     * A place where something is rendered that stands elsewhere: an inclusion, a macro call, or a slot that others fill.
     *
     * @param line its line
     * @param targets what it may render; several are alternatives
     * @param fills what it passes along
     * @param fallback index of the block that is rendered when nothing else is, or -1
     * @param required whether there must be something: if no target is found then what is rendered is unknown
     */
    record Call(int line, List<Target> targets, List<Fill> fills, int fallback, boolean required) implements Item {

        /** Copies the lists. */
        public Call {
            targets = List.copyOf(targets);
            fills = List.copyOf(fills);
        }
    }

    /**
     * A block of the same page, rendered in its place.
     *
     * @param line its line
     * @param block the index of the block
     */
    record Part(int line, int block) implements Item {}

    /**
     * Something that cannot be known: a tag of an unknown library, a computed inclusion, unescaped text.
     *
     * @param line its line
     * @param reason what it is, for the report
     * @param template whether it may be a template, which may hold any script; else only scripts that run while parsing
     *     are feared
     */
    record Unknown(int line, String reason, boolean template) implements Item {}

    /**
     * The beginning or the end of what is rendered under a condition, or any number of times. Only what others must find is told
     * by it; scripts count whatever their condition.
     *
     * @param line its line
     * @param begins whether it begins
     */
    record Maybe(int line, boolean begins) implements Item {}

    /**
     * An image, or several: only the first of a block counts.
     *
     * @param line its line
     */
    record Image(int line) implements Item {}

    /**
     * The end of the document's body, in the block that it ends in.
     *
     * @param line its line
     */
    record BodyEnd(int line) implements Item {}

    /**
     * The end of the document.
     *
     * @param line its line
     */
    record End(int line) implements Item {}
}
