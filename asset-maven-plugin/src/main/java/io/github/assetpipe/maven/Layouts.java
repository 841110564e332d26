package io.github.assetpipe.maven;

import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.option.SourceRoot;
import io.github.assetpipe.option.SourceRoot.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** Finds out where a project keeps its sources and where packaging expects the results. */
final class Layouts {
    /** Folder below the build directory that a pom may name as web resources, for war plugins that overwrite outputs. */
    static final String OWN_WEB_RESOURCES = "asset/webapp";

    /** Where a war has the class path. */
    static final String CLASSES_IN_WAR = "WEB-INF/classes/";

    private static final String CLASS_PATH_ASSETS = "META-INF/resources/";
    private static final String MANIFEST = "asset-manifest.json";

    private final MavenProject project;
    private final ResourceRoots resourceRoots;
    private final Log log;

    /** Creates the search in one project; warnings about its build go to {@code log}. */
    Layouts(MavenProject project, ResourceRoots resourceRoots, Log log) {
        this.project = project;
        this.resourceRoots = resourceRoots;
        this.log = log;
    }

    /** Returns the layout of that name. */
    Layout layout(LayoutName name) throws MojoExecutionException {
        return switch (name.of(project.getPackaging())) {
            case WAR -> war();
            case STATIC -> plainSite();
            default -> jar();
        };
    }

    private Layout jar() throws MojoExecutionException {
        List<SourceRoot> roots = new ArrayList<>(resourceRoots.of(project.getResources(), ""));
        roots.add(SourceRoot.of(base().resolve("src/main/jte"), Kind.PAGES, "jte/")
                .copied());
        return new Layout(
                Path.of(project.getBuild().getOutputDirectory()),
                "META-INF/" + MANIFEST,
                roots,
                CLASS_PATH_ASSETS,
                null,
                ServedPlace.of(roots, CLASS_PATH_ASSETS),
                false);
    }

    private Layout war() throws MojoExecutionException {
        WarPlugin plugin = WarPlugin.of(project);
        Path own = Path.of(project.getBuild().getDirectory()).resolve(OWN_WEB_RESOURCES);
        boolean packsOwn = plugin.packs(own);
        if (!packsOwn && plugin.overwritesOutputs()) {
            warnOfOverwriting(plugin);
        }
        List<SourceRoot> roots = new ArrayList<>();
        for (Resource resource : plugin.webResources()) {
            if (!Path.of(resource.getDirectory()).equals(own)) {
                warnOfFiltering(resource);
                roots.add(resourceRoots.webapp(resource));
            }
        }
        roots.add(webapp(plugin));
        roots.addAll(resourceRoots.of(project.getResources(), CLASSES_IN_WAR));
        roots.add(SourceRoot.of(base().resolve("src/main/jte"), Kind.PAGES, CLASSES_IN_WAR + "jte/")
                .copied());
        Path output = packsOwn ? own : plugin.exploded();
        // Containers serve WebJars from the root, Spring and JSF from the class path: which of them a request meets is
        // not known.
        String copies = CLASSES_IN_WAR + CLASS_PATH_ASSETS;
        return new Layout(output, "WEB-INF/" + MANIFEST, roots, "", copies, ServedPlace.of(roots, ""), false);
    }

    private static SourceRoot webapp(WarPlugin plugin) {
        List<String> excludes = new ArrayList<>(plugin.sourceExcludes());
        excludes.addAll(List.of("WEB-INF/lib/**", "WEB-INF/classes/**"));
        // A root that serves nothing gets no bundles either: those go where the application serves files from.
        Kind kind = plugin.hidesSource() ? Kind.PAGES : Kind.WEBAPP;
        return new SourceRoot(plugin.source(), plugin.source(), kind, "", "", excludes)
                .including(plugin.sourceIncludes());
    }

    private void warnOfOverwriting(WarPlugin plugin) {
        log.warn("maven-war-plugin " + plugin.version() + " overwrites processed files when it packs the war.\n"
                + "  hint: use version 3.3.1 or newer, or let it pack the results as web resources:\n"
                + "        <webResources><resource><directory>${project.build.directory}/" + OWN_WEB_RESOURCES
                + "</directory></resource></webResources>");
    }

    /** The war plugin filters anew over what lies in the war, however new it is; only what is never processed is safe. */
    private void warnOfFiltering(Resource resource) {
        List<String> files = resource.isFiltering() ? FilteredResources.selected(resource) : List.of();
        files.stream().filter(Layouts::mayBeProcessed).sorted().findFirst().ifPresent(file -> {
            Path folder = base().relativize(Path.of(resource.getDirectory()));
            log.warn("maven-war-plugin filters " + folder + " when it packs the war, over processed files such as "
                    + file
                    + ".\n  hint: filter with maven-resources-plugin:copy-resources into a folder below "
                    + "${project.build.directory}, and name that folder in <webResources> without <filtering>;"
                    + "\n        or let <includes> select only files such as WEB-INF/web.xml");
        });
    }

    private static boolean mayBeProcessed(String file) {
        return !file.endsWith(".xml") && !file.endsWith(".properties") && !file.endsWith(".txt");
    }

    private Layout plainSite() {
        List<SourceRoot> roots = List.of(SourceRoot.of(base().resolve("src/main/web"), Kind.WEBAPP, ""));
        Path output = Path.of(project.getBuild().getDirectory()).resolve("web");
        return new Layout(output, MANIFEST, roots, "", null, GeneratedFolder.root(""), true);
    }

    private Path base() {
        return project.getBasedir().toPath();
    }
}
