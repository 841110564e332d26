package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.option.SourceMapMode;
import io.github.assetpipe.option.SourceMapOptions;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After an edit of a stylesheet pages are not read again, and nobody can tell it by what is written or said. */
class PagesAgainTest {
    private static final String HEAD = """
            <!doctype html>
            <html><head>
            {%% compress css%s %%}
            <link rel="stylesheet" href="/css/a.css">
            <link rel="stylesheet" href="/css/b.css">
            <style>.three { background: url(/img/x.png) }</style>
            {%% endcompress %%}
            """;

    private static final String BODY = """
            <link rel="stylesheet" href="/css/alone.css">
            {% compress js %}
            <script src="/js/a.js"></script>
            <script src="/js/b.js"></script>
            {% endcompress %}
            <script src="/js/last.js"></script>
            </head><body class="one two">
            <header><img src="/img/x.png" alt=""></header>
            <main><p>Text</p><img src="/img/x.png" alt=""><img src="/img/x.png" alt=""><img src="/img/x.png" alt="">
            <img src="/img/x.png" alt="" width="3" height="4"><img src="/img/none.png" alt=""></main>
            </body></html>
            """;

    private final SortedMap<String, String> files = new TreeMap<>();
    private Path folder;
    private int clock;

    @BeforeEach
    @BeforeTry
    void begin() throws IOException {
        folder = Files.createTempDirectory("pages-again");
        clock = 0;
        files.clear();
        files.put("index.html", HEAD.formatted("") + BODY);
        files.put("inline.html", HEAD.formatted(" inline") + BODY);
        files.put("sub/plain.html", "<!doctype html><title>No stylesheet</title><img src=\"../img/x.png\" alt=\"\">");
        files.put("css/a.css", ".one { color: red; background: url(../img/x.png) } .gone { top: 0 }");
        files.put("css/b.css", ".two { color: blue }");
        files.put("css/c.css", ".three { color: green }");
        files.put("css/alone.css", "@import \"c.css\"; .four { margin: 0px }");
        files.put("js/a.js", "var first = 1 + 1;");
        files.put("js/b.js", "function second(longName) { return longName; }");
        files.put("js/last.js", "document.title += second(first);");
        files.put("img/x.png", "not a picture");
        files.put("img/y.png", "not a picture either");
    }

    @AfterEach
    @AfterTry
    void end() throws IOException {
        delete(folder);
    }

    @Property(tries = 30)
    void editsOfStylesheetsLeaveWhatACleanBuildWould(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 1_000_000) Integer> steps, @ForAll int choice)
            throws IOException {
        same(choice);
        for (int step : steps) {
            edit(step);
            same(choice);
        }
    }

    /** Changes one stylesheet in a way that could matter to a page, and now and then something else. */
    private void edit(int step) {
        String sheet =
                List.of("css/a.css", "css/b.css", "css/c.css", "css/alone.css").get(step % 4);
        int value = step / 40;
        files.merge(sheet, "", (text, none) -> switch (step / 4 % 10) {
            case 0 -> text + " .one { width: " + value + "px }";
            case 1 -> text + " .two { background: url(\"../img/y.png\") }";
            case 2 -> "@import 'c.css'; " + text;
            case 3 -> "@charset \"UTF-8\"; " + text;
            case 4 -> text + " .one { content: \"\u00e4\" } /* open";
            case 5 -> "";
            case 6 -> text + " .two { background: url(none" + value + ".png) }";
            case 7 -> text + " .dropped { color: red } .four { color: red }";
            case 8 -> text.replaceFirst("\\{", "{ top: " + value + "px; ");
            default -> text + " @media print { .one { color: #" + 100 + value % 900 + " } }";
        });
        if (step % 7 == 0) {
            String other = List.of("index.html", "js/b.js", "img/x.png").get(value % 3);
            files.merge(other, "", (text, none) -> text + "\n");
        }
    }

    /** Builds on top of what is there and from nothing, and compares files and diagnostics. */
    private void same(int choice) throws IOException {
        Path clean = folder.resolve("clean");
        delete(clean);
        write(clean);
        String wanted = build(clean, choice);
        write(folder.resolve("project"));
        assertEquals(wanted, build(folder.resolve("project"), choice));
        assertEquals(tree(clean.resolve("target/web")), tree(folder.resolve("project/target/web")));
    }

    /** Builds, and returns what was said. */
    private String build(Path project, int choice) {
        RewriteOptions.Lazy[] lazy = RewriteOptions.Lazy.values();
        RewriteOptions rewrite = new RewriteOptions(
                true,
                RewriteOptions.Defer.SAFE,
                lazy[Math.floorMod(choice, lazy.length)],
                1,
                true,
                RewriteOptions.Missing.WARN,
                choice % 2 == 0,
                List.of("**/skipped.html"),
                List.of(),
                List.of(),
                List.of(),
                choice % 5 == 0,
                ModuleOptions.defaults());
        ConfigBuilder config = Config.builder(project, project.resolve("target/web"))
                .roots(List.of(SourceRoot.of(project.resolve("web"), SourceRoot.Kind.WEBAPP, "")))
                .copyAll(true)
                .threads(2)
                .rewrite(rewrite)
                .cacheDirectory(folder.resolve(project.getFileName() + "-cache"));
        if (choice % 3 == 0) {
            config.sourceMaps(SourceMapOptions.of(SourceMapMode.FILE));
        }
        try {
            return AssetPipeline.build(config.build(), Reporter.silent())
                    .diagnostics()
                    .toString();
        } catch (AssetException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Writes what has changed, with a time of its own that lies back, so that size and time tell one state from the next. */
    private void write(Path project) throws IOException {
        SortedMap<String, String> there = tree(project.resolve("web"));
        for (String name : files.keySet()) {
            String text = files.get(name);
            if (!Content.of(text).sha256().equals(there.get(name))) {
                Path file = project.resolve("web").resolve(name);
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                Files.setLastModifiedTime(
                        file,
                        FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(clock++)));
            }
        }
    }

    /** Replaces text of a page by another of the same length, and gives the file the time that it had. */
    private void unseen(Path project, String name, String before, String after) throws IOException {
        Path page = project.resolve("web").resolve(name);
        FileTime time = Files.getLastModifiedTime(page);
        Files.writeString(page, Files.readString(page).replace(before, after));
        Files.setLastModifiedTime(page, time);
        files.put(name, Files.readString(page));
    }

    @Test
    void aPageThatNamesNothingThatChangedIsNotRead() throws IOException {
        Path project = folder.resolve("project");
        write(project);
        build(project, 1);
        // Of the same size and time as before: who looks at the page can tell, and the stamp can't.
        unseen(project, "sub/plain.html", "No stylesheet", "Other   title");
        files.merge("css/b.css", " .one { top: 1px }", String::concat);
        String before = Files.readString(project.resolve("target/web/index.html"));
        write(project);
        build(project, 1);
        assertNotEquals(before, Files.readString(project.resolve("target/web/index.html")));
        assertTrue(
                Files.readString(project.resolve("target/web/sub/plain.html")).contains("No stylesheet"));
        // The edit of a page lets all pages be read.
        files.merge("index.html", "\n", String::concat);
        write(project);
        build(project, 1);
        assertTrue(
                Files.readString(project.resolve("target/web/sub/plain.html")).contains("Other   title"));
    }

    @Test
    void aPageThatSomebodyWritesWhileTheBuildRunsIsDecidedAboutAnew() throws IOException {
        Path project = folder.resolve("project");
        write(project);
        build(project, 1);
        // Of the same size and time, as if it had been written after the stamp was compared.
        unseen(project, "index.html", "{% endcompress %}", "{%endcompress%}  ");
        files.merge("css/b.css", " .one { top: 1px }", String::concat);
        same(1);
    }

    @Test
    void aPageThatSomebodyChangedInTheOutputIsWrittenAgain() throws IOException {
        Path project = folder.resolve("project");
        write(project);
        build(project, 1);
        Path page = project.resolve("target/web/sub/plain.html");
        String wanted = Files.readString(page);
        Files.writeString(page, "spoiled");
        files.merge("css/b.css", " .one { top: 1px }", String::concat);
        write(project);
        build(project, 1);
        assertEquals(wanted, Files.readString(page));
    }

    private static SortedMap<String, String> tree(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                    files.put(
                            folder.relativize(file).toString().replace('\\', '/'),
                            Content.ofFile(file).sha256());
                }
            }
        }
        return files;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
