package io.github.assetpipe.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code asset:help} and the site tell every parameter, because the plugin's descriptor does. */
class ParameterDocumentationTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                SassParameters.class,
                PurgeParameters.class,
                MinifyParameters.class,
                FingerprintParameters.class,
                RewriteParameters.class,
                PrecompressParameters.class,
                SourceParameters.class
            })
    void everyElementOfAGroupIsTold(Class<?> group) throws Exception {
        String name = group == SourceParameters.class
                ? "sources"
                : group.getSimpleName().replace("Parameters", "").toLowerCase(java.util.Locale.ROOT);
        String description = descriptions("build").get(name);

        assertNotNull(description, name);
        for (Field field : group.getDeclaredFields()) {
            String element = "* " + field.getName() + ":";
            assertTrue(field.isSynthetic() || description.contains(element), () -> name + " does not tell " + element);
        }
    }

    @Test
    void everyParameterHasAUserPropertyOrIsAGroup() throws Exception {
        List<String> without = new ArrayList<>();
        Element mojo = mojo("build");
        NodeList parameters = mojo.getElementsByTagName("parameter");
        for (int i = 0; i < parameters.getLength(); i++) {
            Element parameter = (Element) parameters.item(i);
            String name = text(parameter, "name");
            Element configuration = (Element) mojo.getElementsByTagName(name).item(0);
            boolean group = text(parameter, "type").endsWith("Parameters");
            boolean editable = "true".equals(text(parameter, "editable"));
            if (editable
                    && !group
                    && (configuration == null || !configuration.getTextContent().contains("${asset."))) {
                without.add(name);
            }
        }
        assertEquals(List.of(), without);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build",
                "sass",
                "combine",
                "purge",
                "minify",
                "fingerprint",
                "rewrite",
                "precompress",
                "verify",
                "help"
            })
    void everyGoalIsThreadSafeAndDescribed(String goal) throws Exception {
        Element mojo = mojo(goal);

        assertEquals("true", text(mojo, "threadSafe"));
        assertTrue(text(mojo, "description").length() > 20, goal);
    }

    private static Map<String, String> descriptions(String goal) throws Exception {
        Map<String, String> descriptions = new TreeMap<>();
        NodeList parameters = mojo(goal).getElementsByTagName("parameter");
        for (int i = 0; i < parameters.getLength(); i++) {
            Element parameter = (Element) parameters.item(i);
            descriptions.put(text(parameter, "name"), text(parameter, "description"));
        }
        return descriptions;
    }

    private static Element mojo(String goal) throws Exception {
        try (InputStream in = ParameterDocumentationTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            NodeList mojos = document.getElementsByTagName("mojo");
            for (int i = 0; i < mojos.getLength(); i++) {
                if (goal.equals(text((Element) mojos.item(i), "goal"))) {
                    return (Element) mojos.item(i);
                }
            }
        }
        throw new AssertionError("no goal " + goal);
    }

    private static String text(Element parent, String name) {
        Element child = (Element) parent.getElementsByTagName(name).item(0);
        return child == null ? "" : child.getTextContent();
    }
}
