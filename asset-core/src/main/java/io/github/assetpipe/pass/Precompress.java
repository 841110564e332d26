package io.github.assetpipe.pass;

import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.MediaType;
import io.github.assetpipe.model.PageFile;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.option.PrecompressOptions;
import io.github.assetpipe.run.Build;
import io.github.assetpipe.text.Globs;
import io.github.assetpipe.transform.TransformInput;
import io.github.assetpipe.transform.TransformResult;
import io.github.assetpipe.transform.Transformer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes a compressed variant of each final output, for servers that send precompressed files.
 *
 * <p>Types that are compressed already are skipped. The encoders keep a variant only where it is worth a server's while.
 */
public final class Precompress implements Pass {
    private final PrecompressOptions options;
    private final List<Transformer> encoders;
    private final Globs skip;

    private record Job(TransformInput input, Transformer encoder, LogicalPath path, String output, String page) {}

    /**
     * Creates the pass.
     *
     * @param encoders transformers that append {@code .br}, {@code .gz} or {@code .zst} to the path
     */
    public Precompress(PrecompressOptions options, List<Transformer> encoders) {
        this.options = options;
        this.encoders = List.copyOf(encoders);
        this.skip = Globs.of(options.skip());
    }

    @Override
    public String name() {
        return "precompress";
    }

    /** Returns a pass that begins to encode the assets, which are final, while the pages still change. */
    public Pass early() {
        return new Pass() {
            @Override
            public String name() {
                return Precompress.this.name();
            }

            @Override
            public Site run(Site site, Build build) {
                Jobs jobs = new Jobs(assets(site, build));
                build.runner().start(jobs.inputs(), jobs::encoder, r -> jobs.spilled(r, build));
                return site;
            }
        };
    }

    @Override
    public Site run(Site site, Build build) {
        List<Job> all = assets(site, build);
        for (PageFile page : site.pages()) {
            if (options.pages() && page.served() != null && isWorth(page.served())) {
                add(all, page.served(), page.file(), page.content(), page.outputPath(), page.file());
            }
        }
        Jobs jobs = new Jobs(all);
        List<TransformResult> results = build.runner().run(jobs.inputs(), jobs::encoder, r -> jobs.spilled(r, build));
        return withVariants(site, jobs.list(), results);
    }

    private List<Job> assets(Site site, Build build) {
        List<Job> jobs = new ArrayList<>();
        for (Asset asset : site.assets().values()) {
            boolean stays = asset.mediaType().equals(MediaType.SASS) || TemplateSheet.is(asset, build);
            if (isWorth(asset.path()) && !stays) {
                add(jobs, asset.path(), asset.file(), asset.content(), asset.outputPathOf(asset.servedPath()), "");
            }
        }
        return jobs;
    }

    /** Jobs in their order of work: the largest first, so that no thread is left alone with a large file at the end. */
    private static final class Jobs {
        private final List<Job> list;
        private final Map<TransformInput, Transformer> choice = new IdentityHashMap<>();
        private final Map<String, String> outputs = new HashMap<>();

        Jobs(List<Job> jobs) {
            list = jobs.stream()
                    .sorted(Comparator.comparingLong(
                                    (Job j) -> j.input().content().size())
                            .reversed())
                    .toList();
            list.forEach(j -> choice.put(j.input(), j.encoder()));
            list.forEach(j -> outputs.put(j.path().value(), j.output()));
        }

        /** Moves variants out of memory, to where a former build has written them or to where they wait. */
        TransformResult spilled(TransformResult result, Build build) {
            List<TransformResult.Output> variants = result.outputs().stream()
                    .map(o -> new TransformResult.Output(o.path(), spilled(o, build), o.sourceMap()))
                    .toList();
            return new TransformResult(variants, result.diagnostics(), result.dependencies());
        }

        private Content spilled(TransformResult.Output variant, Build build) {
            String path = variant.path().value();
            int coding = path.lastIndexOf('.');
            String output = outputs.get(path.substring(0, coding));
            return output == null
                    ? build.spill().spill(variant.content())
                    : build.spill().spill(variant.content(), output + path.substring(coding));
        }

        List<Job> list() {
            return list;
        }

        List<TransformInput> inputs() {
            return list.stream().map(Job::input).toList();
        }

        Transformer encoder(TransformInput input) {
            return Objects.requireNonNull(choice.get(input), "every input has its encoder");
        }
    }

    private boolean isWorth(LogicalPath path) {
        return !MediaType.isAlreadyCompressed(path) && !skip.matches(path.value());
    }

    private void add(List<Job> jobs, LogicalPath path, String file, Content content, String output, String page) {
        if (content.size() == 0) {
            return;
        }
        for (Transformer encoder : encoders) {
            jobs.add(new Job(new TransformInput(path, file, content, null), encoder, path, output, page));
        }
    }

    private static String coding(LogicalPath variant) {
        return switch (variant.extension()) {
            case "gz" -> "gzip";
            case "zst" -> "zstd";
            default -> variant.extension();
        };
    }

    private static Site withVariants(Site site, List<Job> jobs, List<TransformResult> results) {
        Map<LogicalPath, SortedMap<String, Content>> assets = new TreeMap<>();
        Map<String, SortedMap<String, Content>> pages = new TreeMap<>();
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            for (TransformResult.Output output : results.get(i).outputs()) {
                SortedMap<String, Content> variants = job.page().isEmpty()
                        ? assets.computeIfAbsent(job.path(), p -> new TreeMap<>())
                        : pages.computeIfAbsent(job.page(), p -> new TreeMap<>());
                variants.put(coding(output.path()), output.content());
            }
        }
        List<Asset> changed = new ArrayList<>();
        assets.forEach((path, variants) -> site.asset(path).ifPresent(a -> changed.add(a.withEncodings(variants))));
        List<PageFile> newPages = site.pages().stream()
                .map(p -> pages.containsKey(p.file()) ? p.withEncodings(pages.get(p.file())) : p)
                .toList();
        return site.withAssets(changed).withPages(newPages);
    }
}
