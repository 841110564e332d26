package io.github.assetpipe.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Follows every reference in the generated site that does not lead outside of it. */
class SiteLinksTest {
    private static final Path SITE = Path.of(System.getProperty("site.folder", "../../target/site"))
            .toAbsolutePath()
            .normalize();

    private final Map<Path, Document> pages = new TreeMap<>();

    @BeforeEach
    void read() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                pages.put(file, Jsoup.parse(file));
            }
        }
        assertTrue(pages.size() > 30, () -> "only " + pages.size() + " pages in " + SITE);
    }

    @Test
    void everyLinkAndAnchorIsThere() {
        List<String> broken = new ArrayList<>();
        Map<Path, Set<String>> anchors = new TreeMap<>();
        pages.forEach((file, page) -> anchors.put(file, anchors(page)));
        pages.forEach((file, page) -> references(page).forEach(reference -> {
            String problem = problem(file, reference, anchors);
            if (!problem.isEmpty()) {
                broken.add(SITE.relativize(file) + ": " + reference + ": " + problem);
            }
        }));
        assertEquals(List.of(), broken);
    }

    @Test
    void everyPageIsLinkedFromAnother() {
        Set<Path> linked = new HashSet<>();
        pages.forEach((file, page) -> page.select("a[href]").stream()
                .map(link -> target(file, link.attr("href")))
                .filter(target -> !target.equals(file))
                .forEach(linked::add));
        List<String> alone = pages.keySet().stream()
                .filter(file -> !linked.contains(file))
                .map(file -> SITE.relativize(file).toString())
                // Maven's own lists of reports, which the menus leave out.
                .filter(name -> !name.endsWith("project-reports.html"))
                .toList();
        assertEquals(List.of(), alone);
    }

    private static Collection<String> references(Document page) {
        List<String> all = new ArrayList<>();
        for (Element element : page.select("a[href], link[href], img[src], script[src], source[src]")) {
            all.add(element.hasAttr("href") ? element.attr("href") : element.attr("src"));
        }
        return all;
    }

    private static Set<String> anchors(Document page) {
        Set<String> names = new HashSet<>();
        page.select("[id]").forEach(e -> names.add(e.id()));
        page.select("a[name]").forEach(e -> names.add(e.attr("name")));
        return names;
    }

    private static String problem(Path file, String reference, Map<Path, Set<String>> anchors) {
        if (reference.matches("(?i)[a-z][a-z0-9+.-]*:.*|//.*")) {
            return "";
        }
        Path target = target(file, reference);
        if (!Files.isRegularFile(target)) {
            return "no such file";
        }
        int hash = reference.indexOf('#');
        String fragment = hash < 0 ? "" : URLDecoder.decode(reference.substring(hash + 1), StandardCharsets.UTF_8);
        Set<String> known = anchors.get(target);
        return fragment.isEmpty() || known == null || known.contains(fragment) ? "" : "no such anchor";
    }

    private static Path target(Path file, String reference) {
        String path = URLDecoder.decode(reference.replaceFirst("[?#].*", ""), StandardCharsets.UTF_8);
        if (path.isEmpty() || path.contains(":")) {
            return file;
        }
        Path target = file.resolveSibling(path).normalize();
        return Files.isDirectory(target) ? target.resolve("index.html") : target;
    }
}
