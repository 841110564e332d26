package io.github.assetpipe.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.shared.filtering.MavenFilteringException;
import org.apache.maven.shared.filtering.MavenResourcesExecution;
import org.apache.maven.shared.filtering.MavenResourcesFiltering;
import org.codehaus.plexus.util.DirectoryScanner;
import org.jspecify.annotations.Nullable;

/**
 * Copies of resource directories as maven-resources-plugin makes them: filtered, with its includes and excludes.
 *
 * <p>The pipeline reads the copies in place of the originals, because what Maven put into {@code target/classes} may be the
 * pipeline's own output of an earlier build. Each directory is copied once a goal. Not safe for several threads.
 */
final class FilteredResources implements ResourceCopies {
    private final MavenProject project;
    private final MavenSession session;
    private final MavenResourcesFiltering filtering;
    private final Path workDirectory;
    private final PluginConfiguration plugin;
    private final Map<Resource, Path> copies = new IdentityHashMap<>();

    /** Creates copies below {@code workDirectory}. */
    FilteredResources(
            MavenProject project, MavenSession session, MavenResourcesFiltering filtering, Path workDirectory) {
        this.project = project;
        this.session = session;
        this.filtering = filtering;
        this.workDirectory = workDirectory;
        this.plugin = PluginConfiguration.of(project, "maven-resources-plugin", "resources");
    }

    @Override
    public Path copy(Resource resource) throws MojoExecutionException {
        Path known = copies.get(resource);
        if (known != null) {
            return known;
        }
        Path copy = workDirectory.resolve(Integer.toString(copies.size()));
        try {
            Files.createDirectories(copy);
            filtering.filterResources(request(resource, copy));
            deleteStale(resource, copy);
        } catch (IOException | MavenFilteringException e) {
            throw new MojoExecutionException(
                    "Can't filter the resource directory " + resource.getDirectory() + ": " + e.getMessage(), e);
        }
        copies.put(resource, copy);
        return copy;
    }

    private MavenResourcesExecution request(Resource resource, Path copy) {
        Resource untargeted = resource.clone();
        untargeted.setTargetPath(null);
        MavenResourcesExecution request = new MavenResourcesExecution(
                List.of(untargeted),
                copy.toFile(),
                project,
                plugin.text("encoding", encoding()),
                plugin.texts("filters"),
                List.of(),
                session);
        request.setEscapeString(nullable("escapeString"));
        request.setEscapeWindowsPaths(Boolean.parseBoolean(plugin.text("escapeWindowsPaths", "true")));
        request.setSupportMultiLineFiltering(Boolean.parseBoolean(plugin.text("supportMultiLineFiltering", "false")));
        request.setPropertiesEncoding(nullable("propertiesEncoding"));
        request.setInjectProjectBuildFilters(true);
        request.setAddDefaultExcludes(Boolean.parseBoolean(plugin.text("addDefaultExcludes", "true")));
        List<String> delimiters = plugin.texts("delimiters");
        if (!delimiters.isEmpty()) {
            request.setDelimiters(
                    new LinkedHashSet<>(delimiters), Boolean.parseBoolean(plugin.text("useDefaultDelimiters", "true")));
        }
        List<String> unfiltered = plugin.texts("nonFilteredFileExtensions");
        if (!unfiltered.isEmpty()) {
            request.setNonFilteredFileExtensions(unfiltered);
        }
        return request;
    }

    private String encoding() {
        return project.getProperties().getProperty("project.build.sourceEncoding", "UTF-8");
    }

    private @Nullable String nullable(String element) {
        String text = plugin.text(element, "");
        return text.isEmpty() ? null : text;
    }

    /** Deletes what an earlier build copied and this one would not; what is still right keeps its time. */
    private static void deleteStale(Resource resource, Path copy) throws IOException {
        Set<Path> current = new HashSet<>();
        for (String file : files(Path.of(resource.getDirectory()), resource)) {
            current.add(copy.resolve(file));
        }
        for (String file : files(copy, new Resource())) {
            Path path = copy.resolve(file);
            if (!current.contains(path)) {
                Files.delete(path);
            }
        }
    }

    /** Returns the files of a resource directory that its patterns select, below it; none when it is missing. */
    static List<String> selected(Resource resource) {
        Path folder = Path.of(resource.getDirectory());
        return Files.isDirectory(folder) ? files(folder, resource) : List.of();
    }

    private static List<String> files(Path folder, Resource selection) {
        DirectoryScanner scanner = new DirectoryScanner();
        scanner.setBasedir(folder.toFile());
        if (!selection.getIncludes().isEmpty()) {
            scanner.setIncludes(selection.getIncludes().toArray(String[]::new));
        }
        scanner.setExcludes(selection.getExcludes().toArray(String[]::new));
        scanner.scan();
        return List.of(scanner.getIncludedFiles());
    }
}
