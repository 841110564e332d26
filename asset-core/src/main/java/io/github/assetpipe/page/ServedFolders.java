package io.github.assetpipe.page;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Site;
import java.util.List;

/** The folders that frameworks map to the root of what is served, as far as a site has none of these names itself. */
final class ServedFolders {
    /** Their names, each with a trailing slash. */
    static final List<String> NAMES = List.of("static/", "public/", "resources/", "META-INF/resources/", "webapp/");

    private final Site site;

    ServedFolders(Site site) {
        this.site = site;
    }

    /** Tells whether a path begins with such a folder; one that is there is meant by its name. */
    boolean isBelow(String path, String name) {
        return path.startsWith(name) && !exists(name);
    }

    private boolean exists(String name) {
        return site.assets().tailMap(LogicalPath.of(name + "!")).keySet().stream()
                .findFirst()
                .filter(p -> p.value().startsWith(name))
                .isPresent();
    }

    /** Returns where a path is looked for below the root. */
    String without(String path) {
        String tail = path.startsWith("/") ? path.substring(1) : path;
        return NAMES.stream()
                .filter(name -> isBelow(tail, name))
                .findFirst()
                .map(name -> tail.substring(name.length()))
                .orElse(tail);
    }
}
