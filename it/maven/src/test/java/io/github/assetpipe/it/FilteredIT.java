package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FilteredIT {
    private static final String MANIFEST = "META-INF/asset-manifest.json";
    private final BuiltProject project = BuiltProject.named("filtered");

    @Test
    void filteringWithTheProjectsOwnDelimitersStillHappens() throws Exception {
        Tree jar = project.tree("target/filtered-1.jar");
        String page = jar.text("templates/about.html");

        assertTrue(page.contains("<p class=\"version\">filtered, ${asIs}</p>"), page);
        assertTrue(page.contains("@{/" + jar.served(MANIFEST, "css/version.css") + "}"), page);
        assertTrue(jar.asset(MANIFEST, "css/version.css").contains("content:\"1\""));
    }

    @Test
    void filesAreKnownByTheirOwnNames() throws Exception {
        assertTrue(project.tree("target/filtered-1.jar")
                .manifest(MANIFEST)
                .getAsJsonObject("pages")
                .has("src/main/resources/templates/about.html"));
    }
}
