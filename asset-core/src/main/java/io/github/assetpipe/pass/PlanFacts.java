package io.github.assetpipe.pass;

import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.page.composition.PageFacts;
import io.github.assetpipe.text.Globs;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the pages of a site tell before anything is decided about their scripts and images. A pass that has a page at hand
 * notes it for the one that decides, so that a site of many pages is not read once more. For one build; safe for several
 * threads.
 */
public final class PlanFacts {
    private final RewriteOptions options;
    private final Globs skip;
    private final DataSrcWriters writers = new DataSrcWriters();
    private final Map<String, Told> noted = new ConcurrentHashMap<>();

    /** Creates an empty collection. */
    public PlanFacts(RewriteOptions options) {
        this.options = options;
        this.skip = Globs.of(options.skip());
    }

    /**
     * What one page tells.
     *
     * @param scripts its scripts and what it includes
     * @param images its images, empty when they are left alone
     */
    record Told(PageFacts scripts, Optional<LazyFacts> images) {}

    /** Notes what a page tells that carries the edits of its bundles, and will carry no others until it is decided. */
    void note(PageFile file, Page page, UrlResolver resolver) {
        noted.put(file.file(), read(file, page, resolver));
    }

    /** Returns what a page tells: what was noted, which is forgotten now, or what {@code page} says. */
    Told take(PageFile file, Supplier<Page> page, UrlResolver resolver) {
        Told known = noted.remove(file.file());
        return known != null ? known : read(file, page.get(), resolver);
    }

    private Told read(PageFile file, Page page, UrlResolver resolver) {
        boolean skipped = skip.matches(file.file());
        boolean images = !skipped && options.lazy() != RewriteOptions.Lazy.OFF;
        return new Told(
                DeferPlan.facts(file, page, skipped, resolver),
                images
                        ? Optional.of(LazyFacts.read(file, page, options.eagerImages(), resolver, writers))
                        : Optional.empty());
    }
}
