package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources were touched between two builds without clean; still the war holds what the pipeline made. */
class WarIT {
    private static final String MANIFEST = "WEB-INF/asset-manifest.json";
    private final BuiltProject project = BuiltProject.named("war");

    @ParameterizedTest
    @ValueSource(strings = {"3.3.1", "3.3.2", "3.4.0", "3.5.0", "3.2.3", "3.5.0-web-resources"})
    void theWarHoldsTheProcessedFiles(String build) throws Exception {
        Tree war = project.tree("target/" + build + "/war-1.war");

        Outputs.tellTheTruth(war, MANIFEST);
        assertTrue(war.text("css/base.css").startsWith("body{margin:0"), war.text("css/base.css"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.1", "3.3.2", "3.4.0", "3.5.0", "3.2.3", "3.5.0-web-resources"})
    void pagesBelowWebInfAndInClassesAreRewritten(String build) throws Exception {
        Tree war = project.tree("target/" + build + "/war-1.war");
        String css = war.served(MANIFEST, "css/base.css");
        String page = war.text("WEB-INF/jsp/home.jsp");

        assertTrue(page.contains("<c:url value='/" + css + "'/>"), page);
        assertTrue(page.contains("${pageContext.request.contextPath}/" + war.served(MANIFEST, "js/basket.js")), page);
        assertTrue(page.contains("<%-- the count comes with the model --%>"), page);
        String template = war.text("WEB-INF/classes/templates/thanks.html");
        assertTrue(template.contains("@{/" + css + "}"), template);
    }

    @Test
    void onlyFilesThatThePomIncludesAreInTheWar() throws Exception {
        Tree war = project.tree("target/some/war-1.war");

        Outputs.tellTheTruth(war, MANIFEST);
        assertTrue(war.text("css/base.css").startsWith("body{margin:0"), war.text("css/base.css"));
        assertEquals(Map.of(), war.below("js/").files());
        assertEquals(Map.of(), war.below("img/").files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.1", "3.3.2", "3.4.0", "3.5.0", "3.2.3", "3.5.0-web-resources"})
    void webJarsLieWhereContainersServeThemAndWhereSpringDoes(String build) throws Exception {
        Tree war = project.tree("target/" + build + "/war-1.war");
        String script = war.served(MANIFEST, "webjars/jquery/3.7.1/jquery.min.js");

        for (String coding : List.of("", ".br", ".gz")) {
            assertArrayEquals(
                    war.files().get(script + coding),
                    war.files().get("WEB-INF/classes/META-INF/resources/" + script + coding),
                    coding);
            assertTrue(war.files().containsKey(script + coding), coding);
        }
        assertTrue(war.text("WEB-INF/jsp/home.jsp").contains("<c:url value='/" + script + "'/>"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void noWarningIsGivenWhereNothingIsOverwritten(int build) throws Exception {
        assertFalse(project.log(build).contains("overwrites processed files"));
    }
}
