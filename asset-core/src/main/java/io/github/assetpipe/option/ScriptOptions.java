package io.github.assetpipe.option;

import java.util.List;

/**
 * How Closure Compiler minifies scripts, and for which browsers.
 *
 * @param level how far it goes
 * @param externs project-relative files that declare, in Closure Compiler's way, the names that other scripts and pages use;
 *     read at the level {@code ADVANCED} only, beside the declarations for browsers that it knows itself
 * @param baseline the year whose browsers the scripts must run in, at least {@link #FIRST_BASELINE}, or 0 for scripts in the
 *     syntax that they are written in
 */
public record ScriptOptions(Level level, List<String> externs, int baseline) {

    /** The first year for which it is defined what its browsers knew. */
    public static final int FIRST_BASELINE = 2015;

    /** How far Closure Compiler goes. */
    public enum Level {
        /** White space and comments go; names stay. */
        WHITESPACE,
        /** Local names are shortened and expressions simplified; what other scripts can see stays. The default. */
        SIMPLE,
        /** Each script is taken for a whole program: properties and global names are shortened, what is not used in it goes. */
        ADVANCED
    }

    /** Creates options for scripts that keep their syntax. */
    public ScriptOptions(Level level, List<String> externs) {
        this(level, externs, 0);
    }

    /** Copies the list. */
    public ScriptOptions {
        externs = List.copyOf(externs);
    }

    /** Returns the defaults: SIMPLE, no externs, the syntax as written. */
    public static ScriptOptions defaults() {
        return new ScriptOptions(Level.SIMPLE, List.of());
    }
}
