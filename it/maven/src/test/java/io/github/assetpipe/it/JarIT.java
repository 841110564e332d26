package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JarIT {
    private static final String MANIFEST = "META-INF/asset-manifest.json";
    private final BuiltProject project = BuiltProject.named("jar");

    @Test
    void theJarHoldsTheProcessedFilesAndTheirManifestIsTrue() throws Exception {
        Outputs.tellTheTruth(project.tree("target/once/jar-1.jar"), MANIFEST);
    }

    @Test
    void theTemplateNamesFingerprintedFilesAndKeepsItsExpressions() throws Exception {
        Tree jar = project.tree("target/once/jar-1.jar");
        String page = jar.text("templates/index.html");

        assertTrue(page.contains("th:href=\"@{/" + jar.served(MANIFEST, "css/site.css") + "}\""), page);
        assertTrue(page.contains("@{/" + jar.served(MANIFEST, "js/basket.js") + "}"), page);
        assertTrue(page.contains("th:text=\"${count}\""), page);
    }

    @Test
    void aCompressBlockBecomesOneMinifiedFile() throws Exception {
        Tree jar = project.tree("target/once/jar-1.jar");
        String bundle = jar.manifest(MANIFEST).getAsJsonObject("assets").keySet().stream()
                .filter(path -> path.startsWith("bundles/"))
                .findFirst()
                .orElseThrow();
        String page = jar.text("templates/index.html");
        String css = jar.asset(MANIFEST, bundle);

        assertTrue(page.contains("th:href=\"@{/" + jar.served(MANIFEST, bundle) + "}\""), page);
        assertFalse(page.contains("css/base.css") || page.contains("css/print.css"), page);
        assertTrue(css.startsWith("body{") && css.contains("@media print{.headline{color:#000}}"), css);
        assertTrue(css.contains("url(/" + jar.served(MANIFEST, "img/leaf.svg") + ")") || css.contains("url(../"), css);
    }

    @Test
    void aWebJarIsNamedWithItsVersionAndDigest() throws Exception {
        String page = project.tree("target/once/jar-1.jar").text("templates/index.html");

        assertTrue(page.matches("(?s).*@\\{/webjars/jquery/3\\.7\\.1/jquery\\.min\\.[0-9a-f]{8,}\\.js}.*"), page);
    }

    @Test
    void scssIsCompiledPurgedAndMinified() throws Exception {
        Tree jar = project.tree("target/once/jar-1.jar");
        String css = jar.asset(MANIFEST, "css/site.css");

        assertTrue(css.startsWith(".basket{color:#2e7d32}"), css);
        assertTrue(css.contains(jar.served(MANIFEST, "img/leaf.svg").substring("img/".length())), css);
        assertFalse(css.contains("never-used-anywhere"), css);
    }

    @Test
    void filesStayUnderTheirOwnNamesBesideTheFingerprintedOnes() throws Exception {
        Tree jar = project.tree("target/once/jar-1.jar");

        assertEquals(jar.asset(MANIFEST, "js/basket.js"), jar.text("static/js/basket.js"));
    }

    @Test
    void aSecondBuildWithoutCleanIsTheSame() throws Exception {
        assertEquals(Map.of(), project.tree("target/once/classes").differences(project.tree("target/twice/classes")));
    }

    @Test
    void otherThreadsNoCacheAndAnotherLanguageMakeTheSameBytes() throws Exception {
        assertEquals(
                Map.of(), project.tree("target/once/jar-1.jar").differences(project.tree("target/other/jar-1.jar")));
    }

    @Test
    void skipLeavesEverythingAsMavenMadeIt() throws Exception {
        Tree skipped = project.tree("target/skipped/classes");

        assertFalse(skipped.files().containsKey(MANIFEST));
        assertEquals(Map.of(), skipped.below("static/").differences(project.tree("src/main/resources/static")));
    }

    @Test
    void sourcesAreNeverTouched() throws Exception {
        Tree built = project.tree("src");
        Tree original = Tree.of(java.nio.file.Path.of("src/it/jar/src"));

        assertEquals(Map.of(), original.differences(built));
    }

    @Test
    void oneLineAPassAndAClosingTableAreShown() throws Exception {
        // The build without a cache: with one, these sources may have been built before.
        String log = project.log(4);

        for (String pass :
                new String[] {"compile", "combine", "purge", "minify", "fingerprint", "rewrite", "precompress"}) {
            assertEquals(1, log.split("\\[INFO] " + pass + " ", -1).length - 1, pass);
        }
        assertTrue(log.contains("files       before        after   compressed"), log);
    }
}
