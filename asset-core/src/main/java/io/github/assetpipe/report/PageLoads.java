package io.github.assetpipe.report;

import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.page.Page;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.page.PageUrls;
import io.github.assetpipe.page.Tag;
import io.github.assetpipe.page.UrlResolver;
import io.github.assetpipe.report.ReportData.Load;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Counts what pages load by their own tags: stylesheets, scripts, and images that do not wait. */
final class PageLoads {
    private final PageReader reader;
    private final UrlResolver resolver;

    /**
     * Creates the count.
     *
     * @param site the assets that pages name
     * @param urlRoots further URL prefixes, as the rewrite pass takes them
     */
    PageLoads(PageReader reader, Site site, List<String> urlRoots) {
        this.reader = reader;
        this.resolver = new UrlResolver(site, urlRoots);
    }

    /**
     * What a page loads.
     *
     * @param requests number of different files
     * @param blocking number of scripts that hold up parsing
     * @param own what the page itself weighs
     * @param assets the files that are known
     */
    record Counted(int requests, int blocking, Weight own, Set<LogicalPath> assets) {
        /** Returns the same with what all of it weighs. */
        Load load(Function<LogicalPath, Weight> weights) {
            Weight weight = own;
            for (LogicalPath path : assets) {
                weight = weight.plus(weights.apply(path));
            }
            return new Load(requests, blocking, weight);
        }
    }

    /** Counts one page, which weighs {@code own} itself. */
    Counted of(PageFile file, Weight own) {
        Page page = reader.read(file);
        PageUrls urls = PageUrls.of(page, file, resolver, Set.of());
        Set<String> requested = new TreeSet<>();
        Set<LogicalPath> assets = new TreeSet<>();
        int blocking = 0;
        List<Tag> tags = page.markup().tags();
        for (int i = 0; i < tags.size(); i++) {
            Tag tag = tags.get(i);
            String attribute = loading(tag, page);
            if (attribute.isEmpty()) {
                continue;
            }
            Optional<LogicalPath> asset = urls.asset(i, attribute)
                    .map(Map.Entry::getValue)
                    .map(found -> found.asset().path());
            asset.ifPresent(assets::add);
            requested.add(asset.map(LogicalPath::value).orElse(tag.value(attribute, page.text())));
            blocking += isBlocking(tag, page) ? 1 : 0;
        }
        return new Counted(requested.size(), blocking, own, assets);
    }

    /** Returns the attribute whose URL a tag loads while the page is read, or empty. */
    private static String loading(Tag tag, Page page) {
        return switch (tag.name()) {
            case "script" -> tag.has("src") || tag.has("th:src") ? "src" : "";
            case "link" -> isStylesheet(tag, page) ? "href" : "";
            case "img" -> tag.has("src") && !isLazy(tag, page) ? "src" : "";
            default -> "";
        };
    }

    private static boolean isStylesheet(Tag tag, Page page) {
        return List.of(tag.value("rel", page.text())
                        .toLowerCase(java.util.Locale.ROOT)
                        .split("\\s+"))
                .contains("stylesheet");
    }

    private static boolean isLazy(Tag tag, Page page) {
        return tag.value("loading", page.text()).equalsIgnoreCase("lazy")
                || tag.value("src", page.text()).startsWith("data:");
    }

    private static boolean isBlocking(Tag tag, Page page) {
        return tag.name().equals("script")
                && !tag.has("defer")
                && !tag.has("async")
                && !tag.value("type", page.text()).equalsIgnoreCase("module");
    }
}
