package io.github.assetpipe.bench;

import io.github.assetpipe.css.purge.Evidence;
import io.github.assetpipe.css.purge.PurgeInput;
import io.github.assetpipe.css.purge.Purger;
import io.github.assetpipe.css.purge.SourceText;
import io.github.assetpipe.css.purge.TextKind;
import io.github.assetpipe.option.PurgeOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Purges one stylesheet against a folder of pages several times in one process: {@code ROUNDS OUTFILE CSSFILE PAGES_DIR};
 * prints the times in ms as JSON. The pages are in memory; each round reads all of them anew, in slices on as
 * many threads as there are processors, as a build does.
 */
public final class PurgeBench {
    private static final int SLICE = 128;

    private PurgeBench() {}

    /** Runs the bench. */
    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[0]);
        String css = Files.readString(Path.of(args[2]));
        List<SourceText> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(args[3]))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
                pages.add(new SourceText(file.toString(), Files.readString(file), TextKind.MARKUP));
            }
        }
        List<List<SourceText>> slices = new ArrayList<>();
        int threads = Runtime.getRuntime().availableProcessors();
        int length = Math.max(1, Math.min(SLICE, (pages.size() + threads - 1) / threads));
        for (int from = 0; from < pages.size(); from += length) {
            slices.add(pages.subList(from, Math.min(pages.size(), from + length)));
        }
        StringBuilder times = new StringBuilder();
        String out = "";
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            Evidence evidence = Evidence.merge(scanned(slices));
            out = Purger.purge(List.of(new PurgeInput("in.css", css)), evidence, PurgeOptions.defaults())
                    .sheets()
                    .get(0)
                    .text();
            times.append(i == 0 ? "[" : ",").append((System.nanoTime() - start) / 1e6);
        }
        Files.writeString(Path.of(args[1]), out);
        System.out.println(times.append(']'));
    }

    private static List<Evidence> scanned(List<List<SourceText>> slices) {
        return slices.parallelStream().map(Evidence::scan).toList();
    }
}
