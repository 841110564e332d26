package io.github.assetpipe.page.composition;

/** Shortens source text for a report to one line. */
final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /** Returns the whole of a text as one line. */
    static String line(String source) {
        return source.strip().replaceAll("\\s+", " ");
    }

    static String of(String source) {
        String line = line(source);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
