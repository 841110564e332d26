package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.RewriteOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sites of random templates, rewritten and then rendered by the real engines: scripts keep their order, and a page that shows
 * an image that waits has the loader.
 */
class RenderedSitesTest {
    private static final int SITES = 40;
    private static final int PARTS = 4;
    private static final int PAGES = 4;

    /** The templates of a random site, by file name. */
    private static final class RandomSite {
        private final TemplateLanguage language;
        private final Random random;
        private final Map<String, String> templates = new LinkedHashMap<>();
        private int scripts;
        private int budget;

        RandomSite(TemplateLanguage language, long seed) {
            this.language = language;
            this.random = new Random(seed);
            for (int part = PARTS - 1; part >= 0; part--) {
                budget = 5;
                put("part" + part, content(part + 1));
            }
            put("head", "<!DOCTYPE html><html><head><title>x</title>" + content(PARTS) + "</head><body>");
            put("foot", content(PARTS) + "</body></html>");
            budget = 8;
            put(
                    "layout",
                    language.layout(
                            "<!DOCTYPE html><html><head><title>x</title>" + headItem() + "</head><body>" + content(0),
                            content(PARTS),
                            content(1) + "</body></html>"));
            for (int page = 0; page < PAGES; page++) {
                budget = 8;
                put("page" + page, page(random.nextInt(3)));
            }
        }

        private void put(String name, String text) {
            templates.put(language.file(name), text);
        }

        private String page(int shape) {
            if (shape == 0) {
                return language.laidOut("layout", content(0));
            }
            if (shape == 1 && language != TemplateLanguage.THYMELEAF) {
                String foot = language.include("foot");
                return language.include("head")
                        + content(0)
                        + (random.nextBoolean()
                                ? foot
                                : language.condition("a", foot, random.nextBoolean() ? "" : "</body></html>"));
            }
            return "<!DOCTYPE html><html><head><title>x</title>" + headItem() + "</head><body>" + content(0)
                    + "</body></html>";
        }

        private String headItem() {
            return random.nextBoolean() ? script() : text();
        }

        private String content(int firstPart) {
            StringBuilder out = new StringBuilder();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                out.append(item(firstPart)).append(random.nextBoolean() ? "\n" : "");
            }
            return out.toString();
        }

        private String item(int firstPart) {
            int kind = budget-- > 0 ? random.nextInt(12) : random.nextInt(8);
            return switch (kind) {
                case 0, 1, 2 -> script();
                case 3 -> random.nextInt(3) == 0 ? "<script>f(" + ++scripts + ");</script>" : "<p>text</p>";
                case 4, 5 -> text();
                case 6, 7 -> "<p><img src=\"/i.png\"></p>";
                case 8 -> language.condition(random.nextBoolean() ? "a" : "b", content(firstPart), content(firstPart));
                case 9 -> language.loop(content(firstPart));
                default ->
                    firstPart < PARTS
                            ? language.include("part" + (firstPart + random.nextInt(PARTS - firstPart)))
                            : script();
            };
        }

        private String script() {
            return "<script src=\"/s" + random.nextInt(9) + ".js\"></script>";
        }

        /** What holds a construct of the language and is no markup to a browser. */
        private String text() {
            return switch (random.nextInt(4)) {
                case 0 -> "<!-- " + language.value() + " -->";
                case 1 -> "<script type=\"application/json\">\"" + language.value() + "\"</script>";
                case 2 -> "<textarea>" + language.value() + "</textarea>";
                default -> "<p title=\"x\">" + language.value() + "</p>";
            };
        }
    }

    private static Site rewritten(Map<String, String> templates) {
        TestSite site = new TestSite()
                .options(new RewriteOptions(
                        true,
                        RewriteOptions.Defer.SAFE,
                        RewriteOptions.Lazy.DATA_SRC,
                        0,
                        true,
                        RewriteOptions.Missing.IGNORE,
                        false,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("**/*.html=thymeleaf"),
                        false,
                        ModuleOptions.defaults()))
                .assets("i.png", "s0.js", "s1.js", "s2.js", "s3.js", "s4.js", "s5.js", "s6.js", "s7.js", "s8.js");
        templates.forEach(site::template);
        return site.run();
    }

    @ParameterizedTest
    @EnumSource(TemplateLanguage.class)
    void scriptsRunInTheirOrderAndImagesThatWaitHaveTheLoader(TemplateLanguage language) throws Exception {
        int deferred = 0;
        int waiting = 0;
        int rendered = 0;
        for (int seed = 0; seed < SITES; seed++) {
            RandomSite site = new RandomSite(language, seed);
            Map<String, String> after = new HashMap<>();
            rewritten(site.templates)
                    .pages()
                    .forEach(p -> after.put(p.name(), p.content().text()));
            for (int round = 0; round < PAGES * 3; round++) {
                String page = "page" + round % PAGES;
                Map<String, Object> model = new HashMap<>();
                model.put("a", site.random.nextBoolean());
                model.put("b", site.random.nextBoolean());
                model.put("items", Collections.nCopies(site.random.nextInt(3), "i"));
                model.put("t", "x");
                String what = language + " " + seed + " " + page + " " + model + "\n" + after;
                Document before = Jsoup.parse(language.render(site.templates, page, model));
                Document document = Jsoup.parse(language.render(after, page, model));
                assertEquals(order(before, what), order(document, what), what);
                boolean waits = !document.select("img[data-src]").isEmpty();
                boolean loads = !document.select("script[src*=lazy-images]").isEmpty();
                assertTrue(loads || !waits, what);
                deferred += document.select("script[defer][src^=/s]").size();
                waiting += waits ? 1 : 0;
                rendered++;
            }
        }
        assertTrue(deferred > rendered / 10 && waiting > rendered / 10, deferred + " " + waiting + " of " + rendered);
    }

    /** Returns the scripts in the order in which a browser runs them. */
    private static List<String> order(Document document, String what) {
        List<String> now = new ArrayList<>();
        List<String> late = new ArrayList<>();
        for (Element script : document.select("script")) {
            String src = script.attr("src").replace(".HASH", "");
            if (!src.contains("lazy-images") && !script.attr("type").contains("json")) {
                (script.hasAttr("defer") ? late : now).add(src.isEmpty() ? script.data() : src);
            }
        }
        now.addAll(late);
        return now;
    }
}
