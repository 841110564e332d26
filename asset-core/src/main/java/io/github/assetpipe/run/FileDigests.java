package io.github.assetpipe.run;

import io.github.assetpipe.io.SourceFile;
import io.github.assetpipe.model.Content;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Digests of source files that former builds have read, which hold for as long as size and time are the same: as an index of Git
 * knows them. Safe for several threads.
 */
final class FileDigests {
    private final Map<String, String> former;
    private final Map<Path, Given> given = new ConcurrentHashMap<>();

    private record Given(SourceFile file, boolean young, Content content) {}

    /** Begins with what {@link #rows} returned in a former build. */
    FileDigests(Map<String, String> former) {
        this.former = Map.copyOf(former);
    }

    /** Returns what a file holds, with its digests where they are known. */
    Content content(SourceFile file) {
        String[] known = former.getOrDefault(file.path().toString(), "").split("\n", -1);
        boolean same = known.length == 3 && known[0].equals(file.state());
        return same ? file.content().withDigests(known[1], known[2].isEmpty() ? null : known[2]) : file.content();
    }

    /** Notes what a file holds. */
    void given(SourceFile file, Content content) {
        given.put(file.path(), new Given(file, file.isYoung(), content));
    }

    /** Tells whether all files that were asked for are still what they were, so that digests and texts were of the same bytes. */
    boolean areStill() {
        return given.values().stream().allMatch(one -> {
            try {
                return SourceFile.of(one.file().path()).equals(Optional.of(one.file()));
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** Returns what is known of the files that this build has asked for, but not of young ones: in their time a change could hide. */
    SortedMap<String, String> rows() {
        SortedMap<String, String> rows = new TreeMap<>();
        given.forEach((path, one) -> {
            String sha256 = one.content().knownSha256();
            String integrity = one.content().knownIntegrity();
            if (sha256 != null && !one.young()) {
                rows.put(
                        path.toString(),
                        one.file().state() + "\n" + sha256 + "\n" + (integrity == null ? "" : integrity));
            }
        });
        return rows;
    }
}
