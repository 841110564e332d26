package io.github.assetpipe.option;

import java.util.List;

/**
 * How stylesheets and scripts are minified.
 *
 * @param css the engine for stylesheets
 * @param js the engine for scripts
 * @param skip glob patterns over logical paths that stay as written, beside the names with {@code .min.}
 */
public record MinifyOptions(CssEngine css, JsEngine js, List<String> skip) {

    /** The CSS minifiers that can be chosen. */
    public enum CssEngine {
        /** The own engine; the default. */
        NATIVE,
        /** YUI Compressor, used only where its result provably means the same. */
        YUI,
        /** Stylesheets stay as written. */
        NONE
    }

    /** The JavaScript minifiers that can be chosen. */
    public enum JsEngine {
        /** Closure Compiler, SIMPLE level; the default. */
        CLOSURE,
        /** Closure Compiler, white space only. */
        CLOSURE_WHITESPACE,
        /** The own printer: short names and no white space, in a small part of the time. */
        NATIVE,
        /** Scripts stay as written. */
        NONE
    }

    /** Copies the list. */
    public MinifyOptions {
        skip = List.copyOf(skip);
    }

    /** Returns the defaults: own CSS engine, Closure Compiler SIMPLE. */
    public static MinifyOptions defaults() {
        return new MinifyOptions(CssEngine.NATIVE, JsEngine.CLOSURE, List.of());
    }
}
