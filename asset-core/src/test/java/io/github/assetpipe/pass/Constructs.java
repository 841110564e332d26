package io.github.assetpipe.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.css.purge.Evidence;
import io.github.assetpipe.css.purge.PurgeInput;
import io.github.assetpipe.css.purge.Purger;
import io.github.assetpipe.css.purge.SourceText;
import io.github.assetpipe.css.purge.TextKind;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.option.ModuleOptions;
import io.github.assetpipe.option.PurgeOptions;
import io.github.assetpipe.option.RewriteOptions;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The constructs of real templates, each in a page of its own on a site with the usual files, through the real passes. */
final class Constructs {
    private Constructs() {}

    /** Returns a site with the files that the constructs name, and no image loaded at once only for being the first. */
    static TestSite site() {
        RewriteOptions d = RewriteOptions.defaults();
        return new TestSite()
                .options(new RewriteOptions(
                        true,
                        d.defer(),
                        d.lazy(),
                        0,
                        false,
                        RewriteOptions.Missing.IGNORE,
                        false,
                        d.skip(),
                        List.of(),
                        List.of("$!styleslink=/styles"),
                        List.of(),
                        false,
                        ModuleOptions.defaults()))
                .assets(
                        "resources/images/pets.png",
                        "resources/images/favicon.png",
                        "resources/images/demo/card.png",
                        "resources/leaflet/leaflet.js",
                        "resources/css/dd.css",
                        "css/app.css",
                        "js/jquery.js",
                        "js/app.js",
                        "js/last.js",
                        "styles/materialize.min.css",
                        "images/a.png",
                        "public/img/german.png");
    }

    /** Checks what a page becomes. */
    static void becomes(String file, String before, String after) {
        assertEquals(after, site().template(file, before).result().replace(".HASH", "#"));
    }

    /** Checks that a page stays as it is. */
    static void stays(String file, String text) {
        becomes(file, text, text);
    }

    /** Returns the pages of a site after the passes, fingerprints shortened, by their names. */
    static TreeMap<String, String> pages(TestSite site) {
        return site.run().pages().stream()
                .collect(Collectors.toMap(
                        PageFile::name, p -> p.content().text().replace(".HASH", "#"), (a, b) -> a, TreeMap::new));
    }

    /** Checks that purging keeps the classes that a page names, and still takes away one that it does not. */
    static void keepsClasses(String file, String text, String... classes) {
        String sheet = Arrays.stream(classes).map(c -> "." + c + "{top:0}").collect(Collectors.joining())
                + ".not-named-here{top:0}";
        Evidence evidence = Evidence.scan(List.of(new SourceText(file, text, TextKind.of(file))));
        String purged = Purger.explain(
                        List.of(new PurgeInput("a.css", Stylesheet.parse(sheet), true)),
                        evidence,
                        PurgeOptions.defaults())
                .sheets()
                .get(0)
                .text();
        for (String name : classes) {
            assertTrue(purged.contains("." + name + "{"), () -> name + " is gone from " + purged);
        }
        assertFalse(purged.contains("not-named-here"), purged);
    }
}
