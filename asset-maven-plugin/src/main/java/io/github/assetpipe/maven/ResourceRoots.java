package io.github.assetpipe.maven;

import io.github.assetpipe.option.SourceRoot;
import io.github.assetpipe.option.SourceRoot.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The asset and template folders inside a project's resource directories.
 *
 * <p>The names are those that frameworks look for on the class path, in Spring Boot's order of precedence. A resource
 * directory that Maven filters, or of which it takes only some files, is seen as Maven would copy it.
 */
final class ResourceRoots {
    private static final Map<String, Kind> FOLDERS = folders();

    private final ResourceCopies copies;

    /** Creates the search; {@code copies} makes copies of directories that can't be read as they are. */
    ResourceRoots(ResourceCopies copies) {
        this.copies = copies;
    }

    private static Map<String, Kind> folders() {
        Map<String, Kind> folders = new LinkedHashMap<>();
        folders.put("META-INF/resources/", Kind.WEBAPP);
        folders.put("resources/", Kind.ASSETS);
        folders.put("static/", Kind.ASSETS);
        folders.put("public/", Kind.ASSETS);
        folders.put("templates/", Kind.PAGES);
        folders.put("views/", Kind.PAGES);
        return folders;
    }

    /** Returns the roots of all resource directories; results go below {@code outputPrefix}. */
    List<SourceRoot> of(List<Resource> resources, String outputPrefix) throws MojoExecutionException {
        List<SourceRoot> roots = new ArrayList<>();
        for (Map.Entry<String, Kind> folder : FOLDERS.entrySet()) {
            for (Resource resource : resources) {
                add(roots, resource, folder.getKey(), folder.getValue(), outputPrefix);
            }
        }
        return roots;
    }

    /** Returns the root of a resource directory that is a web application folder as a whole. */
    SourceRoot webapp(Resource resource) throws MojoExecutionException {
        String target = targetPath(resource);
        boolean hidden = target.startsWith("WEB-INF/") || target.startsWith("META-INF/");
        Kind kind = hidden ? Kind.PAGES : Kind.WEBAPP;
        return root(resource, "", kind, hidden ? "" : target, target);
    }

    private void add(List<SourceRoot> roots, Resource resource, String folder, Kind kind, String outputPrefix)
            throws MojoExecutionException {
        String target = targetPath(resource);
        if (target.startsWith(folder)) {
            roots.add(root(resource, "", kind, target.substring(folder.length()), outputPrefix + target));
        } else if (folder.startsWith(target)) {
            String inside = folder.substring(target.length());
            if (Files.isDirectory(Path.of(resource.getDirectory()).resolve(inside)) && reaches(resource, inside)) {
                roots.add(root(resource, inside, kind, "", outputPrefix + folder));
            }
        }
    }

    private static boolean reaches(Resource resource, String inside) {
        return resource.getIncludes().isEmpty()
                || !AntPattern.below(inside, resource.getIncludes()).isEmpty();
    }

    private SourceRoot root(Resource resource, String inside, Kind kind, String urlPrefix, String outputPrefix)
            throws MojoExecutionException {
        Path original = Path.of(resource.getDirectory());
        boolean asMavenCopies =
                resource.isFiltering() || !resource.getIncludes().isEmpty();
        Path read = asMavenCopies && Files.isDirectory(original) ? copies.copy(resource) : original;
        List<String> excludes = asMavenCopies ? List.of() : AntPattern.below(inside, resource.getExcludes());
        return new SourceRoot(read.resolve(inside), original.resolve(inside), kind, urlPrefix, outputPrefix, excludes);
    }

    private static String targetPath(Resource resource) {
        return resource.getTargetPath() == null ? "" : Layout.folder(resource.getTargetPath());
    }
}
