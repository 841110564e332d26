package io.github.assetpipe.report;

/**
 * How much pages use of what one import brings into a compiled stylesheet.
 *
 * @param sheet the compiled stylesheet
 * @param file the file that holds the import
 * @param line its 1-based line
 * @param statement the import: {@code @import "bootstrap/carousel"}
 * @param target the file that it brings
 * @param through where the user's own file brings {@code file}, as file and line; empty when it is the user's own
 * @param rules number of rules that would be gone without it
 * @param used number of them that a page may use
 * @param bytes size of them all as compiled
 * @param usedBytes size of those that a page may use
 * @param neededFor what others take from it beside rules, such as {@code $gap}; empty when nothing
 */
public record ImportFact(
        String sheet,
        String file,
        int line,
        String statement,
        String target,
        String through,
        int rules,
        int used,
        long bytes,
        long usedBytes,
        String neededFor) {

    /** Tells whether the import could be left out: nothing that it brings is of use. */
    public boolean unused() {
        return rules > 0 && used == 0 && neededFor.isEmpty();
    }

    /** Returns what it comes to: {@code 0 of 45 rules used, 5.1 kB}. */
    public String verdict() {
        return used + " of " + rules + (rules == 1 ? " rule used, " : " rules used, ") + Bytes.text(bytes);
    }
}
