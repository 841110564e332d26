package io.github.assetpipe.bench;

import io.github.assetpipe.css.CssMinifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Minifies a stylesheet several times in one process: {@code ROUNDS OUTFILE INFILE}; prints the times in ms as JSON. More files
 * may follow, which are minified before, without being timed: what an archive of the classes is trained with.
 *
 * <p>{@code -Dbench.calls=N} makes N calls instead, and prints the first one and the last ROUNDS - 1: the time of a process that
 * lives on.
 */
public final class CssBench {
    private CssBench() {}

    /** Runs the bench. */
    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[0]);
        for (int i = 3; i < args.length; i++) {
            minified(args[i], rounds, new StringBuilder());
        }
        StringBuilder times = new StringBuilder();
        Files.writeString(Path.of(args[1]), minified(args[2], rounds, times));
        System.out.println(times.append(']'));
    }

    private static String minified(String file, int rounds, StringBuilder times) throws IOException {
        String source = Files.readString(Path.of(file));
        String out = "";
        int calls = Math.max(rounds, Integer.getInteger("bench.calls", rounds));
        for (int i = 0; i < calls; i++) {
            long start = System.nanoTime();
            out = CssMinifier.minify(source);
            double millis = (System.nanoTime() - start) / 1e6;
            if (i == 0 || i > calls - rounds) {
                times.append(i == 0 ? "[" : ",").append(millis);
            }
        }
        return out;
    }
}
