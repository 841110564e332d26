package io.github.assetpipe.js;

/** A declared variable, function, class, parameter or import; two nested ones of one name that can't be told apart are one. */
final class JsBinding {
    final String name;
    final JsScope scope;

    /** Number of places that name it, its declarations included. */
    int uses;

    /** Number of places that name it beside its declarations. */
    int references;

    /** Whether the name must stay: seen from outside, by {@code eval} or through {@code with}. */
    boolean pinned;

    String renamed;

    JsBinding(String name, JsScope scope) {
        this.name = name;
        this.scope = scope;
        this.renamed = name;
    }
}
