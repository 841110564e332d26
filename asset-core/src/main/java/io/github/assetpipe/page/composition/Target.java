package io.github.assetpipe.page.composition;

/**
 * What a place renders, by name.
 *
 * @param kind what the name is looked up among
 * @param name the name as written; {@code *} stands for computed parts of a template's name
 * @param part for templates a selector of a part, empty for all; for macros a namespace, for tags the prefix
 */
public record Target(Kind kind, String name, String part) {

    /** What a name is looked up among. */
    public enum Kind {
        /** Templates, by path. An empty name is the same page. */
        TEMPLATE,
        /** Macros of the same language. */
        MACRO,
        /** Tag files and known tag libraries. */
        TAG,
        /** Definitions of Tiles. */
        DEFINITION,
        /** What those who include or extend the page, directly or not, pass under the name. */
        INHERITED,
        /** What the direct callers of the definition pass under the name. */
        PARAMETER,
        /** What is captured in a variable of the name. */
        VARIABLE,
        /** Pages that are decorated: those that nobody includes. */
        SCREEN,
        /** All blocks of the name. */
        NAMED
    }

    /** Returns a whole template. */
    static Target template(String name) {
        return new Target(Kind.TEMPLATE, name, "");
    }

    /** Returns a target without a part. */
    static Target of(Kind kind, String name) {
        return new Target(kind, name, "");
    }
}
