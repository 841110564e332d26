package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Each goal does its own work and nothing else. */
class GoalsIT {
    private static final String MANIFEST = "META-INF/asset-manifest.json";
    private final BuiltProject project = BuiltProject.named("goals");

    private Tree classes(String build) throws Exception {
        return project.tree("target/" + build + "/classes");
    }

    @Test
    void sassCompilesOnly() throws Exception {
        Tree classes = classes("sass");

        assertTrue(classes.text("static/css/site.css").contains(".never-used-anywhere {"));
        assertEquals("css/site.css", classes.served(MANIFEST, "css/site.css"));
    }

    @Test
    void combineMakesOneFileOfABlock() throws Exception {
        String page = classes("combine").text("templates/index.html");

        assertFalse(page.contains("compress css"), page);
        assertFalse(page.contains("css/print.css"), page);
        assertTrue(page.contains("@{/js/basket.js}"), page);
    }

    @Test
    void purgeDropsUnusedRulesOfWrittenStylesheets() throws Exception {
        String css = classes("purge").text("static/css/base.css");

        assertTrue(css.contains(".headline {"), css);
    }

    @Test
    void minifyShortensUnderTheSameNames() throws Exception {
        Tree classes = classes("minify");

        assertTrue(classes.text("static/css/base.css").startsWith("body{margin:0"));
        assertTrue(classes.text("static/js/basket.js").length() < 150, classes.text("static/js/basket.js"));
        assertEquals("js/basket.js", classes.served(MANIFEST, "js/basket.js"));
    }

    @Test
    void fingerprintNamesFilesByTheirContent() throws Exception {
        Outputs.tellTheTruth(classes("fingerprint"), MANIFEST);
        assertFalse(classes("fingerprint").served(MANIFEST, "js/basket.js").equals("js/basket.js"));
    }

    @Test
    void rewriteAloneKeepsNamesAsThereAreNoOthers() throws Exception {
        String page = classes("rewrite").text("templates/index.html");

        assertTrue(page.contains("@{/css/site.css}"), page);
        assertTrue(page.contains("@{/js/basket.js}"), page);
    }

    @Test
    void precompressWritesVariantsBesideTheFiles() throws Exception {
        Tree classes = classes("precompress");

        assertTrue(classes.files().containsKey("static/js/basket.js.gz"));
        Outputs.variantsDecode(classes);
    }

    @Test
    void twoGoalsOfOneBuildWorkTogether() throws Exception {
        Tree classes = classes("fingerprint-rewrite");

        assertTrue(
                classes.text("templates/index.html").contains("@{/" + classes.served(MANIFEST, "js/basket.js") + "}"));
    }

    @Test
    void helpTellsEveryParameterWithItsUserProperty() throws Exception {
        String help = project.log(9);

        for (String told :
                new String[] {"asset.skip", "asset.sass.ELEMENT", "engine: dart or libsass", "asset.threads"}) {
            assertTrue(help.contains(told), told);
        }
    }
}
