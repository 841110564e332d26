package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first build is right; the later ones fail, each in its own way. */
class BrokenIT {
    private final BuiltProject project = BuiltProject.named("broken");

    private void tells(int build, String... parts) throws Exception {
        String log = project.log(build);
        for (String part : parts) {
            assertTrue(log.contains(part), () -> part + " is not in:\n" + log);
        }
    }

    @Test
    void allBrokenStylesheetsAreShownTogetherWithTheirLines() throws Exception {
        tells(2, "2 errors in the assets");
        tells(2, "src/broken/scss/one.scss:2:10: error [sass]", "2 |   color: $brnad;", "^^^^^^");
        tells(2, "src/broken/scss/two.scss:2:14: error [sass] expected \"}\".");
    }

    @Test
    void aMissingFileOfABlockIsShownWhereItIsNamed() throws Exception {
        tells(3, "src/broken/block/block.html:6:", "error [block-member]", "nowhere.css");
    }

    @Test
    void anUnclosedBlockIsShownWhereItBegins() throws Exception {
        tells(4, "src/broken/unclosed/unclosed.html:4:3: error [block-unclosed]");
    }

    @Test
    void aReferenceOutOfTheRootsAndAnUnclosedBlockAreShownTogether() throws Exception {
        tells(6, "src/broken/outside/outside.html:5:", "error [block-member]", "etc/passwd");
        tells(6, "src/broken/outside/outside.html:7:3: error [block-unclosed]");
    }

    @Test
    void wrongParametersAreShownWithTheirElements() throws Exception {
        tells(5, "'node' is not a value of <sass><engine> (user property asset.sass.engine). Valid: dart, libsass.");
        tells(5, "'sometimes' is not a value of <rewrite><lazy>");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void noBuildEndsWithTheStackTraceOfAFault(int build) throws Exception {
        assertFalse(project.log(build).contains("Caused by: io.github.assetpipe"), () -> "build " + build);
        assertFalse(project.log(build).contains("NullPointerException"), () -> "build " + build);
    }

    @Test
    void theFormerOutputIsStillWhole() throws Exception {
        Outputs.tellTheTruth(project.tree("target/classes"), "META-INF/asset-manifest.json");
    }
}
