package io.github.assetpipe.js;

import org.jspecify.annotations.Nullable;

/** A declared variable, function, class, parameter or import; two nested ones of one name that can't be told apart are one. */
final class JsBinding {
    final String name;
    final JsScope scope;

    /** Number of places that name it, its declarations included. */
    int uses;

    /** Number of places that name it beside its declarations. */
    int references;

    /** Its place among all in the order in which the text first names them. */
    int order = Integer.MAX_VALUE;

    /** Whether the name must stay: seen from outside, by {@code eval} or through {@code with}. */
    boolean pinned;

    String renamed;

    /** What {@link JsUsage} found out. */
    final Found found = new Found();

    JsBinding(String name, JsScope scope) {
        this.name = name;
        this.scope = scope;
        this.renamed = name;
    }

    /** Where and how a binding is used in code that can run. */
    static final class Found {
        int declarations;
        int reads;
        int writes;

        /** Writes that are no plain {@code name = value}. */
        int otherWrites;

        /** Whether it is exported, a parameter, a caught error, imported or part of a pattern: its declaration must stay. */
        boolean held;

        /** Whether it is one of a list of plain parameters, which have their values before anything else runs. */
        boolean parameter;

        /** Whether nothing can read it before its declarator has run. */
        boolean settled;

        @Nullable
        JsNode declarator;

        @Nullable
        JsNode function;

        /** The function and the loop around its declaration, and around its last read. */
        @Nullable
        JsNode declaredIn;

        @Nullable
        JsNode readIn;
    }

    /** Tells whether it has one value from its declaration on. */
    boolean isFixed() {
        return !pinned
                && found.declarations == 1
                && found.writes == 0
                && (found.function != null || found.settled || found.parameter && !scope.globals.contains("arguments"));
    }

    /** Tells whether its only declaration can go once nothing needs it. */
    boolean isFree() {
        return !pinned && !found.held && found.declarations == 1;
    }
}
