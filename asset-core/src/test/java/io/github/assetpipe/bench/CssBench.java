package io.github.assetpipe.bench;

import io.github.assetpipe.css.CssMinifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Minifies one stylesheet several times in one process: {@code ROUNDS OUTFILE INFILE}; prints the times in ms as JSON. */
public final class CssBench {
    private CssBench() {}

    /** Runs the bench. */
    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[0]);
        String source = Files.readString(Path.of(args[2]));
        StringBuilder times = new StringBuilder();
        String out = "";
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            out = CssMinifier.minify(source);
            times.append(i == 0 ? "[" : ",").append((System.nanoTime() - start) / 1e6);
        }
        Files.writeString(Path.of(args[1]), out);
        System.out.println(times.append(']'));
    }
}
