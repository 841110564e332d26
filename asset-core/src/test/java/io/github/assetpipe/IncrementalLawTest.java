package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.option.FingerprintOptions;
import io.github.assetpipe.option.MinifyOptions;
import io.github.assetpipe.option.PrecompressOptions;
import io.github.assetpipe.option.PurgeOptions;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The law of incremental builds: whatever has happened since the last one, the outputs are those of a clean build. */
class IncrementalLawTest {
    private static final String PAGE = """
            <!doctype html>
            <html><head>
            {% compress css %}
            <link rel="stylesheet" href="/css/a.css">
            <link rel="stylesheet" href="/css/b.css">
            {% endcompress %}
            </head><body class="one">
            <img src="/img/x.png" alt=""><img src="/img/y.svg" alt="">
            {% compress js %}
            <script src="/js/a.js"></script>
            <script src="/js/b.js"></script>
            {% endcompress %}
            </body></html>
            """;

    private static final PurgeOptions NO_PURGE = new PurgeOptions(
            false, List.of(), List.of(), List.of(), List.of(), true, true, false, List.of(), List.of());

    /** What can be chosen and changes results. */
    private record Choice(boolean plain, boolean purge, boolean minify, boolean gzip) {
        Choice other(int which) {
            return switch (which % 4) {
                case 0 -> new Choice(!plain, purge, minify, gzip);
                case 1 -> new Choice(plain, !purge, minify, gzip);
                case 2 -> new Choice(plain, purge, !minify, gzip);
                default -> new Choice(plain, purge, minify, !gzip);
            };
        }
    }

    @Property(tries = 50)
    void anIncrementalBuildLeavesWhatACleanOneWould(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 1_000_000) Integer> steps) throws IOException {
        Path folder = Files.createTempDirectory("incremental");
        try {
            SortedMap<String, String> files = new TreeMap<>(Map.of(
                    "index.html", PAGE,
                    "sub/page.html", PAGE.replace("one", "two"),
                    "css/a.css", ".one { color: red; background: url(../img/x.png) } .gone { top: 0 }",
                    "css/b.css", ".two { color: blue }",
                    "css/alone.css", ".three { margin: 0px }",
                    "js/a.js", "var first = 1 + 1;",
                    "js/b.js", "function second(longName) { return longName; }",
                    "img/x.png", "not a picture",
                    "img/y.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
            Choice choice = new Choice(false, true, true, true);
            Path project = folder.resolve("project");
            check(folder, project, files, choice);
            for (int step : steps) {
                choice = changed(step, files, project, choice);
                check(folder, project, files, choice);
            }
        } finally {
            delete(folder);
        }
    }

    /** Edits, deletes, renames or adds a file, changes an option, or spoils an output. */
    private static Choice changed(int step, SortedMap<String, String> files, Path project, Choice choice)
            throws IOException {
        int value = step / 7;
        String file = files.isEmpty() ? "new.html" : List.copyOf(files.keySet()).get(value % Math.max(1, files.size()));
        switch (step % 7) {
            case 0, 1 -> files.put(file, edited(file, files.getOrDefault(file, ""), value));
            case 2 -> files.remove(file);
            case 3 -> {
                String text = files.remove(file);
                files.put(file.replaceFirst("\\.", value % 10 + "."), text == null ? "" : text);
            }
            case 4 -> files.put("added" + value % 5 + ".html", PAGE.replace("one", "gone two"));
            case 5 -> {
                return choice.other(value);
            }
            default -> spoil(project.resolve("target/web"), value);
        }
        return choice;
    }

    private static String edited(String file, String text, int value) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "css" -> text + ".one{width:" + value % 100 + "px}";
            case "js" -> text + "\nvar v" + value % 100 + " = " + value + ";";
            case "html" -> text.replace("</body>", "<p class=\"three\">" + value + "</p></body>");
            default -> text + value;
        };
    }

    private static void spoil(Path output, int value) throws IOException {
        // Without its manifest a build owns nothing, as documented; so that one stays whole.
        List<String> there = tree(output).keySet().stream()
                .filter(name -> !name.startsWith("asset-manifest"))
                .toList();
        if (!there.isEmpty()) {
            Path file = output.resolve(there.get(value % there.size()));
            if (value % 2 == 0) {
                Files.delete(file);
            } else {
                Files.writeString(file, "spoiled");
            }
        }
    }

    private static void check(Path folder, Path project, SortedMap<String, String> files, Choice choice)
            throws IOException {
        write(project.resolve("web"), files);
        Path clean = folder.resolve("clean");
        delete(clean);
        write(clean.resolve("web"), files);
        String wanted = build(clean, choice, null);
        assertEquals(wanted, build(project, choice, folder.resolve("cache")));
        if (wanted.isEmpty()) {
            assertEquals(tree(clean.resolve("target/web")), tree(project.resolve("target/web")));
        }
        // Twice from an empty output, at another place: the second one is taken from the cache whole.
        Path copy = folder.resolve("copy");
        write(copy.resolve("web"), files);
        for (int i = 0; i < 2; i++) {
            delete(copy.resolve("target"));
            assertEquals(wanted, build(copy, choice, folder.resolve("cache")));
        }
        if (wanted.isEmpty()) {
            assertEquals(tree(clean.resolve("target/web")), tree(copy.resolve("target/web")));
        }
    }

    /** Builds, and returns what was wrong. */
    private static String build(Path project, Choice choice, Path cache) {
        Config config = Config.builder(project, project.resolve("target/web"))
                .roots(List.of(SourceRoot.of(project.resolve("web"), SourceRoot.Kind.WEBAPP, "")))
                .copyAll(true)
                .threads(2)
                .fingerprint(new FingerprintOptions(choice.plain(), List.of("**/*.html")))
                .purge(choice.purge() ? PurgeOptions.defaults() : NO_PURGE)
                .minify(new MinifyOptions(
                        MinifyOptions.CssEngine.NATIVE,
                        choice.minify() ? MinifyOptions.JsEngine.NATIVE : MinifyOptions.JsEngine.NONE,
                        List.of(),
                        MinifyOptions.Browsers.BASELINE_WIDELY_AVAILABLE))
                .precompress(new PrecompressOptions(false, 11, choice.gzip(), true, List.of()))
                .cacheDirectory(cache)
                .build();
        try {
            AssetPipeline.build(config, Reporter.silent());
            return "";
        } catch (AssetException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void write(Path folder, SortedMap<String, String> files) throws IOException {
        SortedMap<String, String> there = tree(folder);
        for (String gone : there.keySet()) {
            if (!files.containsKey(gone)) {
                Files.delete(folder.resolve(gone));
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Content content = Content.of(file.getValue());
            if (!content.sha256().equals(there.get(file.getKey()))) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** The files below a folder with the digests of what they hold. */
    private static SortedMap<String, String> tree(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    files.put(name, Content.ofFile(file).sha256());
                }
            }
        }
        return files;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all = new ArrayList<>();
            try (Stream<Path> walk = Files.walk(folder)) {
                walk.sorted(Comparator.reverseOrder()).forEach(all::add);
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
