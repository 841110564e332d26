package io.github.assetpipe.report;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Manifest.AssetEntry;
import io.github.assetpipe.model.Manifest.PageEntry;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.PageDecision;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.PrecompressOptions;
import io.github.assetpipe.option.RewriteOptions;
import io.github.assetpipe.page.PageReader;
import io.github.assetpipe.report.PageLoads.Counted;
import io.github.assetpipe.report.ReportData.Bundle;
import io.github.assetpipe.report.ReportData.Change;
import io.github.assetpipe.report.ReportData.DecisionGroup;
import io.github.assetpipe.report.ReportData.Kind;
import io.github.assetpipe.report.ReportData.PageRow;
import io.github.assetpipe.report.ReportData.Part;
import io.github.assetpipe.report.ReportData.Place;
import io.github.assetpipe.run.TransformRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Counts and sorts what the report shows. */
public final class ReportBuilder {
    private static final int PLACES = 60;

    private final Site sources;
    private final Manifest manifest;
    private final Path outputs;
    private final TransformRunner runner;
    private final RewriteOptions rewrite;
    private final PrecompressOptions precompress;

    /**
     * Creates the count.
     *
     * @param sources the site as its authors wrote it, with stylesheets as they were compiled
     * @param manifest what the build made
     * @param outputs the output directory
     * @param runner weighs, through the cache
     * @param rewrite how pages name assets
     * @param precompress the quality of Brotli
     */
    public ReportBuilder(
            Site sources,
            Manifest manifest,
            Path outputs,
            TransformRunner runner,
            RewriteOptions rewrite,
            PrecompressOptions precompress) {
        this.sources = sources;
        this.manifest = manifest;
        this.outputs = outputs;
        this.runner = runner;
        this.rewrite = rewrite;
        this.precompress = precompress;
    }

    /**
     * Returns what the report shows.
     *
     * @param project how users know the project
     * @param facts what is known of the run
     * @param earlier the manifest of an earlier build, or an empty one
     * @param compared how users know that build, or empty
     * @param budgets the budgets to judge
     */
    public ReportData build(String project, BuildFacts facts, Manifest earlier, String compared, List<Budget> budgets) {
        SortedMap<LogicalPath, Weight> after = new TreeMap<>();
        List<Counted> then = count(sources, page -> page, page -> Weights.ofPage(page.content()));
        List<Counted> now = count(built(after), this::output, page -> weight(page.file(), page.content()));
        Set<LogicalPath> askedBefore = asked(then);
        SortedMap<LogicalPath, Weight> before = new Weights(runner, precompress)
                .of(askedBefore.stream().flatMap(p -> sources.asset(p).stream()).toList());
        List<PageRow> pages = new ArrayList<>();
        for (int i = 0; i < then.size(); i++) {
            pages.add(new PageRow(
                    sources.pages().get(i).file(),
                    then.get(i).load(p -> before.getOrDefault(p, Weight.NONE)),
                    now.get(i).load(p -> after.getOrDefault(p, Weight.NONE))));
        }
        List<Kind> kinds = new ArrayList<>(kinds(chosen(before, askedBefore), chosen(after, asked(now))));
        Weight own = sum(then.stream().map(Counted::own).toList());
        kinds.add(new Kind(
                "Pages",
                then.size(),
                own,
                now.size(),
                sum(now.stream().map(Counted::own).toList())));
        return new ReportData(
                project,
                kinds,
                pages,
                bundles(facts),
                decisions(),
                facts,
                compared.isEmpty() ? List.of() : changes(earlier),
                compared,
                budgets.stream().map(b -> b.judge(manifest.assets(), pages)).toList());
    }

    private List<Counted> count(Site site, UnaryOperator<PageFile> page, Function<PageFile, Weight> own) {
        PageReader reader = new PageReader(rewrite.dialects());
        reader.begin(sources.pages());
        PageLoads loads = new PageLoads(reader, site, rewrite.urlRoots());
        return runner.map(sources.pages(), p -> loads.of(page.apply(p), own.apply(page.apply(p))));
    }

    private static Set<LogicalPath> asked(List<Counted> pages) {
        Set<LogicalPath> asked = new TreeSet<>();
        pages.forEach(p -> asked.addAll(p.assets()));
        return asked;
    }

    private static SortedMap<LogicalPath, Weight> chosen(
            SortedMap<LogicalPath, Weight> weights, Set<LogicalPath> asked) {
        SortedMap<LogicalPath, Weight> chosen = new TreeMap<>(weights);
        chosen.keySet().retainAll(asked);
        return chosen;
    }

    /** Returns the site under its final names. */
    private Site built(SortedMap<LogicalPath, Weight> weights) {
        SortedMap<LogicalPath, Asset> assets = new TreeMap<>();
        manifest.assets().forEach((key, entry) -> {
            for (String name : new TreeSet<>(List.of(key, entry.path()))) {
                LogicalPath.normalise(name).ifPresent(path -> {
                    Content content = Content.ofFile(outputs.resolve(entry.file()));
                    assets.put(path, Asset.source(path, content, Origin.PROJECT, key, "", false));
                    weights.put(path, Weights.of(entry));
                });
            }
        });
        return new Site(assets, List.of(), sources.versionless());
    }

    private PageFile output(PageFile page) {
        PageEntry entry = manifest.pages().get(page.file());
        Path file = outputs.resolve(entry == null ? page.outputPath() : entry.file());
        Content content = entry != null && Files.isRegularFile(file) ? Content.ofFile(file) : page.content();
        return PageFile.source(page.file(), page.name(), content, page.outputPath(), page.served(), false)
                .inLanguage(page.language());
    }

    private Weight weight(String page, Content content) {
        PageEntry entry = manifest.pages().get(page);
        return entry == null || entry.encodings().isEmpty()
                ? Weights.ofPage(content)
                : Weights.of(entry.size(), entry.encodings());
    }

    private static List<Kind> kinds(SortedMap<LogicalPath, Weight> before, SortedMap<LogicalPath, Weight> after) {
        Predicate<LogicalPath> css =
                p -> MediaType.of(p).equals(MediaType.CSS) || MediaType.of(p).equals(MediaType.SASS);
        Predicate<LogicalPath> js = p -> MediaType.of(p).equals(MediaType.JAVASCRIPT);
        return List.of(
                kind("Stylesheets", css, before, after),
                kind("Scripts", js, before, after),
                kind("Images and others", css.or(js).negate(), before, after));
    }

    private static Kind kind(
            String name,
            Predicate<LogicalPath> which,
            SortedMap<LogicalPath, Weight> before,
            SortedMap<LogicalPath, Weight> after) {
        List<Weight> old = of(which, before);
        List<Weight> current = of(which, after);
        return new Kind(name, old.size(), sum(old), current.size(), sum(current));
    }

    private static List<Weight> of(Predicate<LogicalPath> which, SortedMap<LogicalPath, Weight> weights) {
        return weights.entrySet().stream()
                .filter(e -> which.test(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Weight sum(List<Weight> weights) {
        return weights.stream().reduce(Weight.NONE, Weight::plus);
    }

    private List<Bundle> bundles(BuildFacts facts) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (Asset asset : sources.assets().values()) {
            sizes.put(asset.file(), asset.content().size());
            sizes.putIfAbsent(asset.path().value(), asset.content().size());
        }
        // Of a framework's stylesheet purging may have left a fiftieth.
        facts.sheets().forEach(sheet -> sizes.put(sheet.file(), sheet.after()));
        List<Bundle> bundles = new ArrayList<>();
        manifest.assets().forEach((path, entry) -> {
            boolean style = entry.type().equals(MediaType.CSS.name());
            if (style || entry.type().equals(MediaType.JAVASCRIPT.name())) {
                bundles.add(new Bundle(path, Weights.of(entry), parts(entry, sizes, facts.origins())));
            }
        });
        bundles.sort(Comparator.comparingLong((Bundle b) -> -b.weight().br()).thenComparing(Bundle::path));
        return bundles;
    }

    /** What compilers made is divided by what their source maps say is left of each source, other files count whole. */
    private static List<Part> parts(AssetEntry entry, Map<String, Long> sizes, List<OriginFact> origins) {
        Map<String, Long> shares = new TreeMap<>();
        entry.sources().forEach(s -> shares.put(s, sizes.getOrDefault(s, 0L)));
        List<OriginFact> known = origins.stream()
                .filter(o -> shares.containsKey(o.entry()) || shares.containsKey(o.sheet()))
                .toList();
        known.forEach(o -> shares.remove(o.sheet()));
        known.forEach(o -> shares.remove(o.entry()));
        known.forEach(o -> shares.put(o.source(), 0L));
        known.forEach(o -> shares.merge(o.source(), o.bytes(), Long::sum));
        long all = shares.values().stream().mapToLong(Long::longValue).sum();
        return shares.entrySet().stream()
                .filter(e -> all > 0)
                .map(e -> new Part(e.getKey(), Math.round(entry.size() * (double) e.getValue() / all)))
                .sorted(Comparator.comparingLong((Part p) -> -p.bytes()).thenComparing(Part::source))
                .toList();
    }

    private List<DecisionGroup> decisions() {
        record Key(String kind, String outcome, String reason) {}
        Map<Key, List<Place>> groups = new TreeMap<>(
                Comparator.comparing(Key::kind).thenComparing(Key::outcome).thenComparing(Key::reason));
        manifest.decisions().forEach((file, decisions) -> {
            for (PageDecision decision : decisions) {
                groups.computeIfAbsent(
                                new Key(decision.kind(), decision.outcome(), decision.reason()), k -> new ArrayList<>())
                        .add(new Place(file, decision));
            }
        });
        return groups.entrySet().stream()
                .map(e -> new DecisionGroup(
                        e.getKey().kind(),
                        e.getKey().outcome(),
                        e.getKey().reason(),
                        e.getValue().size(),
                        e.getValue().stream().limit(PLACES).toList()))
                .toList();
    }

    private List<Change> changes(Manifest earlier) {
        List<Change> changes = new ArrayList<>();
        Set<String> paths = new TreeSet<>(earlier.assets().keySet());
        paths.addAll(manifest.assets().keySet());
        for (String path : paths) {
            long before = best(earlier.assets().get(path));
            long now = best(manifest.assets().get(path));
            if (before != now) {
                changes.add(new Change(path, before, now));
            }
        }
        changes.sort(Comparator.comparingLong(c -> -Math.abs(Math.max(0, c.after()) - Math.max(0, c.before()))));
        return changes;
    }

    private static long best(@org.jspecify.annotations.Nullable AssetEntry entry) {
        return entry == null ? -1 : Weights.of(entry).br();
    }
}
