package io.github.assetpipe.pass;

import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.page.composition.PageFacts;
import io.github.assetpipe.page.composition.TilesDefinitions;
import io.github.assetpipe.transform.Lookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Finds the definition files of Tiles by their customary names, where web applications keep them. */
final class TilesFiles {
    private TilesFiles() {}

    /** Returns the facts of all definitions; empty for a site without pages that Tiles could put together. */
    static List<PageFacts> read(List<PageFile> pages, Collection<PageFacts> facts, Lookup lookup) {
        if (facts.stream().noneMatch(f -> f.engine().startsWith("jsp"))) {
            return List.of();
        }
        TreeSet<String> folders = new TreeSet<>();
        for (PageFile page : pages) {
            if (page.file().endsWith(page.name())) {
                String root = page.file()
                        .substring(0, page.file().length() - page.name().length());
                String folder = page.name().substring(0, page.name().lastIndexOf('/') + 1);
                folders.add(root + "WEB-INF/");
                folders.add(root + "WEB-INF/tiles/");
                folders.add(root + folder);
            }
        }
        List<PageFacts> found = new ArrayList<>();
        for (String folder : folders) {
            for (String name : TilesDefinitions.FILE_NAMES) {
                lookup.find(folder + name)
                        .ifPresent(content -> found.addAll(TilesDefinitions.read(folder + name, content.text())));
            }
        }
        return found;
    }
}
