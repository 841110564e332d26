package io.github.assetpipe.bench;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.SassEngine;
import io.github.assetpipe.option.SassOptions;
import io.github.assetpipe.transform.ClosureJs;
import io.github.assetpipe.transform.DartSass;
import io.github.assetpipe.transform.Lookup;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import io.github.assetpipe.transform.Transformer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Minifies a script or compiles a stylesheet several times in one process: {@code js|scss ROUNDS OUTFILE INFILE}; prints
 * the times in ms as JSON. Stylesheets find imports in their own folder, and in two folders below it that the bench names.
 */
public final class TransformBench {
    private static final SassOptions SASS = new SassOptions(
            SassEngine.DART, Map.of(), List.of(), "", List.of(), List.of("", "uswds/packages", "foundation"), true);

    private TransformBench() {}

    /** Runs the bench. */
    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[1]);
        Path file = Path.of(args[3]).toAbsolutePath();
        if (args[0].equals("js")) {
            run(new ClosureJs(MinifyOptions.defaults(), false), rounds, Path.of(args[2]), file);
        } else {
            try (DartSass sass = new DartSass(SASS, false)) {
                run(sass, rounds, Path.of(args[2]), file);
            }
        }
    }

    private static void run(Transformer transformer, int rounds, Path out, Path file) throws IOException {
        Path folder = file.resolveSibling("");
        Lookup lookup = path ->
                Optional.of(folder.resolve(path)).filter(Files::isRegularFile).map(Content::ofFile);
        String name = String.valueOf(file.getFileName());
        TransformInput input = new TransformInput(LogicalPath.of(name), name, Content.ofFile(file), null);
        StringBuilder times = new StringBuilder();
        TransformResult result = TransformResult.unchanged();
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            result = transformer.transform(input, lookup);
            times.append(i == 0 ? "[" : ",").append((System.nanoTime() - start) / 1e6);
        }
        Files.write(
                out,
                result.outputs().isEmpty()
                        ? Files.readAllBytes(file)
                        : result.outputs().get(0).content().bytes());
        System.out.println(times.append(']'));
    }
}
