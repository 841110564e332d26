package io.github.assetpipe.maven;

import io.github.assetpipe.option.SourceRoot;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.shared.filtering.MavenResourcesFiltering;
import org.jspecify.annotations.Nullable;

/** The parameters that say where a project keeps its sources and where results go. */
abstract class ProjectMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /**
     * Whether nothing is done at all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Where sources lie and results go: {@code jar}, {@code war}, {@code static}, or {@code auto}, which goes by the project's
     * packaging ({@code war}: war, {@code pom}: static, everything else: jar).
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.layout", defaultValue = "auto")
    private @Nullable String layout;

    /**
     * The folders of sources, in place of those that the layout names; the first that has a path wins. A {@code <source>} is
     * a folder, or has these elements:
     * <ul>
     * <li>{@code directory}: the folder, relative to the project</li>
     * <li>{@code kind}: {@code assets} (all files are served), {@code pages} (templates, nothing is served), or {@code webapp}
     * (templates are pages, all else outside {@code WEB-INF} and {@code META-INF} is served); default {@code webapp}</li>
     * <li>{@code urlPrefix}: folder of the site that the files are served under; default none</li>
     * <li>{@code outputPrefix}: folder below the output directory that results go to; default none</li>
     * <li>{@code excludes}: patterns of files that are left out</li>
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.sources")
    private @Nullable List<SourceParameters> sources;

    /**
     * The folder that results are written below, in place of the layout's: {@code target/classes} (jar), the exploded war, or
     * {@code target/web} (static).
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.outputDirectory")
    private @Nullable String outputDirectory;

    /**
     * The manifest's path below the output directory, in place of the layout's: {@code META-INF/asset-manifest.json} (jar),
     * {@code WEB-INF/asset-manifest.json} (war), or {@code asset-manifest.json} (static).
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.manifest")
    private @Nullable String manifest;

    /**
     * Whether WebJars of the class path (scopes compile, runtime and provided) are assets below {@code webjars/}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.webJars", defaultValue = "true")
    private @Nullable String webJars;

    @Inject
    private MavenResourcesFiltering filtering;

    /** Returns the project that is built. */
    final MavenProject project() {
        return project;
    }

    /** Returns the Maven session. */
    final MavenSession session() {
        return session;
    }

    /** Tells whether nothing is to be done. */
    final boolean skip() {
        return skip;
    }

    /** Returns the project's folder. */
    final Path base() {
        return project.getBasedir().toPath();
    }

    /** Returns the folder for files that are not results. */
    final Path workDirectory() {
        return Path.of(project.getBuild().getDirectory()).resolve("asset");
    }

    /** Returns values that fall back to user properties, in the order that Maven looks for them. */
    final ParameterValues values() {
        List<Properties> sources =
                List.of(session.getUserProperties(), session.getSystemProperties(), project.getProperties());
        return new ParameterValues(name -> sources.stream()
                .map(properties -> properties.getProperty(name))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null));
    }

    /** Returns where sources lie and results go. */
    final Layout layout(ParameterValues values) throws MojoExecutionException {
        LayoutName name = values.choice("layout", layout, LayoutName.AUTO);
        FilteredResources filtered = new FilteredResources(
                project, session, filtering, workDirectory().resolve("filtered"));
        Layout found = new Layouts(project, new ResourceRoots(filtered), getLog()).layout(name);
        if (sources != null && !sources.isEmpty()) {
            List<SourceRoot> roots = new ArrayList<>();
            sources.forEach(source -> roots.add(source.root(base(), values)));
            found = found.withRoots(roots);
        }
        if (outputDirectory != null) {
            found = found.withOutputDirectory(base().resolve(outputDirectory));
        }
        found = found.withTemplatesIn(TemplateLanguage.of(project));
        return manifest == null ? found : found.withManifest(manifest);
    }

    /** Returns the class path's files that may hold WebJars, in its order. */
    final List<Path> webJars(ParameterValues values) {
        return values.flag("webJars", webJars, true) ? classPath() : List.of();
    }

    /** Returns the files of the class path without that of tests, in its order. */
    final List<Path> classPath() {
        return project.getArtifacts().stream()
                .filter(artifact -> !Artifact.SCOPE_TEST.equals(artifact.getScope()))
                .map(Artifact::getFile)
                .filter(file -> file != null)
                .map(File::toPath)
                .toList();
    }
}
