package io.github.assetpipe;

import io.github.assetpipe.diagnostic.AssetException;
import io.github.assetpipe.diagnostic.Diagnostic;
import io.github.assetpipe.diagnostic.Location;
import io.github.assetpipe.diagnostic.Reporter;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.io.OutputTree;
import io.github.assetpipe.io.SourceFile;
import io.github.assetpipe.io.Spill;
import io.github.assetpipe.io.WebJars;
import io.github.assetpipe.model.Asset;
import io.github.assetpipe.model.Content;
import io.github.assetpipe.model.LogicalPath;
import io.github.assetpipe.model.Manifest;
import io.github.assetpipe.model.Site;
import io.github.assetpipe.report.Budget;
import io.github.assetpipe.report.BuildFacts;
import io.github.assetpipe.report.FactsFile;
import io.github.assetpipe.report.ReportBuilder;
import io.github.assetpipe.report.ReportData;
import io.github.assetpipe.report.ReportPage;
import io.github.assetpipe.report.ServerRecipes;
import io.github.assetpipe.run.SourceLookup;
import io.github.assetpipe.run.TransformCache;
import io.github.assetpipe.run.TransformRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the report of the last build: one HTML file that needs nothing else. */
public final class AssetReport {
    private AssetReport() {}

    /**
     * The outcome of a report.
     *
     * @param file the HTML file
     * @param exceeded an error for each budget that was exceeded
     */
    public record Result(Path file, List<Diagnostic> exceeded) {
        /** Copies the list. */
        public Result {
            exceeded = List.copyOf(exceeded);
        }
    }

    /**
     * Writes {@code report/index.html} into the build's own folder, and {@code report/recipes} with configuration for servers.
     *
     * @param config what the build was told
     * @param project how users know the project
     * @param compareTo the manifest of an earlier build, or null
     * @param budgets the budgets to judge
     * @throws AssetException when nothing has been built, or a file can't be read or written
     */
    public static Result write(
            Config config, String project, @Nullable Path compareTo, List<Budget> budgets, Reporter reporter) {
        Path file = config.outputDirectory().resolve(config.manifestPath()).normalize();
        Manifest manifest = manifest(file);
        Manifest earlier = compareTo == null ? new Manifest(new TreeMap<>(), new TreeMap<>()) : manifest(compareTo);
        BuildFacts facts =
                FactsFile.read(config.workDirectory().resolve(FactsFile.NAME)).orElse(BuildFacts.none());
        TransformCache cache = new TransformCache(config.cacheDirectory());
        try (WebJars webJars = WebJars.open(config.webJars(), config.webJarOutputPrefix());
                Spill spill = new Spill(config.workDirectory().resolve("staging"));
                TransformRunner runner = new TransformRunner(
                        config.threads(), cache, new SourceLookup(config.baseDirectory(), webJars), reporter)) {
            ReportData data = new ReportBuilder(
                            withCompiled(SiteSources.read(config, webJars, SourceFile::content), facts, config),
                            manifest,
                            config.outputDirectory(),
                            runner,
                            config.rewrite(),
                            config.precompress())
                    .build(project, facts, earlier, compareTo == null ? "" : shown(config, compareTo), budgets);
            OutputTree tree = new OutputTree(config.workDirectory(), spill);
            tree.put("report/index.html", ReportPage.write(data), null);
            ServerRecipes.of(manifest)
                    .forEach((name, text) -> tree.put("report/recipes/" + name, Content.of(text), null));
            tree.commit("report/index.html", List.of());
            return new Result(
                    config.workDirectory().resolve("report/index.html"),
                    data.budgets().stream()
                            .filter(Budget.Outcome::exceeded)
                            .map(Budget.Outcome::problem)
                            .toList());
        }
    }

    /** Puts compiled stylesheets where pages look for them: beside the sources, and in place of those that pages name. */
    private static Site withCompiled(Site sources, BuildFacts facts, Config config) {
        List<Asset> compiled = new ArrayList<>();
        for (String name : facts.compiled()) {
            Path file =
                    config.workDirectory().resolve(BuildFacts.COMPILED + name).normalize();
            LogicalPath path = LogicalPath.normalise(name).orElse(null);
            if (path == null || !Files.isRegularFile(file) || !file.startsWith(config.workDirectory())) {
                continue;
            }
            compiled.add(Asset.generated(path, Content.ofFile(file), "", List.of(), null));
            for (String extension : List.of(".scss", ".sass")) {
                LogicalPath source = path.sibling(path.stem() + extension);
                sources.asset(source).ifPresent(a -> compiled.add(a.withContent(Content.ofFile(file), null)));
            }
        }
        return sources.withAssets(compiled);
    }

    private static String shown(Config config, Path file) {
        Path path = file.toAbsolutePath().normalize();
        return (path.startsWith(config.baseDirectory()) ? config.baseDirectory().relativize(path) : path)
                .toString()
                .replace('\\', '/');
    }

    private static Manifest manifest(Path file) {
        return ManifestFile.read(file)
                .orElseThrow(() -> AssetException.environment(Diagnostic.error(
                        "manifest-missing",
                        "There is no manifest that can be read",
                        Location.ofFile(String.valueOf(file.getFileName())),
                        "Build first; -Dasset.compareTo names the manifest of an earlier build.")));
    }
}
