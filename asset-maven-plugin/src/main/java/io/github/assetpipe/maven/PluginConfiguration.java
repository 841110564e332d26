package io.github.assetpipe.maven;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What a project's pom says about one of Maven's own plugins: its version and its configuration, read only.
 *
 * @param version the version that the build uses, or null when the project does not use the plugin
 * @param dom the configuration of the goal, or null when there is none
 */
record PluginConfiguration(
        @Nullable String version, @Nullable Xpp3Dom dom) {

    /** Returns what {@code project} says about a goal of {@code org.apache.maven.plugins:artifactId}. */
    static PluginConfiguration of(MavenProject project, String artifactId, String... goals) {
        Plugin plugin = project.getPlugin("org.apache.maven.plugins:" + artifactId);
        if (plugin == null) {
            return new PluginConfiguration(null, null);
        }
        Object configuration = plugin.getExecutions().stream()
                .filter(execution -> runsAny(execution, goals))
                .map(PluginExecution::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .findFirst()
                .orElse(plugin.getConfiguration());
        return new PluginConfiguration(plugin.getVersion(), configuration instanceof Xpp3Dom dom ? dom : null);
    }

    private static boolean runsAny(PluginExecution execution, String... goals) {
        return Arrays.stream(goals).anyMatch(execution.getGoals()::contains);
    }

    /** Returns an element's text, or {@code fallback} when it is absent or empty. */
    String text(String element, String fallback) {
        return text(dom, element, fallback);
    }

    /** Returns the texts of an element's children. */
    List<String> texts(String element) {
        return texts(dom, element);
    }

    /** Returns an element's children. */
    List<Xpp3Dom> children(String element) {
        Xpp3Dom child = dom == null ? null : dom.getChild(element);
        return child == null ? List.of() : List.of(child.getChildren());
    }

    /** Returns the text of a child, or {@code fallback} when it is absent or empty. */
    static String text(@Nullable Xpp3Dom parent, String element, String fallback) {
        Xpp3Dom child = parent == null ? null : parent.getChild(element);
        String text = child == null ? null : child.getValue();
        return text == null || text.isBlank() ? fallback : text.trim();
    }

    /** Returns the texts of a child's children. */
    static List<String> texts(@Nullable Xpp3Dom parent, String element) {
        List<String> texts = new ArrayList<>();
        Xpp3Dom child = parent == null ? null : parent.getChild(element);
        if (child != null) {
            for (Xpp3Dom entry : child.getChildren()) {
                if (entry.getValue() != null) {
                    texts.add(entry.getValue().trim());
                }
            }
        }
        return texts;
    }
}
