package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A war over another war, with filtered web resources, packed by each version of the war plugin that this run has. */
class OverlayIT {
    private static final String MANIFEST = "WEB-INF/asset-manifest.json";

    static List<Path> wars() throws IOException {
        List<Path> wars = new ArrayList<>();
        String others = System.getProperty("war.projects", "");
        for (BuiltProject project : others.isEmpty()
                ? List.of(BuiltProject.named("overlay"))
                : List.of(
                        BuiltProject.named("overlay"),
                        new BuiltProject(Path.of(others).resolve("overlay")))) {
            try (Stream<Path> builds = Files.list(project.folder().resolve("shop/target"))) {
                builds.map(build -> build.resolve("shop-1.war")).sorted().forEach(wars::add);
            }
        }
        return wars;
    }

    @ParameterizedTest
    @MethodSource("wars")
    void ownFilesAreProcessedUnderTheirOwnNamesToo(Path file) throws Exception {
        Tree war = Tree.of(file);

        Outputs.tellTheTruth(war, MANIFEST);
        assertEquals("body{margin:0;color:teal}", war.text("css/base.css"));
        assertEquals(war.text("css/base.css"), war.asset(MANIFEST, "css/base.css"));
        String page = war.text("WEB-INF/jsp/home.jsp");
        assertTrue(page.contains("<c:url value='/" + war.served(MANIFEST, "css/base.css") + "'/>"), page);
        assertTrue(page.contains("${shown}"), page);
    }

    @ParameterizedTest
    @MethodSource("wars")
    void filteredWebResourcesAreFilteredAndProcessed(Path file) throws Exception {
        Tree war = Tree.of(file);
        String css = war.served(MANIFEST, "css/version.css");

        assertEquals(".version:after{content:\"1\"}", war.text(css));
        assertEquals(war.text(css), war.text("css/version.css"));
        assertEquals(
                "<link rel=\"stylesheet\" href=\"<c:url value='/" + css + "'/>\">\n"
                        + "<p class=\"version\">shop 1, ${asIs}</p>\n",
                war.text("WEB-INF/jsp/about.jsp"));
    }

    @ParameterizedTest
    @MethodSource("wars")
    void filesOfTheLowerWarStayAsTheyAre(Path file) throws Exception {
        Tree war = Tree.of(file);

        assertEquals(".lower {\n  margin: 3px;\n}\n", war.text("css/lower.css"));
        assertTrue(war.text("WEB-INF/jsp/lower.jsp").contains("'/css/lower.css'"));
        assertTrue(war.text("WEB-INF/jsp/home.jsp").contains("'/css/lower.css'"));
    }
}
