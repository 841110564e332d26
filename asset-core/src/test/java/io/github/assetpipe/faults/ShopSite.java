package io.github.assetpipe.faults;

import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.Config;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A small site in two states, of which every build makes other files: what is built while something goes wrong. */
final class ShopSite {
    private static final int PAGES = 12;

    private ShopSite() {}

    /** Writes the sources of a state. */
    static void write(Path folder, String state) throws IOException {
        for (int i = 0; i < PAGES; i++) {
            file(folder, "page" + i + ".html", """
                    <!doctype html><html><head><title>%1$s %2$d</title>
                    <!-- compress css -->
                    <link rel="stylesheet" href="css/base.css">
                    <link rel="stylesheet" href="css/%1$s.css">
                    <link rel="stylesheet" href="css/extra.scss">
                    <!-- endcompress -->
                    </head><body class="page-%2$d"><h1>%1$s</h1><p class="lead">%3$s</p>
                    <img src="img/mark.svg" alt=""><script src="js/%1$s.js"></script></body></html>
                    """.formatted(state, i, "words and words ".repeat(20)));
        }
        file(folder, "css/base.css", "body{margin:0}.lead{color:red;background:url(../img/mark.svg)}h1{font-size:2em}");
        file(folder, "css/" + state + ".css", "h1{color:#00f}.lead{padding:4px 4px}/* " + state + " */");
        file(
                folder,
                "css/extra.scss",
                "$c: #" + (state.equals("first") ? "123" : "456") + "; .lead { h1 { color: $c } }");
        file(
                folder,
                "js/" + state + ".js",
                "function greet(name){ var text = 'hello ' + name; console.log(text + '" + state
                        + "'); } greet('you');");
        file(
                folder,
                "img/mark.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><title>" + state
                        + "</title></svg>");
    }

    private static void file(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    /** Returns how a state is built; {@code base/STATE} to {@code base/OUT}. */
    static Config config(Path base, String state, String out, String cache) {
        return Config.builder(base, base.resolve(out))
                .roots(List.of(SourceRoot.of(base.resolve(state), SourceRoot.Kind.WEBAPP, "")))
                .copyAll(true)
                .cacheDirectory(base.resolve(cache))
                .build();
    }

    static void build(Path base, String state, String out, String cache) {
        AssetPipeline.build(config(base, state, out, cache), Reporter.silent());
    }

    /** Returns the digest of every file below a folder, by path. */
    static SortedMap<String, String> digests(Path folder) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    found.put(path, Content.ofFile(file).sha256());
                }
            }
        }
        return found;
    }

    /** Builds the two states in turn until the process is killed: {@code base out cache}. */
    public static void main(String[] arguments) {
        Path base = Path.of(arguments[0]);
        while (true) {
            build(base, "second", arguments[1], arguments[2]);
            build(base, "first", arguments[1], arguments[2]);
            System.out.println("built");
        }
    }
}
