package io.github.assetpipe.maven;

import io.github.assetpipe.AssetPipeline;
import io.github.assetpipe.Config;
import io.github.assetpipe.ConfigBuilder;
import io.github.assetpipe.Explanation;
import io.github.assetpipe.PassName;
import io.github.assetpipe.io.ManifestFile;
import io.github.assetpipe.option.SourceMapMode;
import io.github.assetpipe.option.SourceMapOptions;
import io.github.assetpipe.option.SourceRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * What all goals share: the options of the passes, and the run from the sources with the passes chosen so far.
 *
 * <p>A goal never reads another goal's output. It adds its passes to those that earlier goals of the same build chose for
 * the same project, and the pipeline runs again from the sources.
 */
abstract class AssetMojo extends PassOptionsMojo {
    /**
     * Further folders, relative to the project, whose words keep selectors when unused CSS is dropped, such as the Java sources
     * of another module. The project's own sources and resources always count.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.evidence")
    private @Nullable List<String> evidence;

    /**
     * Whether source maps are made: {@code off}, {@code file}, {@code hidden} (a file that no comment names), {@code inline}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.sourceMap", defaultValue = "off")
    private @Nullable String sourceMap;

    /**
     * What stands before a source map's path in the comment that names it, such as {@code https://maps.example.org/}; by
     * default the comment names the file beside the asset.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.sourceMapPrefix")
    private @Nullable String sourceMapPrefix;

    /**
     * Whether source maps hold their sources' text.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.sourceMapContent", defaultValue = "true")
    private @Nullable String sourceMapContent;

    /**
     * The number of threads; the results are the same for every number. By default the number of processors.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.threads")
    private @Nullable String threads;

    /**
     * The seconds that a compiler or minifier may take for one file, before it is stopped and the build fails; 0 for no limit.
     * The Sass engine libsass, which runs inside Maven's process, can't be stopped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.engineTimeout", defaultValue = "300")
    private @Nullable String engineTimeout;

    /**
     * Whether results are remembered between builds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.cache", defaultValue = "true")
    private @Nullable String cache;

    /**
     * The folder that results are remembered in, shared by all projects and builds. By default the cache folder of the user by
     * the platform's convention: {@code $XDG_CACHE_HOME/assetpipe/results} or {@code ~/.cache/assetpipe/results},
     * {@code ~/Library/Caches/assetpipe/results} on macOS, {@code %LOCALAPPDATA%\assetpipe\results} on Windows. It survives
     * {@code mvn clean}; above 2 GB the results go that were not used for longest.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.cacheDirectory")
    private @Nullable String cacheDirectory;

    /**
     * A file that a trace of the build is written to, for {@code chrome://tracing} or Perfetto: what ran when on which thread.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.profile")
    private @Nullable String profile;

    /**
     * Whether notes on the pipeline's decisions are shown; otherwise only their number.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.showNotes", defaultValue = "false")
    private boolean showNotes;

    /**
     * Whether the decisions on scripts, images and compress blocks of every page are shown, each with its line and reason;
     * the manifest holds them in any case.
     *
     * @since 0.1.0
     */
    @Parameter(property = "asset.explain", defaultValue = "false")
    private boolean explain;

    @Inject
    private BuildContext buildContext;

    private final Set<PassName> passes;

    /** Creates a goal that adds {@code passes}. */
    AssetMojo(Set<PassName> passes) {
        // In order, so that wrong parameters are told in the same order every time.
        this.passes = Collections.unmodifiableSet(new TreeSet<>(passes));
    }

    /** Runs the passes chosen so far, from the sources. */
    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip()) {
            getLog().info("Skipped");
            return;
        }
        Config config = configuration();
        Workspace workspace = new Workspace(buildContext);
        if (!hasSources(config)) {
            NoSources.tell(base(), config.roots(), getLog());
        } else if (!workspace.unchanged(config)) {
            ProgressLine line = ProgressLine.of(session());
            try {
                run(config, new LogReporter(getLog(), showNotes, line));
            } finally {
                line.clear();
            }
            workspace.refresh(config);
            checkWar(config);
        }
    }

    private void checkWar(Config config) {
        WarContents war = WarContents.of(project());
        if (!war.isAll()) {
            ManifestFile.read(config.outputDirectory().resolve(config.manifestPath()))
                    .ifPresent(manifest -> war.check(manifest, getLog()));
        }
    }

    /**
     * Returns what the pipeline is told, and remembers this goal's passes.
     *
     * @throws MojoExecutionException when parameters are wrong, naming all of them
     */
    final Config configuration() throws MojoExecutionException {
        ParameterValues values = values();
        SortedMap<PassName, Consumer<ConfigBuilder>> chosen = ChosenPasses.of(getPluginContext());
        for (PassName pass : passes) {
            chosen.put(pass, options(pass, values));
        }
        Config config = config(values, layout(values), chosen);
        values.check();
        return config;
    }

    private Config config(ParameterValues values, Layout layout, SortedMap<PassName, Consumer<ConfigBuilder>> chosen) {
        ConfigBuilder config = Config.builder(base(), layout.outputDirectory());
        layout.applyTo(config, webJars(values));
        config.workDirectory(workDirectory());
        config.passes(chosen.keySet());
        chosen.values().forEach(options -> options.accept(config));
        config.libraries(classPath());
        config.evidence(evidence(values));
        config.sourceMaps(new SourceMapOptions(
                values.choice("sourceMap", sourceMap, SourceMapMode.OFF),
                sourceMapPrefix == null ? "" : sourceMapPrefix,
                values.flag("sourceMapContent", sourceMapContent, true)));
        int processors = Runtime.getRuntime().availableProcessors();
        config.engineTimeout(values.number("engineTimeout", engineTimeout, Config.ENGINE_TIMEOUT, 0, 86_400));
        config.threads(values.number("threads", threads, processors, 1, 1024));
        if (values.flag("cache", cache, true)) {
            boolean chosenFolder = cacheDirectory != null && !cacheDirectory.isBlank();
            config.cacheDirectory(chosenFolder ? base().resolve(cacheDirectory) : AssetPipeline.userCache());
        }
        config.profile(profile == null || profile.isBlank() ? null : base().resolve(profile));
        return config.build();
    }

    private List<Path> evidence(ParameterValues values) {
        List<Path> folders = new ArrayList<>();
        project().getCompileSourceRoots().forEach(root -> folders.add(Path.of(root)));
        for (String language : List.of("kotlin", "groovy", "scala")) {
            folders.add(base().resolve("src/main").resolve(language));
        }
        project().getResources().stream()
                .map(Resource::getDirectory)
                .map(Path::of)
                .forEach(folders::add);
        values.list("evidence", evidence, List.of()).forEach(folder -> folders.add(base().resolve(folder)));
        return folders.stream().map(Path::normalize).distinct().toList();
    }

    private static boolean hasSources(Config config) {
        Stream<Path> roots = config.roots().stream().map(SourceRoot::directory);
        Stream<Path> entries = config.sass().entryDirectories().stream().map(config.baseDirectory()::resolve);
        boolean compiles = config.passes().contains(PassName.COMPILE);
        return roots.anyMatch(Files::isDirectory) || (compiles && entries.anyMatch(Files::isDirectory));
    }

    /** Runs the pipeline; a goal that does more with it does that here. */
    void run(Config config, LogReporter reporter) throws MojoExecutionException, MojoFailureException {
        Faults.guarded(() -> {
            AssetPipeline.build(config, reporter);
            reporter.countHiddenNotes();
            if (explain) {
                Explanation.lines(config).forEach(getLog()::info);
            }
        });
    }
}
