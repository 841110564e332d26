package io.github.assetpipe.sass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assetpipe.node.NodeProgram;
import io.github.assetpipe.option.SassOptions;
import io.github.assetpipe.transform.TransformResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Libraries of which there is no WebJar compile from {@code node_modules}. */
@Tag("network")
class SassPackagesTest {
    private static Path project(NodeProgram node, String name) {
        Path modules = node.folderOf(name);
        while (!modules.endsWith("node_modules")) {
            modules = Objects.requireNonNull(modules.getParent());
        }
        return Objects.requireNonNull(modules.getParent());
    }

    private static String css(NodeProgram node, String name, SassOptions options, String scss) {
        try (SassLibraries libraries = new SassLibraries(project(node, name), options)) {
            TransformResult result = libraries.dart(scss);
            assertEquals(List.of(), SassLibraries.notOfTheOwnStylesheet(result));
            return result.outputs().get(0).content().text();
        }
    }

    private static SassOptions withLoadPaths(SassOptions options, List<String> loadPaths) {
        return new SassOptions(
                options.engine(),
                options.engines(),
                options.entryDirectories(),
                options.outputFolder(),
                options.includes(),
                loadPaths,
                options.quietDependencies());
    }

    @Test
    void bourbonCompiles() throws Exception {
        NodeProgram node = NodeProgram.with("bourbon@7.3.0");
        String css = css(node, "bourbon", SassOptions.defaults(), """
                @import "bourbon/core/bourbon";
                .box { @include size(2em, 3em); @include clearfix; width: modular-scale(2); }
                """);
        assertTrue(css.contains("height: 3em") && css.contains("width: 1.5625em") && css.contains("clear: both"), css);
    }

    @Test
    void uswdsCompiles() throws Exception {
        NodeProgram node = NodeProgram.with("@uswds/uswds@3.13.0");
        SassOptions defaults = SassOptions.defaults();
        List<String> loadPaths = new ArrayList<>(defaults.loadPaths());
        loadPaths.add("node_modules/@uswds/uswds/packages");
        String css = css(node, "@uswds/uswds", withLoadPaths(defaults, loadPaths), """
                @use "uswds-core" with ($theme-show-notifications: false, $theme-image-path: "../img");
                @forward "uswds-fonts";
                @forward "usa-button";
                @forward "usa-banner";
                """);
        assertTrue(css.contains(".usa-button--outline:hover") && css.contains(".usa-banner__header"), css);
    }
}
