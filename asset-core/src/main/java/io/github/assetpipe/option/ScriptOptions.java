package io.github.assetpipe.option;

import java.util.List;

/**
 * How Closure Compiler minifies scripts.
 *
 * @param level how far it goes
 * @param externs project-relative files that declare, in Closure Compiler's way, the names that other scripts and pages use;
 *     read at the level {@code ADVANCED} only, beside the declarations for browsers that it knows itself
 */
public record ScriptOptions(Level level, List<String> externs) {

    /** How far Closure Compiler goes. */
    public enum Level {
        /** White space and comments go; names stay. */
        WHITESPACE,
        /** Local names are shortened and expressions simplified; what other scripts can see stays. The default. */
        SIMPLE,
        /** Each script is taken for a whole program: properties and global names are shortened, what is not used in it goes. */
        ADVANCED
    }

    /** Copies the list. */
    public ScriptOptions {
        externs = List.copyOf(externs);
    }

    /** Returns the defaults: SIMPLE, no externs. */
    public static ScriptOptions defaults() {
        return new ScriptOptions(Level.SIMPLE, List.of());
    }
}
