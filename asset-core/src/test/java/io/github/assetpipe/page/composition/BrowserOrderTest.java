package io.github.assetpipe.page.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.option.RewriteOptions.Defer;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.page.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loads generated pages in headless Chromium before and after, and compares in which order their scripts ran.
 *
 * <p>Each page is rendered from small templates with halves and includes, each script records itself and uses some that ran
 * before it; a use of something that has not run yet is an error that the page reports.
 */
@org.junit.jupiter.api.Tag("chromium")
class BrowserOrderTest {
    private static final int SITES = 12;
    private static final int PAGES = 5;
    private static final Pattern INCLUDE = Pattern.compile("<#include \"([^\"]+)\">");
    private static final Pattern RESULT = Pattern.compile("(?s)<pre id=\"(s\\d+p\\d+(?:before|after))\">(.*?)</pre>");

    @TempDir
    private Path folder;

    /** The templates and scripts of one generated site. */
    private static final class GeneratedSite {
        private final Random random;
        private final Map<String, String> templates = new TreeMap<>();
        private final Map<String, String> scripts = new TreeMap<>();
        private int count;

        GeneratedSite(long seed) {
            this.random = new Random(seed);
            templates.put(
                    "top.ftl",
                    "<!doctype html><html><head><#if x></#if>" + run(2, false) + "</head><body>" + run(2, true));
            templates.put("bottom.ftl", run(3, true) + "</body></html>");
            templates.put("part.ftl", run(2, true));
            for (int i = 0; i < PAGES; i++) {
                templates.put(
                        "page" + i + ".ftl",
                        "<#include \"top.ftl\">" + run(3, true)
                                + (random.nextBoolean() ? "<#include \"part.ftl\">" : "")
                                + run(2, true) + "<#include \"bottom.ftl\">");
            }
        }

        private String run(int most, boolean inline) {
            StringBuilder all = new StringBuilder();
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                all.append(script(inline)).append('\n');
            }
            return all.toString();
        }

        private String script(boolean inline) {
            String name = "n" + count++;
            int kind = random.nextInt(12);
            String body = "ran('" + name + "');";
            if (inline && kind == 0) {
                return "<script>" + body + "</script>";
            }
            if (kind == 1) {
                return "<script type=\"application/json\">{}</script>";
            }
            if (kind == 2) {
                return "<p id=\"" + name + "\">text</p>";
            }
            boolean writes = kind == 3 && random.nextInt(3) == 0;
            scripts.put(name + ".js", writes ? body + "document.write('<i>" + name + "</i>');" : body);
            String attribute = kind == 4 && random.nextInt(3) == 0 ? " defer" : "";
            return "<script src=\"" + name + ".js\"" + attribute + "></script>";
        }

        /** Returns each page as the engine would render it. */
        String render(String name, Map<String, String> from) {
            Matcher include = INCLUDE.matcher(from.get(name));
            return include.replaceAll(m -> Matcher.quoteReplacement(render(m.group(1), from)))
                    .replaceAll("</?#if[^>]*>", "");
        }

        /** Returns the templates with what is decided written in. */
        Map<String, String> deferred(int[] changes) {
            PageReader reader = new PageReader();
            List<PageFacts> facts = new ArrayList<>();
            templates.forEach((name, text) -> {
                PageFile file = PageFile.source(
                        name, name, Content.of(text.getBytes(StandardCharsets.UTF_8)), name, null, false);
                Page page = reader.read(file);
                Map<Integer, LogicalPath> assets = new HashMap<>();
                List<Tag> tags = page.markup().tags();
                for (int i = 0; i < tags.size(); i++) {
                    if (tags.get(i).has("src")) {
                        assets.put(i, LogicalPath.of(tags.get(i).value("src", text)));
                    }
                }
                facts.add(FactsReader.read(page, file, assets));
            });
            DeferDecisions decisions =
                    DeferDecisions.decide(facts, path -> Optional.ofNullable(scripts.get(path.value())), Defer.SAFE);
            Map<String, String> changed = new TreeMap<>();
            templates.forEach((name, text) -> {
                StringBuilder out = new StringBuilder(text);
                List<DeferDecision> all = decisions.of(name);
                for (int i = all.size() - 1; i >= 0; i--) {
                    if (all.get(i).deferred()) {
                        out.insert(all.get(i).offset() + "<script".length(), " defer");
                        changes[0]++;
                    }
                }
                changed.put(name, out.toString());
            });
            return changed;
        }
    }

    @Test
    void everyScriptRunsAfterTheSameScriptsAsBefore() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "Chromium is not installed");
        int[] changes = new int[1];
        List<String> frames = new ArrayList<>();
        for (int s = 0; s < SITES; s++) {
            GeneratedSite site = new GeneratedSite(s);
            Map<String, String> after = site.deferred(changes);
            Path own = Files.createDirectory(folder.resolve("s" + s));
            for (Map.Entry<String, String> script : site.scripts.entrySet()) {
                Files.writeString(own.resolve(script.getKey()), script.getValue());
            }
            for (int p = 0; p < PAGES; p++) {
                String id = "s" + s + "p" + p;
                write(
                        own.resolve("p" + p + "before.html"),
                        site.render("page" + p + ".ftl", site.templates),
                        id + "before");
                write(own.resolve("p" + p + "after.html"), site.render("page" + p + ".ftl", after), id + "after");
                frames.add("s" + s + "/p" + p + "before.html");
                frames.add("s" + s + "/p" + p + "after.html");
            }
        }
        Map<String, String> orders = load(frames);
        for (int s = 0; s < SITES; s++) {
            for (int p = 0; p < PAGES; p++) {
                String id = "s" + s + "p" + p;
                assertEquals(orders.get(id + "before"), orders.get(id + "after"), id);
                assertTrue(orders.containsKey(id + "before"), id + " did not load: " + orders.keySet());
            }
        }
        assertTrue(changes[0] > SITES, "scripts deferred: " + changes[0]);
    }

    /** The page reports to its parent which scripts ran in which order, and what was written into it. */
    private static void write(Path file, String page, String id) throws IOException {
        String recorder = "<script>var order = []; function ran(n) { order.push(n); }"
                + "addEventListener('load', function () { var w = [].map.call(document.querySelectorAll('i'), "
                + "function (e) { return e.textContent; }); parent.postMessage(['" + id
                + "', order.join(' ') + ' | ' + w.join(' ')], '*'); });</script>";
        Files.writeString(file, page.replaceFirst("<head>", Matcher.quoteReplacement("<head>" + recorder)));
    }

    private Map<String, String> load(List<String> frames) throws IOException, InterruptedException {
        StringBuilder index =
                new StringBuilder("<!doctype html><body><script>addEventListener('message', function (e) {"
                        + "var p = document.createElement('pre'); p.id = e.data[0]; p.textContent = e.data[1];"
                        + "document.body.appendChild(p); });</script>");
        frames.forEach(f -> index.append("<iframe src=\"").append(f).append("\"></iframe>"));
        Path page = folder.resolve("index.html");
        Files.writeString(page, index.append("</body>"));
        Path profile = Files.createTempDirectory("defer-profile");
        try {
            Process process = new ProcessBuilder(
                            "/usr/bin/chromium",
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--user-data-dir=" + profile,
                            "--virtual-time-budget=30000",
                            "--dump-dom",
                            page.toUri().toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(2, TimeUnit.MINUTES);
            Map<String, String> orders = new HashMap<>();
            Matcher result = RESULT.matcher(dom);
            while (result.find()) {
                orders.put(result.group(1), result.group(2));
            }
            return orders;
        } finally {
            try (Stream<Path> files = Files.walk(profile)) {
                files.sorted((a, b) -> b.compareTo(a)).forEach(f -> f.toFile().delete());
            }
        }
    }
}
