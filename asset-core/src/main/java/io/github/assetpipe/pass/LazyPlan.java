package io.github.assetpipe.pass;

import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.option.RewriteOptions.Lazy;
import io.github.assetpipe.page.Inclusions;
import io.github.assetpipe.page.LazyRule;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.UrlResolver;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How images are made lazy on each page of a site, and which pages get the loader.
 *
 * <p>The loader goes where the document's body ends: once into a page that stands alone, and into the layout or footer for
 * pages that are put together. Where no page of the site ends a body, or the page has another lazy loading library, images
 * are made lazy natively.
 *
 * @param modes the mode of each page that has one, by file
 * @param loaders the pages that get the loader
 */
record LazyPlan(Map<String, Lazy> modes, Set<String> loaders) {
    private static final Pattern VANILLA =
            Pattern.compile("(?i)(?:^|[/'\"])(?:vanilla-)?lazyload(?:\\.[a-z]+)*\\.m?js");
    private static final Pattern OTHER =
            Pattern.compile("(?i)lazysizes|lozad|blazy|jquery[.-]lazy|unveil|echo\\.min\\.js|yall");

    /** What one page tells about its images and its place in a composition. */
    record Facts(
            String file, boolean lazied, boolean ends, boolean part, boolean taken, boolean own, boolean foreign) {}

    /** Makes the plan of a site from what its pages tell; pages that are never changed are left out. */
    static LazyPlan of(List<Facts> facts, RewriteOptions options) {
        Map<String, Lazy> modes = new TreeMap<>();
        Set<String> loaders = new HashSet<>();
        boolean ended = facts.stream().anyMatch(f -> f.ends() && !f.foreign());
        boolean ownSomewhere = facts.stream().anyMatch(Facts::own);
        boolean data = options.lazy() == Lazy.DATA_SRC;
        boolean parts = false;
        for (Facts f : facts) {
            boolean loaded =
                    f.ends() && !f.part() ? options.loader() || f.own() : ended && (options.loader() || ownSomewhere);
            boolean byData = data && loaded && !f.foreign();
            modes.put(f.file(), byData ? Lazy.DATA_SRC : Lazy.NATIVE);
            parts |= byData && f.lazied() && (f.part() || !f.ends());
        }
        for (Facts f : facts) {
            boolean needed = f.lazied() || (parts && f.part());
            if (data && options.loader() && f.ends() && needed && !f.own() && !f.foreign() && !f.taken()) {
                loaders.add(f.file());
            }
        }
        return new LazyPlan(modes, loaders);
    }

    /** Reads what a page tells; the first {@code eager} images are never lazy. */
    static Facts facts(PageFile file, Page page, int eager, UrlResolver resolver) {
        ImageBoxes boxes = new ImageBoxes(page, file, resolver);
        boolean lazied =
                LazyRule.decide(page, eager, boxes::known).stream().anyMatch(d -> d.outcome() == LazyRule.Outcome.LAZY);
        boolean own = false;
        boolean foreign = false;
        for (Tag tag : page.markup().tags()) {
            if (tag.name().equals("script")) {
                String src = tag.value("src", page.text()) + tag.value("th:src", page.text());
                own |= VANILLA.matcher(src).find();
                foreign |= OTHER.matcher(src).find();
            }
        }
        boolean part = Inclusions.isPart(page) || !Inclusions.of(page).isEmpty();
        return new Facts(
                file.file(), lazied, page.markup().bodyEnd() >= 0, part, Inclusions.isTakenApart(page), own, foreign);
    }
}
