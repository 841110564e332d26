package io.github.assetpipe.option;

import java.util.List;

/**
 * How stylesheets and scripts are minified.
 *
 * @param css the engine for stylesheets
 * @param js the engine for scripts
 * @param skip glob patterns over logical paths that stay as written, beside the names with {@code .min.}
 * @param browsers the browsers that a minified stylesheet must mean the same to
 * @param scripts how Closure Compiler does its work
 */
public record MinifyOptions(CssEngine css, JsEngine js, List<String> skip, Browsers browsers, ScriptOptions scripts) {

    /** The CSS minifiers that can be chosen. */
    public enum CssEngine {
        /** The own engine; the default. */
        NATIVE,
        /** YUI Compressor, used only where its result provably means the same. */
        YUI,
        /** Stylesheets stay as written. */
        NONE
    }

    /** The browsers that can be asked for. */
    public enum Browsers {
        /** All that are "Baseline widely available", the last two and a half years of each; the default. */
        BASELINE_WIDELY_AVAILABLE,
        /** Any browser: nothing goes that only an old one reads, and no form is used that an old one may not know. */
        ANY
    }

    /** The JavaScript minifiers that can be chosen. */
    public enum JsEngine {
        /** Closure Compiler; the default. */
        CLOSURE,
        /** The own printer: short names and no white space, in a small part of the time. */
        NATIVE,
        /** Scripts stay as written. */
        NONE
    }

    /** Creates options with the defaults of scripts. */
    public MinifyOptions(CssEngine css, JsEngine js, List<String> skip, Browsers browsers) {
        this(css, js, skip, browsers, ScriptOptions.defaults());
    }

    /** Copies the list. */
    public MinifyOptions {
        skip = List.copyOf(skip);
    }

    /** Returns the defaults: own CSS engine, Closure Compiler SIMPLE, Baseline widely available. */
    public static MinifyOptions defaults() {
        return new MinifyOptions(CssEngine.NATIVE, JsEngine.CLOSURE, List.of(), Browsers.BASELINE_WIDELY_AVAILABLE);
    }
}
