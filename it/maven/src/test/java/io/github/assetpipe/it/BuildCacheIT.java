package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Maven's own cache of builds, local or remote, restores what the goals made. Built in profile {@code matrix} only. */
class BuildCacheIT {
    private static final String MANIFEST = "META-INF/asset-manifest.json";

    @Test
    void theExtensionRestoresTheOutputsAndRunsNoGoal() throws Exception {
        String projects = System.getProperty("cached.projects", "");
        assumeTrue(!projects.isEmpty(), "needs -Pmatrix: the extension asks for Maven 3.9");
        BuiltProject project = new BuiltProject(Path.of(projects).resolve("restored"));

        assertFalse(project.log(1).contains("(cached): asset:build"), project.log(1));
        assertTrue(project.log(2).contains("(cached): asset:build"), project.log(2));
        Tree classes = project.tree("target/classes");
        Outputs.tellTheTruth(classes, MANIFEST);
        String css = classes.served(MANIFEST, "css/a.css");
        assertTrue(classes.text("static/index.html").contains("href=\"/" + css + "\""));
        assertTrue(
                project.tree("target/build-cache-1.jar").text("static/" + css).contains(".a{color:red}"));
    }
}
