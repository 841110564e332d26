package io.github.assetpipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.option.SourceRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeBuildTest {
    private static final String REMEMBERED = "These sources were built before: everything comes from the cache";

    @TempDir
    Path folder;

    private Path project;
    private Path cache;

    @BeforeEach
    void project() throws IOException {
        project = folder.resolve("project");
        cache = folder.resolve("cache");
        write("web/index.html", """
                <!doctype html>
                <html><head>
                <link rel="stylesheet" href="/css/app.scss">
                </head><body class="used"><img src="/img/x.png" alt=""><img src="/img/missing.png" alt=""></body></html>
                """);
        write("web/css/app.scss", "@import '../../parts/colors'; .used { color: $brand } .unused { top: 0 }");
        write("parts/_colors.scss", "$brand: #123456;");
        write("web/img/x.png", "not a picture");
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static ConfigBuilder config(Path project, Path cache) {
        return Config.builder(project, project.resolve("target/web"))
                .roots(List.of(SourceRoot.of(project.resolve("web"), SourceRoot.Kind.WEBAPP, "")))
                .copyAll(true)
                .threads(2)
                .cacheDirectory(cache);
    }

    private BuildResult build() {
        return AssetPipeline.build(config(project, cache).build(), Reporter.silent());
    }

    private BuildResult cleanBuild() throws IOException {
        delete(project.resolve("target"));
        return build();
    }

    private static boolean isRemembered(BuildResult result) {
        return result.summary().contains(REMEMBERED);
    }

    @Test
    void aCleanBuildOfTheSameSourcesTakesItsFilesFromTheCache() throws IOException {
        BuildResult first = cleanBuild();
        SortedMap<String, String> wanted = tree(project.resolve("target"));
        assertFalse(isRemembered(first));
        BuildResult second = cleanBuild();
        assertTrue(isRemembered(second), second.summary().toString());
        assertEquals(first.written(), second.written());
        assertEquals(outputs(wanted), outputs(tree(project.resolve("target"))));
    }

    @Test
    void whatWasWarnedOfIsWarnedOfAgain() throws IOException {
        List<Diagnostic> first = cleanBuild().diagnostics();
        assertTrue(first.stream().anyMatch(d -> d.message().contains("missing.png")), first.toString());
        assertEquals(first, cleanBuild().diagnostics());
    }

    @Test
    void afterItNothingHasChanged() throws IOException {
        cleanBuild();
        cleanBuild();
        assertEquals(List.of("Nothing changed"), build().summary());
    }

    @Test
    void theReportHasItsFacts() throws IOException {
        cleanBuild();
        SortedMap<String, String> facts = tree(project.resolve("target/asset"));
        cleanBuild();
        SortedMap<String, String> again = tree(project.resolve("target/asset"));
        facts.remove("stamp/00/stamp");
        again.remove("stamp/00/stamp");
        assertEquals(facts, again);
    }

    @Test
    void anotherCopyOfTheProjectSharesIt() throws IOException {
        cleanBuild();
        SortedMap<String, String> wanted = tree(project.resolve("target/web"));
        Path copy = folder.resolve("elsewhere");
        Files.move(project, copy);
        delete(copy.resolve("target"));
        BuildResult result = AssetPipeline.build(config(copy, cache).build(), Reporter.silent());
        assertTrue(isRemembered(result));
        assertEquals(wanted, tree(copy.resolve("target/web")));
    }

    @Test
    void aChangedPageIsBuilt() throws IOException {
        cleanBuild();
        write("web/index.html", "<p class=used>");
        assertFalse(isRemembered(cleanBuild()));
    }

    @Test
    void aChangedFileThatOnlyTheCompilerKnowsIsSeen() throws IOException {
        cleanBuild();
        write("parts/_colors.scss", "$brand: #654321;");
        assertFalse(isRemembered(cleanBuild()));
        assertTrue(tree(project.resolve("target/web")).size() > 3);
        assertTrue(css().contains("#654321"), css());
    }

    @Test
    void aFileThatTheCompilerLookedForInVainIsSeenWhenItComes() throws IOException {
        cleanBuild();
        write("parts/colors.scss", "$brand: #aaaaaa;");
        Files.delete(project.resolve("parts/_colors.scss"));
        assertFalse(isRemembered(cleanBuild()));
        assertTrue(css().contains("#aaa"), css());
    }

    @Test
    void aChangedImportMapIsSeenByTheNextBuildAndByACleanOne() throws IOException {
        write("names.json", "{ \"imports\": { \"x\": \"/js/one.js\" } }");
        write("web/js/one.js", "export const a = 1;");
        write("web/js/two.js", "export const a = 2;");
        write("web/module.html", "<script type=module>import 'x'</script>");
        Config config = config(project, cache)
                .rewrite(RewriteOptions.defaults()
                        .withModules(new ModuleOptions(ModuleOptions.Names.REWRITTEN, "names.json", false)))
                .build();
        AssetPipeline.build(config, Reporter.silent());
        Path page = project.resolve("target/web/module.html");
        assertTrue(Files.readString(page).contains("js/one."), Files.readString(page));

        write("names.json", "{ \"imports\": { \"x\": \"/js/two.js\" } }");
        AssetPipeline.build(config, Reporter.silent());
        assertTrue(Files.readString(page).contains("js/two."), Files.readString(page));

        write("names.json", "{ \"imports\": { \"x\": \"/js/one.js\" } }");
        delete(project.resolve("target"));
        assertTrue(isRemembered(AssetPipeline.build(config, Reporter.silent())));
        assertTrue(Files.readString(page).contains("js/one."), Files.readString(page));

        write("names.json", "{ \"imports\": { \"x\": \"/js/two.js\" } }");
        delete(project.resolve("target"));
        assertFalse(isRemembered(AssetPipeline.build(config, Reporter.silent())));
        assertTrue(Files.readString(page).contains("js/two."), Files.readString(page));
    }

    @Test
    void anotherConfigurationIsBuilt() throws IOException {
        cleanBuild();
        delete(project.resolve("target"));
        Config other = config(project, cache).generatedOutputPrefix("made").build();
        assertFalse(isRemembered(AssetPipeline.build(other, Reporter.silent())));
    }

    @Test
    void aDamagedMemoryIsNoMemory() throws IOException {
        cleanBuild();
        SortedMap<String, String> wanted = tree(project.resolve("target/web"));
        for (String name : tree(cache).keySet()) {
            byte[] bytes = Files.readAllBytes(cache.resolve(name));
            bytes[bytes.length / 2] ^= 1;
            Files.write(cache.resolve(name), bytes);
        }
        assertFalse(isRemembered(cleanBuild()));
        assertEquals(wanted, tree(project.resolve("target/web")));
    }

    @Test
    void whatAFormerBuildLeftGoes() throws IOException {
        cleanBuild();
        write("web/old.html", "<p>");
        build();
        assertTrue(Files.exists(project.resolve("target/web/old.html")));
        Files.delete(project.resolve("web/old.html"));
        delete(project.resolve("target/asset"));
        assertTrue(isRemembered(build()));
        assertFalse(Files.exists(project.resolve("target/web/old.html")));
    }

    private String css() throws IOException {
        for (String name : tree(project.resolve("target/web")).keySet()) {
            if (name.endsWith(".css")) {
                return Files.readString(project.resolve("target/web").resolve(name));
            }
        }
        return "";
    }

    private static SortedMap<String, String> outputs(SortedMap<String, String> tree) {
        return tree.subMap("web/", "web0");
    }

    private static SortedMap<String, String> tree(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                files.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Content.ofFile(file).sha256());
            }
        }
        return files;
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path path : (Iterable<Path>) walk.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}
