package io.github.assetpipe;

import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.run.PageMemo;
import io.github.assetpipe.run.SourceLookup;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a build as a whole tells the next one through a {@link PageMemo}, beside what its passes tell. */
final class NextBuild {
    private static final String LOOKED_UP = "looked up";
    private static final String OWNED = "owned";

    private NextBuild() {}

    /**
     * Tells by its name whether a file is a stylesheet. No decision about a page depends on what one holds, but for the names of
     * what it becomes and for what the passes ask for.
     */
    static boolean isStylesheet(Path file) {
        return MediaType.isStylesheet(String.valueOf(file.getFileName()));
    }

    /** Tells by its name whether a file has to be compiled. */
    static boolean isSass(Path file) {
        return isStylesheet(file) && !String.valueOf(file.getFileName()).endsWith(".css");
    }

    /** Looks up what the last build did: answers depend on it, so it has to be in the stamp of this build too. */
    static void begin(PageMemo memo, SourceLookup lookup) {
        memo.last(LOOKED_UP).keySet().forEach(lookup::find);
    }

    /** Notes what was looked up, and which files the manifest owns. */
    static void end(PageMemo memo, SourceLookup lookup, Manifest manifest) {
        memo.note(
                LOOKED_UP,
                table(lookup.asked().stream()
                        .filter(path -> !MediaType.isStylesheet(path))
                        .toList()));
        memo.note(OWNED, table(ManifestFile.owned(manifest)));
    }

    /** Returns the files that the manifest in its place owns; nothing where that is not known. */
    static Set<String> owned(PageMemo memo) {
        return memo.last(OWNED).keySet();
    }

    private static SortedMap<String, String> table(Collection<String> names) {
        SortedMap<String, String> table = new TreeMap<>();
        names.forEach(name -> table.put(name, ""));
        return table;
    }
}
