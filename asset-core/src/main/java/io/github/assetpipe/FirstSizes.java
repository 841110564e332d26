package io.github.assetpipe;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers how large each file was when it first appeared in the site: as read, as compiled, as joined; so that savings are
 * told against what would have been sent without the pipeline.
 */
final class FirstSizes {
    private final Map<String, Long> sizes = new HashMap<>();

    /** Notes the files of a site that are new since the last call. */
    void see(Site site) {
        for (Asset asset : site.assets().values()) {
            if (!sizes.containsKey(asset.file())) {
                sizes.put(asset.file(), sum(asset.sources(), asset.content().size()));
            }
        }
        for (PageFile page : site.pages()) {
            sizes.computeIfAbsent(page.file(), f -> page.content().size());
        }
    }

    /** A bundle counts as its members do; what is made of files that are not served, such as Sass, as it was made. */
    private long sum(List<String> sources, long otherwise) {
        boolean known = !sources.isEmpty() && sources.stream().allMatch(sizes::containsKey);
        return known
                ? sources.stream().mapToLong(s -> sizes.getOrDefault(s, 0L)).sum()
                : otherwise;
    }

    /** Returns the first size of a file, as users know it by name. */
    long of(String file, long otherwise) {
        return sizes.getOrDefault(file, otherwise);
    }
}
