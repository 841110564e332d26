package io.github.assetpipe.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code META-INF/resources} as Quarkus serves it, in a folder with blanks, from sources without write permission. */
class ResourcesLayoutIT {
    private static final String MANIFEST = "META-INF/asset-manifest.json";
    private static final String SERVED = "META-INF/resources/";
    private final BuiltProject project = BuiltProject.named("path with blanks");

    @Test
    void theJarServesTheProcessedFiles() throws Exception {
        Tree jar = project.tree("target/layout-1.jar");

        Outputs.tellTheTruth(jar, MANIFEST);
        String css = jar.text(SERVED + jar.served(MANIFEST, "css/app.css"));
        String image = jar.served(MANIFEST, "img/leaf one.svg");
        assertTrue(css.startsWith(".leaf{background:url("), css);
        assertTrue(css.contains(image.substring("img/leaf".length() + 1)) || css.contains("leaf%20one."), css);
    }

    @Test
    void pagesAndTemplatesNameTheFingerprintedFiles() throws Exception {
        Tree jar = project.tree("target/layout-1.jar");
        String link = "<link rel=\"stylesheet\" href=\"/" + jar.served(MANIFEST, "css/app.css") + "\">";

        assertTrue(jar.text(SERVED + "index.html").contains(link), jar.text(SERVED + "index.html"));
        String template = jar.text("templates/list.html");
        assertTrue(template.contains(link), template);
        assertTrue(template.contains("{#for item in items}<p class=\"leaf\">{item.name}</p>{/for}"), template);
    }

    @Test
    void sourcesThatNobodyMayWriteToAreReadAndLeftAlone() throws Exception {
        assertEquals(Map.of(), Tree.of(Path.of("src/it/path with blanks/src")).differences(project.tree("src")));
        assertTrue(project.log().contains("lock-sources"), project.log());
    }
}
