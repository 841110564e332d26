package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Built with {@code -T 2}. */
class ModulesIT {
    private static final String MANIFEST = "META-INF/asset-manifest.json";
    private final BuiltProject project = BuiltProject.named("modules");

    @ParameterizedTest
    @ValueSource(strings = {"one", "two"})
    void eachModuleHasItsOwnAssets(String module) throws Exception {
        Tree jar = project.tree(module + "/target/" + module + "-1.jar");

        Outputs.tellTheTruth(jar, MANIFEST);
        assertEquals(
                ".compiled-" + module + " .inner{color:red}",
                jar.asset(MANIFEST, "css/compiled.css").strip());
    }

    @Test
    void modulesWithoutAssetsAndTheirParentAreLeftAlone() throws Exception {
        assertFalse(project.tree("three/target/three-1.jar").files().containsKey(MANIFEST));
        // Maven 4 keeps its own repository of the project in the parent's target.
        assertFalse(Files.exists(project.folder().resolve("target/asset")));
        assertFalse(Files.exists(project.folder().resolve("target/classes")));
    }
}
