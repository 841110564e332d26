package io.github.assetpipe.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What maven-war-plugin is told to do.
 *
 * @param version the plugin's version, or null when the project does not use it
 * @param source the web application folder
 * @param sourceIncludes patterns of files in it that are packed; empty for all
 * @param sourceExcludes patterns of files in it that are not packed
 * @param exploded the folder that the war is packed from
 * @param webResources further folders that are copied into the war, before the web application folder
 */
record WarPlugin(
        @Nullable String version,
        Path source,
        List<String> sourceIncludes,
        List<String> sourceExcludes,
        Path exploded,
        List<Resource> webResources) {
    /** The first version that leaves newer files of the exploded folder as they are. */
    private static final ComparableVersion LEAVES_OUTPUTS = new ComparableVersion("3.3.1");

    /** Copies the lists. */
    WarPlugin {
        sourceIncludes = List.copyOf(sourceIncludes);
        sourceExcludes = List.copyOf(sourceExcludes);
        webResources = List.copyOf(webResources);
    }

    /** Reads a project's pom. */
    static WarPlugin of(MavenProject project) {
        PluginConfiguration plugin = configuration(project);
        Path base = project.getBasedir().toPath();
        String exploded =
                project.getBuild().getDirectory() + "/" + project.getBuild().getFinalName();
        return new WarPlugin(
                plugin.version(),
                base.resolve(plugin.text("warSourceDirectory", "src/main/webapp"))
                        .normalize(),
                patterns(plugin.text("warSourceIncludes", "")),
                patterns(plugin.text("warSourceExcludes", "")),
                base.resolve(plugin.text("webappDirectory", exploded)).normalize(),
                plugin.children("webResources").stream()
                        .map(dom -> resource(base, dom))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Returns what a project's pom says of the plugin. */
    static PluginConfiguration configuration(MavenProject project) {
        return PluginConfiguration.of(project, "maven-war-plugin", "war", "exploded");
    }

    /** Returns the patterns of a text in which they stand with commas between them. */
    static List<String> patterns(String text) {
        List<String> patterns = new ArrayList<>();
        for (String pattern : text.split(",", -1)) {
            if (!pattern.isBlank()) {
                patterns.add(pattern.trim());
            }
        }
        return AntPattern.below("", patterns);
    }

    /** Tells whether all that the web application folder gives to the war is hidden from browsers. */
    boolean hidesSource() {
        return !sourceIncludes.isEmpty()
                && sourceIncludes.stream().allMatch(p -> p.startsWith("WEB-INF/") || p.startsWith("META-INF/"));
    }

    private static Optional<Resource> resource(Path base, Xpp3Dom dom) {
        String directory = PluginConfiguration.text(dom, "directory", "");
        if (directory.isEmpty()) {
            return Optional.empty();
        }
        Resource resource = new Resource();
        resource.setDirectory(base.resolve(directory).normalize().toString());
        resource.setTargetPath(PluginConfiguration.text(dom, "targetPath", ""));
        resource.setFiltering(PluginConfiguration.text(dom, "filtering", "false"));
        resource.setIncludes(PluginConfiguration.texts(dom, "includes"));
        resource.setExcludes(PluginConfiguration.texts(dom, "excludes"));
        return Optional.of(resource);
    }

    /** Tells whether the pom names {@code folder} as a directory of web resources that is copied as it is. */
    boolean packs(Path folder) {
        return webResources.stream()
                .anyMatch(r -> Path.of(r.getDirectory()).equals(folder) && !r.isFiltering() && atRoot(r));
    }

    private static boolean atRoot(Resource resource) {
        return Layout.folder(resource.getTargetPath()).isEmpty();
    }

    /** Tells whether this version overwrites or deletes what other plugins wrote into the exploded folder. */
    boolean overwritesOutputs() {
        return version != null && new ComparableVersion(version).compareTo(LEAVES_OUTPUTS) < 0;
    }
}
