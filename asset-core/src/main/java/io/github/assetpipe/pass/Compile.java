package io.github.assetpipe.pass;

import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.SassEngine;
import io.github.assetpipe.option.SassOptions;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.run.CompiledSheet;
import io.github.assetpipe.text.Globs;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import io.github.assetpipe.transform.Transformer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compiles Sass stylesheets to CSS assets.
 *
 * <p>What is compiled: every stylesheet of the entry folders, and of the asset roots those that a page names (as
 * {@code x.scss}, or as {@code x.css} where only {@code x.scss} exists) or that an include pattern matches. A file whose name
 * begins with {@code _} is a partial, and so is one that another imports and no page names. Style elements of compress blocks whose
 * {@code lang} or {@code type} says SCSS are compiled for the combine pass.
 */
public final class Compile implements Pass {
    private final SassOptions options;
    private final Function<SassEngine, Transformer> engines;
    private final List<Entry> entries;
    private final PageNames names;
    private final String outputPrefix;
    private final boolean inline;
    private final boolean sourceMaps;
    private List<Job> begun = List.of();
    private @Nullable Site begunFor;

    /**
     * A stylesheet of an entry folder.
     *
     * @param path the logical path with the Sass extension: {@code css/app.scss}
     * @param file project-relative source file
     * @param content its bytes
     */
    public record Entry(LogicalPath path, String file, Content content) {}

    /**
     * Creates the pass.
     *
     * @param engines gives the transformer of an engine
     * @param entries stylesheets of the entry folders, partials left out
     * @param names finds the Sass assets that pages name
     * @param outputPrefix where results of entry folders are written, below the output directory
     * @param inline whether style elements of compress blocks are compiled, for the combine pass
     * @param sourceMaps whether assets carry their source maps; people's findings have them in any case
     */
    public Compile(
            SassOptions options,
            Function<SassEngine, Transformer> engines,
            List<Entry> entries,
            PageNames names,
            String outputPrefix,
            boolean inline,
            boolean sourceMaps) {
        this.inline = inline;
        this.sourceMaps = sourceMaps;
        this.options = options;
        this.engines = engines;
        this.entries = List.copyOf(entries);
        this.names = names;
        this.outputPrefix = outputPrefix;
    }

    @Override
    public String name() {
        return "compile";
    }

    /** A stylesheet to compile; one that a page names is published whatever imports it. */
    private record Job(TransformInput input, String outputPrefix, boolean named) {}

    /** Reads the pages for what they name and starts the compilers, while the threads are not yet at scripts, which take long. */
    @Override
    public void start(Site sources, Build build) {
        begun = jobs(sources, build);
        begunFor = sources;
        build.runner().startOutside(inputs(true), input -> engines.apply(SassEngine.DART));
        build.runner().start(inputs(false), input -> engines.apply(engine(input)), result -> result);
    }

    /** Returns what Dart Sass, which is a process of its own, compiles of what was begun, or what it does not. */
    private List<TransformInput> inputs(boolean dart) {
        return begun.stream()
                .map(Job::input)
                .filter(input -> (engine(input) == SassEngine.DART) == dart)
                .toList();
    }

    @Override
    public Site run(Site site, Build build) {
        List<Job> jobs = site == begunFor ? begun : jobs(site, build);
        List<TransformResult> results =
                build.runner().attempt(jobs.stream().map(Job::input).toList(), input -> engines.apply(engine(input)));
        Set<String> imported = imported(jobs, results);
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Asset> compiled = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            TransformInput input = jobs.get(i).input();
            if (!jobs.get(i).named() && imported.contains(input.file())) {
                continue;
            }
            diagnostics.addAll(results.get(i).diagnostics());
            for (TransformResult.Output output : results.get(i).outputs()) {
                Asset asset = Asset.generated(
                        output.path(),
                        output.content(),
                        jobs.get(i).outputPrefix(),
                        sources(input, results.get(i)),
                        sourceMaps ? output.sourceMap() : null);
                compiled.add(asset);
                if (output.sourceMap() != null) {
                    build.findings()
                            .compiled(
                                    new CompiledSheet(asset.file(), input.file(), asset.sources(), output.sourceMap()));
                }
            }
        }
        build.runner().report(diagnostics);
        return site.withAssets(compiled);
    }

    private List<Job> jobs(Site site, Build build) {
        List<Job> jobs = new ArrayList<>();
        for (Entry entry : entries) {
            jobs.add(new Job(
                    new TransformInput(entry.path(), entry.file(), entry.content(), null), outputPrefix, false));
        }
        if (inline) {
            names.inlineSass(site, build).forEach(input -> jobs.add(new Job(input, outputPrefix, true)));
        }
        Globs includes = Globs.of(options.includes());
        Set<LogicalPath> namedByPages = names.stylesheets(site, build);
        for (Asset asset : site.assets().values()) {
            boolean named = namedByPages.contains(asset.path());
            boolean wanted = named || includes.matches(asset.path().value());
            if (asset.mediaType().equals(MediaType.SASS) && wanted && !isPartial(asset.path())) {
                jobs.add(new Job(
                        new TransformInput(asset.path(), asset.file(), asset.content(), null),
                        asset.outputPrefix(),
                        named));
            }
        }
        return jobs;
    }

    /** Tells whether a stylesheet is only there to be imported, by Sass's own convention. */
    public static boolean isPartial(LogicalPath path) {
        return path.fileName().startsWith("_");
    }

    private SassEngine engine(TransformInput input) {
        for (Map.Entry<String, SassEngine> choice : options.engines().entrySet()) {
            Globs glob = Globs.of(List.of(choice.getKey()));
            if (glob.matches(input.file()) || glob.matches(input.path().value())) {
                return choice.getValue();
            }
        }
        return options.engine();
    }

    private static Set<String> imported(List<Job> jobs, List<TransformResult> results) {
        Set<String> imported = new HashSet<>();
        for (int i = 0; i < jobs.size(); i++) {
            if (!results.get(i).failed()) {
                String own = jobs.get(i).input().file();
                results.get(i).dependencies().stream()
                        .filter(file -> !file.equals(own))
                        .forEach(imported::add);
            }
        }
        return imported;
    }

    private static List<String> sources(TransformInput input, TransformResult result) {
        List<String> sources = new ArrayList<>();
        sources.add(input.file());
        sources.addAll(result.dependencies());
        return sources;
    }
}
