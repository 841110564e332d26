package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.GeneratedFolder;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Site;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bundles whose members are what they were when the last build joined them: their digests are known, and they are only joined
 * when somebody asks for bytes.
 */
final class KnownBundles {
    private static final String LIST = "\u0000";

    private final SortedMap<String, String> rows;
    private final Site site;
    private final GeneratedFolder folder;
    private final Function<LogicalPath, Content> join;

    /**
     * Creates the bundles that {@link #rows} told of.
     *
     * @param site the site with the members of now
     * @param join makes a bundle
     */
    KnownBundles(
            SortedMap<String, String> rows, Site site, GeneratedFolder folder, Function<LogicalPath, Content> join) {
        this.rows = rows;
        this.site = site;
        this.folder = folder;
        this.join = join;
    }

    /** Tells of bundles whose digests are known by now. */
    static SortedMap<String, String> rows(Site site, Collection<BlockPlan.Bundle> bundles) {
        SortedMap<String, String> rows = new TreeMap<>();
        for (BlockPlan.Bundle bundle : bundles) {
            Content content = bundle.asset().content();
            String sha256 = content.knownSha256();
            String integrity = content.knownIntegrity();
            Optional<String> members = members(site, bundle.members());
            if (sha256 != null && members.isPresent()) {
                String row = String.join(
                        "\n",
                        Long.toString(content.size()),
                        sha256,
                        integrity == null ? "" : integrity,
                        members.get(),
                        String.join(
                                LIST,
                                bundle.members().stream()
                                        .map(LogicalPath::value)
                                        .toList()),
                        String.join(LIST, bundle.asset().sources()));
                rows.put(bundle.asset().path().value(), row);
            }
        }
        return rows;
    }

    /** Tells members from others of the same paths. That scripts are what they were is known before anything is asked here. */
    private static Optional<String> members(Site site, List<LogicalPath> paths) {
        StringBuilder digests = new StringBuilder();
        for (LogicalPath path : paths) {
            Optional<Asset> member = site.asset(path);
            if (member.isEmpty()) {
                return Optional.empty();
            }
            digests.append(
                    AssetLinks.isScript(member.get())
                            ? ""
                            : member.get().content().sha256());
        }
        return Optional.of(Content.of(digests.toString()).sha256());
    }

    /** Returns a bundle if it is what it was. */
    Optional<BlockPlan.Bundle> bundle(String path) {
        String[] row = rows.getOrDefault(path, "").split("\n", -1);
        if (row.length < 6) {
            return Optional.empty();
        }
        List<LogicalPath> members = list(row[4]).stream().map(LogicalPath::of).toList();
        if (!members(site, members).equals(Optional.of(row[3]))) {
            return Optional.empty();
        }
        LogicalPath name = LogicalPath.of(path);
        Content content = Content.from(new Late(Long.parseLong(row[0]), () -> join.apply(name)))
                .withDigests(row[1], row[2].isEmpty() ? null : row[2]);
        Asset bundle = folder.asset(name, content, list(row[5]));
        return Optional.of(new BlockPlan.Bundle(bundle, members, null));
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(LIST));
    }

    /** Joins when it is read: when its references are looked for, or the cache has lost what was made of it. */
    private static final class Late implements Content.Source {
        private final long size;
        private final Supplier<Content> join;
        private byte @Nullable [] joined;

        Late(long size, Supplier<Content> join) {
            this.size = size;
            this.join = join;
        }

        @Override
        public synchronized byte[] read() {
            byte[] known = joined;
            if (known == null) {
                known = join.get().bytes();
                joined = known;
            }
            return known.clone();
        }

        @Override
        public long size() {
            return size;
        }
    }
}
