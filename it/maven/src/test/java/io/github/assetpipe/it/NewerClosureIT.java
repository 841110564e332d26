package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A project takes a newer Closure Compiler by a dependency of the plugin. Built in profile {@code matrix}, on Java 21 and newer. */
class NewerClosureIT {
    @Test
    void aProjectCanChooseTheClosureCompiler() throws Exception {
        String projects = System.getProperty("newer.projects", "");
        assumeTrue(!projects.isEmpty(), "needs -Pmatrix");
        BuiltProject project = new BuiltProject(Path.of(projects).resolve("closure"));
        assumeTrue(Files.exists(project.folder().resolve("target")), "needs -Dnewer.java.home of Java 21 or newer");

        Tree site = project.tree("target/web");
        String script = site.text(site.served("asset-manifest.json", "js/a.js"));

        assertTrue(project.log().contains("closure-compiler:jar:v20260824"), "the plugin runs with another version");
        assertFalse(script.contains("priceOfOne"), script);
        assertTrue(script.contains("??"), script);
    }
}
