package io.github.assetpipe.pass;

import io.github.assetpipe.css.CssTemplate;
import io.github.assetpipe.css.Stylesheet;
import io.github.assetpipe.css.purge.Evidence;
import io.github.assetpipe.css.purge.PurgeInput;
import io.github.assetpipe.css.purge.PurgeResult;
import io.github.assetpipe.css.purge.PurgedSheet;
import io.github.assetpipe.css.purge.Purger;
import io.github.assetpipe.css.purge.SourceText;
import io.github.assetpipe.css.purge.TextKind;
import io.github.assetpipe.css.purge.Workers;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Origin;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.PurgeOptions;
import io.github.assetpipe.page.RawOutput;
import io.github.assetpipe.page.dialect.Dialects;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.text.Globs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Drops the rules of all stylesheets that nothing on the site can use.
 *
 * <p>What counts as use: any word of a page, of a script (as its author wrote it), of a Java or Kotlin source or a resource;
 * and what libraries of components can write.
 * The stylesheets are judged together, so the order of files never matters.
 */
public final class Purge implements Pass {
    /** Endings of the project's files whose words can become names on a page, beside pages and scripts. */
    private static final Set<String> TEXTS = Set.of(
            "js",
            "mjs",
            "cjs",
            "jsx",
            "ts",
            "mts",
            "tsx",
            "vue",
            "svelte",
            "coffee",
            "java",
            "kt",
            "kts",
            "groovy",
            "scala",
            "clj",
            "properties",
            "yml",
            "yaml",
            "json",
            "xml",
            "txt",
            "csv",
            "sql",
            "md",
            "adoc",
            "toml");

    private static final long SLICE_BYTES = 1 << 20;
    /** Each slice has most words of the site; a site of a hundred thousand pages has more than a thousand slices. */
    private static final int SLICES_AT_ONCE = 64;

    private final PurgeOptions options;
    private final Site sources;
    private final Map<String, Content> further;
    private final LibraryEvidence libraries;
    private final Globs skip;
    private final boolean sourceMaps;
    private final Predicate<LogicalPath> named;

    /**
     * Creates the pass.
     *
     * @param sources the site as it was read, whose scripts are not minified yet
     * @param further texts that are neither asset nor page, by project-relative file: sources and resources
     * @param libraries what components can write
     * @param sourceMaps whether what stays is followed by a source map
     * @param named tells which files something names: only of these it is said that nothing is left
     */
    public Purge(
            PurgeOptions options,
            Site sources,
            Map<String, Content> further,
            LibraryEvidence libraries,
            boolean sourceMaps,
            Predicate<LogicalPath> named) {
        this.options = options;
        this.sources = sources;
        this.further = Map.copyOf(further);
        this.libraries = libraries;
        this.skip = Globs.of(options.skip());
        this.sourceMaps = sourceMaps;
        this.named = named;
    }

    @Override
    public String name() {
        return "purge";
    }

    /** Tells by its name whether a file's words can become names on a page. */
    public static boolean isEvidence(String file) {
        int dot = file.lastIndexOf('.');
        return dot >= 0 && TEXTS.contains(file.substring(dot + 1).toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public Site run(Site site, Build build) {
        if (!options.enabled()) {
            return site;
        }
        List<Asset> sheets = site.assets().values().stream()
                .filter(a -> a.mediaType().equals(MediaType.CSS))
                .toList();
        Evidence evidence = evidence(site, build);
        List<PurgeInput> inputs = build.runner().map(sheets, sheet -> input(sheet, build));
        PurgeResult result = Purger.explain(inputs, evidence, options, workers(build));
        build.findings().purged(result.sheets());
        List<Asset> changed = new ArrayList<>();
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            PurgedSheet purged = result.sheets().get(i);
            if (purged.text().length() < purged.source().length()) {
                changed.add(sheets.get(i)
                        .withContent(Content.of(purged.text()), sourceMap(sheets.get(i), inputs.get(i), purged)));
            }
            Diagnostic emptied = EmptiedSheets.told(inputs.get(i), purged);
            if (emptied != null && named.test(sheets.get(i).path())) {
                diagnostics.add(emptied);
            }
        }
        build.runner().report(diagnostics);
        return site.withAssets(changed);
    }

    private PurgeInput input(Asset sheet, Build build) {
        String text = sheet.content().text();
        return TemplateSheet.is(sheet, build)
                ? new PurgeInput(sheet.file(), CssTemplate.whole(text), false)
                : new PurgeInput(
                        sheet.file(),
                        Stylesheet.parse(text),
                        !skip.matches(sheet.path().value()));
    }

    private static Workers workers(Build build) {
        return new Workers() {
            @Override
            public <T, R> List<R> map(List<T> items, Function<T, R> work) {
                return build.runner().map(items, work);
            }
        };
    }

    /** Where the stylesheet has faults, the map also leads to their places; it is not written then. */
    private @Nullable Content sourceMap(Asset sheet, PurgeInput input, PurgedSheet purged) {
        boolean faults = !input.sheet().problems().isEmpty();
        return sourceMaps || faults ? MapOf.edited(MapOf.asset(sheet), purged.edits()) : null;
    }

    private Evidence evidence(Site site, Build build) {
        SortedMap<String, Content> texts = new TreeMap<>(further);
        sources.pages().forEach(p -> texts.put(p.file(), p.content()));
        for (Asset asset : sources.assets().values()) {
            if (asset.origin() == Origin.PROJECT && isEvidence(asset.path().fileName())) {
                texts.put(asset.file(), asset.content());
            }
        }
        for (Asset asset : site.assets().values()) {
            if (asset.origin() != Origin.PROJECT && asset.mediaType().equals(MediaType.JAVASCRIPT)) {
                texts.put(asset.file(), asset.content());
            }
        }
        // Everything but stylesheets is what it was when a memo answers at all, and somebody may have named one as
        // content.
        List<String> facts = new ArrayList<>(libraries.names());
        texts.forEach((file, text) -> facts.add(MediaType.isStylesheet(file) ? file + " " + text.sha256() : file));
        return build.memo().evidence(Question.of("texts", facts), () -> {
            Evidence own = scanned(texts, build);
            List<Evidence> all = new ArrayList<>(libraries.of(sources, own, build));
            all.add(own);
            return all.size() == 1 ? own : Evidence.merge(all);
        });
    }

    private static Evidence scanned(SortedMap<String, Content> texts, Build build) {
        List<Map<String, Content>> slices = slices(texts);
        Evidence all = Evidence.empty();
        for (int from = 0; from < slices.size(); from += SLICES_AT_ONCE) {
            List<Evidence> parts = new ArrayList<>(build.runner()
                    .map(
                            slices.subList(from, Math.min(slices.size(), from + SLICES_AT_ONCE)),
                            slice -> Evidence.scan(sources(slice))));
            parts.add(all);
            all = Evidence.merge(parts);
        }
        return all;
    }

    /** Of the pages that print HTML from elsewhere, the first is enough. */
    private static List<SourceText> sources(Map<String, Content> slice) {
        List<SourceText> sources = new ArrayList<>();
        boolean raw = false;
        for (Map.Entry<String, Content> file : slice.entrySet()) {
            String name = file.getKey();
            String text = file.getValue().text();
            int line = !raw && Dialects.isPage(name) ? RawOutput.line(name, text) : 0;
            raw |= line > 0;
            sources.add(new SourceText(name, text, TextKind.of(name), line));
        }
        return sources;
    }

    /** Texts are scanned many at a time, because they share most words; but never so many that memory would matter. */
    private static List<Map<String, Content>> slices(SortedMap<String, Content> texts) {
        List<Map<String, Content>> slices = new ArrayList<>();
        Map<String, Content> slice = new TreeMap<>();
        long bytes = 0;
        for (Map.Entry<String, Content> text : texts.entrySet()) {
            slice.put(text.getKey(), text.getValue());
            bytes += text.getValue().size();
            if (bytes > SLICE_BYTES) {
                slices.add(slice);
                slice = new TreeMap<>();
                bytes = 0;
            }
        }
        slices.add(slice);
        return slices;
    }
}
