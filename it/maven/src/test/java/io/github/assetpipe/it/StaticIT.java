package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StaticIT {
    private static final String MANIFEST = "asset-manifest.json";
    private final BuiltProject project = BuiltProject.named("static");

    @Test
    void aFolderOfPlainPagesBecomesOne() throws Exception {
        Tree site = project.tree("target/web");
        String css = site.served(MANIFEST, "css/base.css");

        Outputs.tellTheTruth(site, MANIFEST);
        assertTrue(site.text("index.html").contains("href=\"" + css + "\""), site.text("index.html"));
        assertTrue(site.text("notes/one.html").contains("href=\"../" + css + "\""), site.text("notes/one.html"));
    }

    @Test
    void whatNothingChangedIsThereToo() throws Exception {
        assertEquals("User-agent: *\n", project.tree("target/web").text("robots.txt"));
    }
}
